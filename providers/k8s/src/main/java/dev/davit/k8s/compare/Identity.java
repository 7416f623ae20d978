package dev.davit.k8s.compare;

import dev.davit.apply.ApplyException;
import dev.davit.k8s.cluster.ApiServer;
import dev.davit.k8s.cluster.Reply;
import dev.davit.plan.Place;
import java.util.Optional;

/** Tell clusters apart, whatever they are called: a cluster lives as long as its first namespace. */
public final class Identity {
    private Identity() {}

    /** Name the place; where the namespace may not be read, the address is all that there is. */
    public static Place of(ApiServer server, String context) {
        return new Place(
                "kubernetes", "context " + context + ", " + server.address(), identity(server), Optional.of(context));
    }

    private static String identity(ApiServer server) {
        try {
            Reply reply = server.get("/api/v1/namespaces/kube-system");
            return reply.ok() ? Objects.uid(reply.body()) : server.address().toString();
        } catch (ApplyException e) {
            if (e.reason() == ApplyException.Reason.NO_PERMISSION
                    && !e.getMessage().contains("does not know us")) {
                return server.address().toString();
            }
            throw e;
        }
    }
}
