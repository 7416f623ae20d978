"""What .ci/schemathesis and .ci/prism make of Render's API description.

usage: render-api.py describe READY DEVIATIONS   print the description for schemathesis, with the ids of the sandbox that wrote READY
       render-api.py plain READY DEVIATIONS      print it for prism, for any ids
       render-api.py idle DEVIATIONS REPORT      print what a run of schemathesis did not show, and fail if there is any

Nothing here makes an answer fit: what changes is said at each change, with its reason.
"""
import json
import re
import sys
import urllib.error
import urllib.request

SANDBOX = "providers/render/src/{}/resources/dev/davit/render/sandbox/"
METHODS = ("get", "post", "put", "patch", "delete")
NEWER = "x-values-added-by-2026-10"
NOTHING = "nothing"

# What is under way can be canceled, and after the first request for it nothing is; DescriptionTest does it.
BRIEF = ("POST /services/{serviceId}/deploys/{deployId}/cancel", "POST /services/{serviceId}/jobs/{jobId}/cancel")

# Where the ids come from that a parameter stands for: a list of the API.
LISTS = {
    "serviceId": "/services",
    "cronJobId": "/services?type=cron_job",
    "diskId": "/disks",
    "postgresId": "/postgres",
    "redisId": "/key-value",
    "envGroupId": "/env-groups",
    "projectId": "/projects",
    "environmentId": "/environments",
    "registryCredentialId": "/registrycredentials",
}
# The same for what belongs to a service.
PARTS = {
    "deployId": "deploys",
    "headerId": "headers",
    "routeId": "routes",
    "jobId": "jobs",
    "customDomainNameOrID": "custom-domains",
    "eventId": "events",
}


def deviations(file):
    """Lines METHOD PATH STATUS; each needs a comment above it that says why."""
    found, reason = [], False
    for number, line in enumerate(open(file, encoding="utf-8"), 1):
        line = line.strip()
        if line.startswith("#"):
            reason = True
        elif not line:
            reason = False
        else:
            method, path, status = line.split()
            if not reason:
                sys.exit(f"{file}:{number}: {line} has no reason; write why the sandbox answers so in a comment above it")
            found.append((method.lower(), path, status))
    return found


def ids(ready):
    def get(path):
        request = urllib.request.Request(ready["address"] + path, headers={"Authorization": "Bearer " + ready["key"]})
        return json.load(urllib.request.urlopen(request))

    def of_service(path):
        try:
            return of(path)
        except urllib.error.HTTPError:
            # Not every type of service has every part.
            return []

    def of(path):
        # A thing comes alone or beside its cursor.
        things = [it if "id" in it else next(part for part in it.values() if isinstance(part, dict)) for it in get(path)]
        return [it["id"] for it in things]

    known = {name: of(path) for name, path in LISTS.items()}
    known["owners"] = {}
    for name, path in PARTS.items():
        parts = {service: of_service(f"/services/{service}/{path}") for service in known["serviceId"]}
        owner = max(parts, key=lambda it: len(parts[it]))
        known["owners"][path], known[name] = owner, parts[owner]
    for name, values in known.items():
        if len(values) < 2 and name not in ("cronJobId", "owners"):
            sys.exit(f"the sandbox has {values} for {name}, and a run needs one to keep and one to delete; make more in SandboxProcess")
    known["ownerId"] = [ready["owner"]]
    known["envVarKey"] = ["A", "a", "f"]
    known["serviceIds"] = known["serviceId"]
    known["resource"] = known["serviceId"] + known["postgresId"] + known["redisId"]
    # Not those that SandboxProcess puts into environments, so that there is one that cannot be deleted.
    known["resourceIds"] = known["resource"][2:]
    return known


def chosen(schema, values):
    """Chance would find no id that exists."""
    if schema.get("type") == "array":
        return {**schema, "items": {"type": "string", "enum": values}}
    return {"type": "string", "enum": values}


def with_ids(node, known):
    if isinstance(node, list):
        return [with_ids(it, known) for it in node]
    if not isinstance(node, dict):
        return node
    copy = {key: with_ids(value, known) for key, value in node.items()}
    if isinstance(copy.get("properties"), dict):
        for name, schema in copy["properties"].items():
            if name in known and isinstance(schema, dict):
                copy["properties"][name] = chosen(schema, known[name] + [NOTHING])
    return copy


def widened(node):
    """Alternatives overlap in the description (serviceDetails, envSpecificDetails, the details of events), so that nothing fits
    exactly one; and plans that are newer than it are beside its lists."""
    if isinstance(node, list):
        return [widened(it) for it in node]
    if not isinstance(node, dict):
        return node
    copy = {"anyOf" if key == "oneOf" else key: widened(value) for key, value in node.items()}
    if NEWER in copy:
        copy["enum"] = copy["enum"] + copy.pop(NEWER)
    return copy


def inlined(document, schema, seen=()):
    """A request's body without references: what is chosen in it must not change what answers are held against."""
    if isinstance(schema, list):
        return [inlined(document, it, seen) for it in schema]
    if not isinstance(schema, dict):
        return schema
    name = schema.get("$ref", "").rpartition("/")[2]
    if name:
        if name in seen:
            return schema
        return inlined(document, document["components"]["schemas"][name], seen + (name,))
    return {key: inlined(document, value, seen) for key, value in schema.items()}


