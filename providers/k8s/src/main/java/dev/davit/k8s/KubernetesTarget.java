package dev.davit.k8s;

import dev.davit.check.Finding;
import dev.davit.document.MapNode;
import dev.davit.k8s.cluster.Clusters;
import dev.davit.k8s.manifest.Manifests;
import dev.davit.k8s.schema.ManifestSchema;
import dev.davit.model.Assembly;
import dev.davit.schema.Violation;
import dev.davit.target.ConnectOptions;
import dev.davit.target.Connection;
import dev.davit.target.LiveTarget;
import dev.davit.target.Scope;
import dev.davit.target.Synthesized;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Turn a definition into Kubernetes manifests, one file per resource and {@code kustomization.yaml}, and bring a cluster there. */
public final class KubernetesTarget implements LiveTarget {
    private ManifestSchema schema;

    /** Make the target; {@code ServiceLoader} does. */
    public KubernetesTarget() {}

    @Override
    public String name() {
        return Manifests.TARGET;
    }

    @Override
    public Set<String> findingIds() {
        return Manifests.findingIds();
    }

    @Override
    public Synthesized synthesize(Scope scope, Consumer<Finding> findings) {
        return Manifests.of(scope, findings);
    }

    @Override
    public List<Violation> validate(MapNode document) {
        ManifestSchema schema = schema();
        // Of a kind that only a cluster knows, such as a custom one, only the cluster can say what is wrong.
        boolean foreign = !schema.knows(document)
                && document.getText("kind").flatMap(schema::nearest).isEmpty();
        return foreign ? List.of() : schema.check(document);
    }

    /** Read once, whoever asks first. */
    private synchronized ManifestSchema schema() {
        if (schema == null) {
            schema = ManifestSchema.embedded();
        }
        return schema;
    }

    @Override
    public void prepare() {
        Clusters.prepare();
    }

    @Override
    public Connection connect(ConnectOptions options) {
        return new KubernetesConnection(
                Clusters.ofThisProcess().connect(options.context(), options.usual()), options.scope());
    }

    @Override
    public Optional<String> scope(Assembly assembly) {
        return Optional.of(Manifests.namespace(assembly));
    }
}
