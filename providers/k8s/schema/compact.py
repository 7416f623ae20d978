#!/usr/bin/env python3
"""Write the compact schema of the kinds that Davit emits, from the OpenAPI documents of a live API server.

usage: compact.py KUBECONFIG [--check FILE]    the schema goes to stdout; --check compares it with FILE instead
The cluster needs the custom resource definitions of KEDA; README.md beside this file says how to get both.
The format is described in the first lines of what is written.
"""
import json
import subprocess
import sys

KINDS = {
    "v1": ["ConfigMap", "LimitRange", "Namespace", "PersistentVolumeClaim", "Pod", "ResourceQuota", "Secret", "Service",
           "ServiceAccount"],
    "apps/v1": ["DaemonSet", "Deployment", "StatefulSet"],
    "autoscaling/v2": ["HorizontalPodAutoscaler"],
    "batch/v1": ["CronJob", "Job"],
    "keda.sh/v1alpha1": ["ScaledObject", "TriggerAuthentication"],
    "networking.k8s.io/v1": ["Ingress", "NetworkPolicy"],
    "policy/v1": ["PodDisruptionBudget"],
    "rbac.authorization.k8s.io/v1": ["ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding"],
    "scheduling.k8s.io/v1": ["PriorityClass"],
}
BASES = {
    "io.k8s.apimachinery.pkg.api.resource.Quantity": "quantity",
    "io.k8s.apimachinery.pkg.util.intstr.IntOrString": "intstr",
    "io.k8s.apimachinery.pkg.apis.meta.v1.Time": "time",
    "io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime": "time",
}
FORMATS = {"byte": "bytes", "date-time": "time"}
# Words that say nothing about which values are valid, and rules in CEL, which compare fields: those are left to the server.
LEAST = ("minLength", "minItems", "minProperties")
SILENT = {*LEAST, "description", "default", "type", "format", "properties", "required", "items", "allOf", "oneOf", "anyOf", "$ref",
          "additionalProperties", "enum", "minimum", "maximum", "pattern", "x-kubernetes-list-type", "x-kubernetes-list-map-keys",
          "x-kubernetes-int-or-string", "x-kubernetes-group-version-kind", "x-kubernetes-patch-strategy",
          "x-kubernetes-patch-merge-key", "x-kubernetes-map-type", "x-kubernetes-unions", "x-kubernetes-validations"}

HEADER = """\
# The schema of the kinds that Davit emits, compact. Made by providers/k8s/schema/compact.py from the documents that the
# API server of Kubernetes {version} serves at /openapi/v3, with the custom resource definitions of KEDA {keda}. Do not edit.
#
# A paragraph is a definition: its name, then one line for each field. "!" after a field says that it is required,
# "+" that it must not be empty.
# A type is read from left to right: [] list, [set] list without duplicates, [a+b=x] list of maps that differ in a or b (x is
# b's default), {{}} map from any key; then a base or the name of a definition; then what limits the base.
"""


def fail(message):
    sys.exit("compact.py: " + message)


class Server:
    def __init__(self, kubeconfig):
        self.kubeconfig = kubeconfig

    def get(self, path):
        command = ["kubectl", "--kubeconfig", self.kubeconfig, "get", "--raw", path]
        return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)

    def document(self, version):
        return self.get("/openapi/v3/" + ("api/" if "/" not in version else "apis/") + version)


def short(name):
    for prefix in ("io.k8s.api.", "io.k8s.apimachinery.pkg.apis.", "io.k8s.apimachinery.pkg.", "sh."):
        if name.startswith(prefix):
            return name[len(prefix):]
    return name


