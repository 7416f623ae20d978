package dev.davit.k8s.schema;

import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.schema.Nearest;
import java.util.List;
import java.util.Optional;

/** Find out what kind of document it is. */
final class KindOf {
    private KindOf() {}

    /** Give the kind, or report why there is none. */
    static Optional<ManifestKind> document(MapNode document, Place root, Definitions definitions, Findings findings) {
        Optional<String> apiVersion = text("apiVersion", document, root, findings);
        Optional<String> kind = text("kind", document, root, findings);
        if (apiVersion.isEmpty() || kind.isEmpty()) {
            return Optional.empty();
        }
        Optional<ManifestKind> known = definitions.kind(apiVersion.get(), kind.get());
        if (known.isEmpty()) {
            unknown(kind.get(), document, root, definitions, findings);
        }
        return known;
    }

    private static Optional<String> text(String field, MapNode document, Place root, Findings findings) {
        Optional<String> text = document.getText(field);
        if (text.isEmpty()) {
            findings.add(root, "needs the field \"" + field + "\", which holds text");
        }
        return text;
    }

    private static void unknown(String kind, MapNode document, Place root, Definitions definitions, Findings findings) {
        List<ManifestKind> same = definitions.kinds().stream()
                .filter(known -> known.kind().equals(kind))
                .toList();
        if (same.isEmpty()) {
            List<String> kinds =
                    definitions.kinds().stream().map(ManifestKind::kind).toList();
            findings.add(
                    at("kind", document, root),
                    "is no kind that this schema of Kubernetes 1.34 holds, so the document cannot be checked"
                            + Nearest.to(kind, kinds)
                                    .map(near -> "; the nearest is \"" + near + "\"")
                                    .orElse(""));
            return;
        }
        findings.add(
                at("apiVersion", document, root),
                "is no version of this kind that Kubernetes 1.34 serves; write \""
                        + same.get(0).apiVersion() + "\"");
    }

    private static Place at(String field, MapNode document, Place root) {
        Node node = document.get(field).orElseThrow();
        return root.child(field, node);
    }
}
