package dev.davit.k8s.compare;

import dev.davit.document.MapNode;
import dev.davit.k8s.cluster.ApiServer;
import dev.davit.k8s.ownership.Home;
import dev.davit.target.Workers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;

/** Hold what was read of a stack before its objects were known: its parent, and its members of the kinds that the parent names. */
public final class ReadAhead {
    private final Membership membership;
    private final Map<Members.Query, List<MapNode>> lists;
    private final int requests;

    private ReadAhead(Membership membership, Map<Members.Query, List<MapNode>> lists, int requests) {
        this.membership = membership;
        this.lists = lists;
        this.requests = requests;
    }

    /**
     * Read.
     *
     * @param beside what else is to be asked for, once the server is known to answer: more than one first call would take more than one
     *     connection
     * @throws dev.davit.apply.ApplyException if the server does not answer or refuses to
     */
    public static ReadAhead of(ApiServer server, Home home, Callable<?> beside) {
        int before = server.requests();
        Membership membership = Membership.read(server, home);
        try (Workers workers = new Workers()) {
            Future<?> other = workers.start(beside);
            Map<Members.Query, List<MapNode>> lists = new Members(server, workers).ahead(membership);
            if (!membership.exists()) {
                // Whoever compares next asks for the kinds.
                server.kinds();
            }
            Workers.result(other);
            return new ReadAhead(membership, lists, server.requests() - before);
        }
    }

    Membership membership() {
        return membership;
    }

    Map<Members.Query, List<MapNode>> lists() {
        return lists;
    }

    /** Count the requests that it took. */
    int requests() {
        return requests;
    }
}
