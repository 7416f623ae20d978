package dev.davit.k8s.operate;

import dev.davit.k8s.cluster.ApiServer;
import dev.davit.k8s.cluster.Reply;
import dev.davit.k8s.ownership.Home;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Lists the objects that carry a stack's mark. */
final class Marked {
    private final ApiServer api;

    Marked(ApiServer api) {
        this.api = api;
    }

    /** Gives the namespaces in which there may be any; none for a stack that was never applied. */
    Set<String> namespaces(Home home) {
        Reply parent = api.get(home.parent());
        if (parent.notFound()) {
            return Set.of();
        }
        Set<String> namespaces =
                new TreeSet<>(ApplySet.of(new Live(parent.body())).namespaces());
        namespaces.add(home.namespace());
        return namespaces;
    }

    /**
     * Lists those of one kind.
     *
     * @param path the version and the kind's name in paths: {@code apps/v1/deployments}
     */
    List<Live> of(Home home, String namespace, String path, String kind) {
        int slash = path.lastIndexOf('/');
        String version = path.substring(0, slash);
        String query = "/apis/" + version + "/namespaces/" + namespace + path.substring(slash) + "?labelSelector="
                + Home.MEMBER + "%3D" + home.id();
        Reply reply = api.get(query);
        if (!reply.ok()) {
            throw Answers.refused(reply, "namespace " + namespace);
        }
        return items(reply, version, kind);
    }

    /** Gives the items of a list, which themselves say neither version nor kind. */
    static List<Live> items(Reply list, String version, String kind) {
        return new Live(list.body())
                .maps("items")
                .map(it -> new Live(it.tree().copy().put("apiVersion", version).put("kind", kind)))
                .toList();
    }
}
