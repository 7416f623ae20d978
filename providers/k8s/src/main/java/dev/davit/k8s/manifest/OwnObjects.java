package dev.davit.k8s.manifest;

import dev.davit.KubernetesObject;
import dev.davit.document.MapNode;
import dev.davit.document.Origin;
import dev.davit.k8s.schema.ManifestSchema;
import dev.davit.model.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the objects that no resource becomes: as they were written, in the stack's namespace unless they name another. */
final class OwnObjects {
    private OwnObjects() {}

    static List<MapNode> of(Cluster cluster) {
        List<Setting> settings = cluster.settings().objects();
        if (settings.isEmpty()) {
            return List.of();
        }
        ManifestSchema schema = ManifestSchema.embedded();
        List<MapNode> trees = new ArrayList<>();
        for (Setting setting : settings) {
            KubernetesObject object = (KubernetesObject) setting.value();
            boolean namespaced =
                    schema.namespaced(object.apiVersion(), object.kind()).orElse(true);
            Origin call = setting.origin();
            // What is written raw may know more than the schema: what the schema says of it is a warning.
            Origin raw = call.location().map(it -> Origin.raw(call.text(), it)).orElse(call);
            trees.add(object.tree(Optional.of(cluster.namespace()).filter(it -> namespaced), raw));
        }
        return trees;
    }
}
