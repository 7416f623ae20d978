package dev.davit.k8s.compare;

import dev.davit.document.MapNode;
import dev.davit.k8s.cluster.ApiServer;
import dev.davit.k8s.ownership.Home;
import dev.davit.target.Workers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;

/** Hold what was read of a stack before its objects were known: its parent, and its members of the kinds that the parent names. */
public final class ReadAhead {
    private final Membership membership;
    private final Map<Members.Query, List<MapNode>> lists;
    private final Set<String> namespaces;
    private final int requests;

    private ReadAhead(
            Membership membership, Map<Members.Query, List<MapNode>> lists, Set<String> namespaces, int requests) {
        this.membership = membership;
        this.lists = lists;
        this.namespaces = namespaces;
        this.requests = requests;
    }

    /**
     * Read.
     *
     * @throws dev.davit.apply.ApplyException if the server does not answer or refuses to
     */
    public static ReadAhead of(ApiServer server, Home home) {
        int before = server.requests();
        try (Workers workers = new Workers()) {
            Future<Membership> reading = workers.start(() -> Membership.read(server, home));
            Future<Boolean> isMissing = workers.start(() -> Namespaces.isMissing(server, home.namespace()));
            // Also where there are no members: whoever compares next asks for the kinds.
            server.kinds();
            Membership membership = Workers.result(reading);
            Map<Members.Query, List<MapNode>> lists = new Members(server, workers).ahead(membership);
            Set<String> namespaces = Workers.result(isMissing) ? Set.of() : Set.of(home.namespace());
            return new ReadAhead(membership, lists, namespaces, server.requests() - before);
        }
    }

    Membership membership() {
        return membership;
    }

    Map<Members.Query, List<MapNode>> lists() {
        return lists;
    }

    /** Give those namespaces that are known to be there. */
    Set<String> namespaces() {
        return namespaces;
    }

    /** Count the requests that it took. */
    int requests() {
        return requests;
    }
}
