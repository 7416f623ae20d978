package dev.davit.k8s.importing;

import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.k8s.schema.ManifestSchema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Knows which kinds have namespaces: by the schema, by definitions of custom kinds among the objects, else by a guess. */
final class Scopes {
    /** Kinds of Kubernetes itself that the schema does not hold. Source: {@code kubectl api-resources --namespaced=false}, 1.34 */
    private static final Set<String> CLUSTER = Set.of(
            "APIService",
            "CertificateSigningRequest",
            "ComponentStatus",
            "CSIDriver",
            "CSINode",
            "CustomResourceDefinition",
            "DeviceClass",
            "FlowSchema",
            "GatewayClass",
            "IngressClass",
            "IPAddress",
            "MutatingAdmissionPolicy",
            "MutatingAdmissionPolicyBinding",
            "MutatingWebhookConfiguration",
            "Node",
            "PersistentVolume",
            "PriorityLevelConfiguration",
            "ResourceSlice",
            "RuntimeClass",
            "ServiceCIDR",
            "StorageClass",
            "ValidatingAdmissionPolicy",
            "ValidatingAdmissionPolicyBinding",
            "ValidatingWebhookConfiguration",
            "VolumeAttachment",
            "VolumeAttributesClass");

    static final ManifestSchema SCHEMA = ManifestSchema.embedded();

    private final Map<String, Boolean> custom = new HashMap<>();

    Scopes(List<Found> objects) {
        objects.stream()
                .map(Found::tree)
                .filter(it -> text(it, "kind").equals("CustomResourceDefinition"))
                .flatMap(it -> it.getMap("spec").stream())
                .forEach(spec -> custom.put(
                        text(spec, "group") + " "
                                + spec.getMap("names")
                                        .map(it -> text(it, "kind"))
                                        .orElse(""),
                        text(spec, "scope").equals("Namespaced")));
    }

    boolean namespaced(MapNode object) {
        String version = text(object, "apiVersion");
        String kind = text(object, "kind");
        String group = version.contains("/") ? version.substring(0, version.indexOf('/')) : "";
        return SCHEMA.namespaced(version, kind)
                .or(() -> Optional.ofNullable(custom.get(group + " " + kind)))
                .orElseGet(() -> !CLUSTER.contains(kind) && (hasNamespace(object) || !kind.startsWith("Cluster")));
    }

    private static boolean hasNamespace(MapNode object) {
        return object.getMap("metadata").filter(it -> it.has("namespace")).isPresent();
    }

    static String text(MapNode map, String key) {
        Node node = map.get(key).orElse(null);
        return node == null ? "" : String.valueOf(node);
    }
}
