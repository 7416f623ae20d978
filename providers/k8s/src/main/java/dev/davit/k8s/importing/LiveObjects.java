package dev.davit.k8s.importing;

import dev.davit.apply.ApplyException;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.importing.Decision;
import dev.davit.importing.ImportException;
import dev.davit.importing.ImportSource;
import dev.davit.importing.Remarks;
import dev.davit.k8s.cluster.ApiServer;
import dev.davit.k8s.cluster.Clusters;
import dev.davit.k8s.cluster.Kind;
import dev.davit.k8s.cluster.Reply;
import dev.davit.k8s.compare.Asked;
import dev.davit.k8s.compare.Listing;
import dev.davit.k8s.ownership.Home;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the objects of a namespace that somebody asked for. What controllers and the cluster make for themselves is left out.
 */
final class LiveObjects {
    private static final String DEFAULT = "default";
    private static final String LIVE = "live";
    private static final Remarks NO_REMARKS = new Remarks(List.of(), List.of());

    /** Nobody writes these. */
    private static final Set<String> OF_THE_CLUSTER = Set.of(
            "Event",
            "Event.events.k8s.io",
            "ControllerRevision.apps",
            "Lease.coordination.k8s.io",
            "PodMetrics.metrics.k8s.io",
            "PodTemplate",
            "CSIStorageCapacity.storage.k8s.io");

    private LiveObjects() {}

    static Bundle read(Clusters clusters, ImportSource.Live live) {
        String namespace = live.scope().orElse(DEFAULT);
        Clusters.Named cluster = clusters.connect(live.place());
        try (ApiServer server = cluster.server()) {
            MapNode place = namespace(server, namespace);
            List<Decision> unread = new ArrayList<>();
            List<Found> found =
                    new ArrayList<>(found(server, namespace, live.selector().orElse(""), unread));
            if (isOfStack(place) && live.selector().isEmpty()) {
                found.add(new Found(Asked.of(place), LIVE, NO_REMARKS));
            }
            if (found.isEmpty()) {
                throw new ImportException(
                        "there is nothing to import",
                        "namespace " + namespace + " of context " + cluster.context(),
                        "it has no object that somebody made"
                                + live.selector().map(it -> " with " + it).orElse(""),
                        "name another --namespace, --selector or --context");
            }
            Set<String> namespaced = new HashSet<>();
            server.kinds().preferred().stream().filter(Kind::namespaced).forEach(it -> namespaced.add(it.kind()));
            return Bundle.of(
                    "namespace " + namespace,
                    Optional.of(namespace),
                    live.place(),
                    found,
                    unread,
                    it -> namespaced.contains(Scopes.text(it, "kind"))
                            && !Scopes.text(it, "kind").equals("Namespace"));
        }
    }

    private static MapNode namespace(ApiServer server, String name) {
        Reply reply = server.get("/api/v1/namespaces/" + name);
        if (reply.notFound()) {
            throw new ImportException(
                    "there is no such namespace",
                    "--namespace " + name,
                    server.address() + " does not have it",
                    "name another --namespace or --context");
        }
        return reply.body();
    }

    /** A namespace that a stack made is the stack's; any other is kept by others. */
    private static boolean isOfStack(MapNode namespace) {
        return namespace
                .getMap("metadata")
                .flatMap(it -> it.getMap("labels"))
                .flatMap(it -> it.getText("app.kubernetes.io/managed-by"))
                .filter("davit"::equals)
                .isPresent();
    }

    private static List<Found> found(ApiServer server, String namespace, String selector, List<Decision> unread) {
        List<MapNode> all = new ArrayList<>();
        Listing listing = new Listing(server);
        for (Kind kind : server.kinds().preferred()) {
            if (kind.namespaced() && kind.listable() && !OF_THE_CLUSTER.contains(kind.key())) {
                try {
                    all.addAll(listing.of(kind, namespace, selector));
                } catch (ApplyException e) {
                    if (e.reason() != ApplyException.Reason.NO_PERMISSION) {
                        throw e;
                    }
                    unread.add(new Decision(
                            Decision.Kind.LEFT_OUT,
                            LIVE,
                            0,
                            1,
                            kind.key(),
                            kind.plural() + " are not read",
                            "you may not list them in this namespace"));
                }
            }
        }
        Set<String> claims = claims(all);
        Set<String> selecting = selecting(all);
        return all.stream()
                .filter(it -> isAskedFor(it, claims, selecting))
                .map(it -> new Found(Asked.of(it), LIVE, NO_REMARKS))
                .toList();
    }

    private static boolean isAskedFor(MapNode object, Set<String> claims, Set<String> selecting) {
        MapNode metadata = object.getMap("metadata").orElse(new MapNode(null));
        String kind = Scopes.text(object, "kind");
        String name = Scopes.text(metadata, "name");
        boolean owned = metadata.getList("ownerReferences").map(ListNode::size).orElse(0) > 0;
        boolean leaving = metadata.has("deletionTimestamp");
        boolean ofCluster = kind.equals("ServiceAccount") && name.equals(DEFAULT)
                || kind.equals("ConfigMap") && name.equals("kube-root-ca.crt")
                || kind.equals("Service")
                        && name.equals("kubernetes")
                        && Scopes.text(metadata, "namespace").equals(DEFAULT);
        boolean ofDavit = kind.equals("Secret")
                && (Scopes.text(object, "type").startsWith("davit.dev/")
                        || metadata.getMap("labels")
                                .filter(it -> it.has(Home.ID))
                                .isPresent());
        boolean ofSet = kind.equals("PersistentVolumeClaim") && claims.stream().anyMatch(name::matches);
        boolean ofService = kind.equals("Endpoints") && selecting.contains(name);
        return !ofService && !owned && !leaving && !ofCluster && !ofDavit && !ofSet;
    }

    /** Gives the names of the Services whose endpoints a controller writes. */
    private static Set<String> selecting(List<MapNode> objects) {
        Set<String> names = new HashSet<>();
        for (MapNode object : objects) {
            boolean selects = Scopes.text(object, "kind").equals("Service")
                    && object.getMap("spec").filter(it -> it.has("selector")).isPresent();
            if (selects) {
                names.add(Scopes.text(object.getMap("metadata").orElse(new MapNode(null)), "name"));
            }
        }
        return names;
    }

    /** Gives the names of the claims that StatefulSets make. */
    private static Set<String> claims(List<MapNode> objects) {
        Set<String> names = new HashSet<>();
        for (MapNode set : objects) {
            if (Scopes.text(set, "kind").equals("StatefulSet")) {
                String name = Tree.text(set, "metadata", "name").orElse("");
                Tree.maps(set, "spec", "volumeClaimTemplates")
                        .forEach(claim ->
                                names.add(Tree.text(claim, "metadata", "name").orElse("") + "-" + name + "-\\d+"));
            }
        }
        return names;
    }
}