def plain(ready, file):
    document = widened(json.load(open(SANDBOX.format("test") + "render-openapi.json", encoding="utf-8")))
    unsupported = set(open(SANDBOX.format("main") + "unsupported-operations.txt", encoding="utf-8").read().split("\n"))
    document["servers"] = [{"url": ready["address"]}]
    for path, item in list(document["paths"].items()):
        for method in METHODS:
            if method.upper() + " " + re.sub(r"{[^}]*}", "{}", path) in unsupported:
                item.pop(method, None)
        if not any(method in item for method in METHODS):
            del document["paths"][path]
    for method, path, status in deviations(file):
        responses = document["paths"].get(path, {}).get(method, {}).get("responses")
        if responses is None:
            sys.exit(f"{file}: there is no {method.upper()} {path} that the sandbox answers; remove the line")
        if status in responses:
            sys.exit(f"{file}: {method.upper()} {path} {status} is described; remove the line")
        responses[status] = {
            "description": "listed in " + file,
            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/error"}}},
        }
    return document


def describe(ready, file):
    document = plain(ready, file)
    known = ids(ready)
    samples = [(it["method"].lower(), it["path"], it["body"]) for it in ready["requests"]]
    for path, item in document["paths"].items():
        for method in METHODS:
            if method in item:
                operation(document, path, method, item, known, samples)
        item.pop("parameters", None)
    return document


def operation(document, path, method, item, known, samples):
    """Says which ids fit each other, and gives one good request."""
    fitting = {**known, **values_in(path, method, known, samples)}
    item[method]["parameters"] = [
        parameter(document, it, path, method, fitting) for it in item[method].get("parameters", []) + item.get("parameters", [])
    ]
    for kind, content in item[method].get("requestBody", {}).get("content", {}).items():
        content["schema"] = with_ids(inlined(document, content["schema"]), known)
        for sampled, place, body in samples:
            if kind == "application/json" and sampled == method and body and re.fullmatch(pattern(path), place):
                content["example"] = json.loads(body)


def pattern(path):
    return re.sub(r"{([^}]*)}", r"(?P<\1>[^/]+)", path)


def values_in(path, method, known, samples):
    """An id of a part fits only the service that has the part; and what a good request for the same place names exists."""
    names = re.findall(r"{([^}]*)}", path)
    for sampled, place, _ in sorted(samples, key=lambda it: it[0] != method):
        match = re.fullmatch(pattern(path), place)
        if match:
            return {name: first(match[name], name, path, known) for name in names if name != names[-1] or method != "delete"}
    return {"serviceId": [known["owners"][part(path)]]} if part(path) in known["owners"] else {}


def part(path):
    return path.split("/")[3] if path.startswith("/services/{serviceId}/") else ""


def first(value, name, path, known):
    """Most services have not the part at all, and chance would take one of them."""
    return [value] + ([] if part(path) in known["owners"] else [it for it in known[name] if it != value])


def parameter(document, it, path, method, known):
    if "$ref" in it:
        it = document["components"]["parameters"][it["$ref"].rpartition("/")[2]]
    values = known.get(it["name"])
    if not values:
        return it
    if it["in"] != "path":
        return {**it, "schema": chosen(it["schema"], values + [NOTHING])}
    example = values[0]
    # The last of each kind are there to be deleted, with one that cannot be; the others stay, or nothing would be left.
    if it["name"] in LISTS and len(values) > 1 and path.count("/") == 2:
        kept = {"environmentId": -3, "projectId": -2}.get(it["name"], -1)
        values = values[kept:] if method == "delete" else values[:kept]
        example = values[-1] if method == "delete" else values[0]
    return {**it, "example": example, "schema": chosen(it["schema"], values + [NOTHING])}


def answers(report):
    """The statuses that each operation was answered with, from a report of schemathesis in NDJSON."""
    found = {}
    for line in open(report, encoding="utf-8"):
        recorder = json.loads(line).get("ScenarioFinished", {}).get("recorder")
        if recorder:
            statuses = found.setdefault(recorder["label"], set())
            for it in recorder.get("interactions", {}).values():
                if it.get("response"):
                    statuses.add(str(it["response"]["status_code"]))
    return found


def idle(file, report):
    """What a run did not show: deviations that are no longer, and operations that never did what they are for."""
    found = answers(report)
    if not found:
        sys.exit(f"{report} has no answers: schemathesis has asked nothing, or writes its report in another form")
    for method, path, status in deviations(file):
        if status not in found.get(f"{method.upper()} {path}", ()):
            yield f"{file}: {method.upper()} {path} {status} does not occur any more; remove the line"
    for operation, statuses in sorted(found.items()):
        if operation not in BRIEF and not any(it.startswith("2") for it in statuses):
            yield f"{operation} was never answered well, only with {' '.join(sorted(statuses))}: give SandboxProcess what it needs"


def load(file):
    return json.load(open(file, encoding="utf-8"))


def main(arguments):
    if arguments[0] == "describe":
        json.dump(describe(load(arguments[1]), arguments[2]), sys.stdout)
    elif arguments[0] == "plain":
        json.dump(plain(load(arguments[1]), arguments[2]), sys.stdout)
    elif arguments[0] == "idle":
        left = list(idle(arguments[1], arguments[2]))
        print("\n".join(left))
        sys.exit(1 if left else 0)
    else:
        sys.exit(__doc__)


main(sys.argv[1:])
