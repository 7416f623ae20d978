package dev.davit.k8s.manifest;

import dev.davit.document.MapNode;
import dev.davit.document.Origin;
import dev.davit.k8s.cluster.Kind;
import dev.davit.model.DesiredObject;
import dev.davit.model.ResourceKey;
import dev.davit.model.SecretSpec;
import dev.davit.plan.ObjectKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Refuses two objects of one name. Names are made of ids and suffixes, and those may meet: {@code api-pods} names a service's
 * instances, and can be an id as well. Secrets count, too, although no file holds them.
 */
final class UniqueNames {
    /**
     * Says whose object it is.
     *
     * @param resource the resource, if it is one's
     * @param origin why it is there
     */
    private record Owner(Optional<ResourceKey> resource, Optional<Origin> origin) {}

    private final Cluster cluster;
    private final Map<ObjectKey, Owner> owners = new HashMap<>();

    private UniqueNames(Cluster cluster) {
        this.cluster = cluster;
    }

    static void check(Cluster cluster, List<DesiredObject> objects) {
        UniqueNames names = new UniqueNames(cluster);
        for (DesiredObject object : objects) {
            names.add(
                    key(object.tree()),
                    object.address(),
                    new Owner(object.resource(), object.tree().origin()));
        }
        Credentials.of(cluster).forEach(it -> names.secret(it.secret(), new Owner(Optional.empty(), Optional.empty())));
        cluster.specs(SecretSpec.class).stream()
                .filter(it -> !it.generated())
                .forEach(it -> names.secret(
                        it.id(),
                        new Owner(
                                Optional.of(it.key()),
                                Optional.of(it.declaration().created()))));
    }

    /** Objects of other groups and in other namespaces can have the same name. */
    private static ObjectKey key(MapNode tree) {
        MapNode metadata = tree.getMap("metadata").orElse(new MapNode(null));
        return new ObjectKey(
                Kind.key(tree),
                metadata.getText("namespace").orElse(""),
                metadata.getText("name").orElse(""));
    }

    private void secret(String name, Owner owner) {
        add(new ObjectKey("Secret", cluster.namespace(), name), "Secret/" + name, owner);
    }

    private void add(ObjectKey key, String address, Owner owner) {
        Owner first = owners.putIfAbsent(key, owner);
        if (first != null) {
            cluster.findings()
                    .error(Findings.NAME)
                    .add(
                            owner.resource().orElse(null),
                            owner.origin().orElse(null),
                            address + " is there twice",
                            "a name made for "
                                    + first.resource().map(Object::toString).orElse("the stack")
                                    + " is the same",
                            "give one of them another id");
        }
    }
}