class Compact:
    def __init__(self, schemas):
        self.schemas = schemas
        self.blocks = {}

    def definition(self, name, schema):
        if name in self.blocks:
            return
        self.blocks[name] = []  # before the fields, for definitions that contain themselves
        required = set(schema.get("required", ()))
        self.blocks[name] = ["  %s%s%s %s" % (field, "!" if field in required else "", self.filled(name + "." + field, child),
                                            self.type(name + "." + field, child))
                             for field, child in sorted(schema["properties"].items())]

    @staticmethod
    def filled(name, schema):
        least = {schema.get(keyword, 0) for keyword in LEAST}
        return "" if least == {0} else "+" if least == {0, 1} else fail("%s: no rule for a least count of %s" % (name, least))

    def reference(self, target):
        full = target.rsplit("/", 1)[1]
        if full in BASES:
            return BASES[full]
        schema = self.schemas[full]
        if "properties" not in schema:
            return self.type(short(full), schema)
        self.definition(short(full), schema)
        return short(full)

    def type(self, name, schema):
        unknown = set(schema) - SILENT
        if unknown:
            fail("%s: no rule for %s" % (name, ", ".join(sorted(unknown))))
        if "$ref" in schema:
            return self.reference(schema["$ref"])
        if "allOf" in schema:
            (only,) = schema["allOf"]
            return self.reference(only["$ref"])
        if schema.get("x-kubernetes-int-or-string"):
            return "intstr" + self.limits(schema)
        if "oneOf" in schema or "anyOf" in schema:
            fail(name + ": no rule for alternatives")
        kind = schema.get("type")
        if kind == "array":
            return self.list(schema) + self.type(name, schema["items"])
        if kind == "object":
            return self.object(name, schema)
        if kind == "integer":
            return schema.get("format", "int64") + self.limits(schema)
        if kind == "boolean":
            return "bool"
        if kind in ("string", "number"):
            return FORMATS.get(schema.get("format"), kind) + self.limits(schema)
        return "any" if kind is None else fail("%s: no rule for type %s" % (name, kind))

    def object(self, name, schema):
        if "properties" in schema:
            self.definition(name, schema)
            return name
        more = schema.get("additionalProperties")
        return "{}" + self.type(name, more) if isinstance(more, dict) else "object"

    def list(self, schema):
        kind = schema.get("x-kubernetes-list-type", "atomic")
        if kind == "map":
            items = schema["items"]
            if "allOf" in items:
                items = self.schemas[items["allOf"][0]["$ref"].rsplit("/", 1)[1]]
            return "[" + "+".join(self.key(items["properties"][key], key) for key in schema["x-kubernetes-list-map-keys"]) + "]"
        return "[set]" if kind == "set" else "[]"

    @staticmethod
    def key(schema, key):
        # The server publishes Go's zero value as a default, too; for a key that means nothing.
        default = schema.get("default")
        return "%s=%s" % (key, default) if default not in (None, "", 0) else key

    @staticmethod
    def limits(schema):
        text = ""
        if "enum" in schema:
            text += " enum " + "|".join(value for value in schema["enum"])
        for word, keyword in (("min", "minimum"), ("max", "maximum"), ("pattern", "pattern")):
            if keyword in schema:
                text += " %s %s" % (word, schema[keyword])
        return text


def scope(document, kind):
    for path, operations in document["paths"].items():
        post = operations.get("post", {}).get("x-kubernetes-group-version-kind", {})
        if post.get("kind") == kind and not path.endswith("/{name}"):
            return "namespaced" if "{namespace}" in path else "cluster"
    return fail("no path creates a " + kind)


def component(document, version, kind):
    group, _, number = version.rpartition("/")
    wanted = {"group": group, "version": number, "kind": kind}
    for name, schema in document["components"]["schemas"].items():
        if wanted in schema.get("x-kubernetes-group-version-kind", ()):
            return name
    return fail("the server has no %s %s" % (version, kind))


def keda_version(server):
    path = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions/scaledobjects.keda.sh"
    return server.get(path)["metadata"]["labels"]["app.kubernetes.io/version"]


def main(kubeconfig):
    server = Server(kubeconfig)
    kinds, documents = [], {version: server.document(version) for version in KINDS}
    schemas = {name: schema for document in documents.values() for name, schema in document["components"]["schemas"].items()}
    compact = Compact(schemas)
    for version, names in KINDS.items():
        for kind in names:
            full = component(documents[version], version, kind)
            compact.definition(short(full), schemas[full])
            kinds.append("  %s %s %s %s" % (version, kind, scope(documents[version], kind), short(full)))
    version = server.get("/version")["gitVersion"]
    out = [HEADER.format(version=version, keda=keda_version(server)) + "\nkinds"] + sorted(kinds)
    for name, fields in sorted(compact.blocks.items()):
        out += ["", name] + fields
    return "\n".join(out) + "\n"


if __name__ == "__main__":
    if len(sys.argv) == 2:
        sys.stdout.write(main(sys.argv[1]))
    elif len(sys.argv) == 4 and sys.argv[2] == "--check":
        with open(sys.argv[3], encoding="utf-8") as committed:
            if committed.read() != main(sys.argv[1]):
                sys.exit("%s is not what the server says; write it again: compact.py KUBECONFIG > FILE" % sys.argv[3])
    else:
        sys.exit(__doc__)
