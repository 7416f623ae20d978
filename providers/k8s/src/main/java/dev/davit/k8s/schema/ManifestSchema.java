package dev.davit.k8s.schema;

import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.schema.Nearest;
import dev.davit.schema.Violation;
import java.util.List;
import java.util.Optional;

/**
 * Check manifests as the API server of Kubernetes 1.34 does when it is asked to be strict.
 *
 * <p>It knows the kinds that Davit emits, KEDA's ScaledObject and TriggerAuthentication, and the file
 * {@code kustomization.yaml}. Fields, types, enumerations and list keys are the server's own, from its OpenAPI documents;
 * names, labels and the few other limits that those documents leave out are in {@code beyond-openapi.txt}, each with its
 * source. What the server finds out by comparing fields with each other, such as a selector that matches no template, is
 * not checked.
 */
public final class ManifestSchema {
    private final Definitions definitions;

    private ManifestSchema(Definitions definitions) {
        this.definitions = definitions;
    }

    /** Read the schema that this library carries: a few milliseconds, so ask for it only when there is something to check. */
    public static ManifestSchema embedded() {
        return new ManifestSchema(Definitions.read("kubernetes.txt", "kustomize.txt", "beyond-openapi.txt"));
    }

    /**
     * Give what is wrong with a document, in its own order; nothing if the server would accept it.
     *
     * <p>A field that is missing is reported at the map that lacks it, everything else at the node itself.
     */
    public List<Violation> check(MapNode document) {
        Findings findings = new Findings();
        Place root = Place.root(document);
        Optional<ManifestKind> kind = KindOf.document(document, root, definitions, findings);
        kind.ifPresent(known -> {
            new Walk(definitions, findings).object(document, definitions.object(known.definition()), root);
            known.name().check(document, root, findings);
        });
        return findings.inOrder();
    }

    /** Say whether objects of a kind are in namespaces; empty for a kind that the schema does not hold. */
    public Optional<Boolean> namespaced(String apiVersion, String kind) {
        return definitions.kind(apiVersion, kind).map(ManifestKind::namespaced);
    }

    /** Give the kinds that the schema holds whose names are most like another. */
    public Optional<String> nearest(String kind) {
        return Nearest.to(
                kind, definitions.kinds().stream().map(ManifestKind::kind).toList());
    }

    /** Say whether a node is a document of a kind that the schema holds. */
    public boolean knows(Node node) {
        return node instanceof MapNode document
                && definitions
                        .kind(
                                document.getText("apiVersion").orElse(""),
                                document.getText("kind").orElse(""))
                        .isPresent();
    }
}
