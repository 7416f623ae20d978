package dev.davit.k8s.operate;

import dev.davit.k8s.cluster.ApiServer;
import dev.davit.k8s.cluster.Reply;
import dev.davit.k8s.manifest.Manifests;
import dev.davit.k8s.ownership.Home;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Read the token that callers on other targets show to a service: the cluster makes it up, and nobody else knows it. */
public final class AccessToken {
    private AccessToken() {}

    /**
     * Read it; empty as long as the cluster has not made it.
     *
     * @param service the id of the service
     * @throws dev.davit.apply.ApplyException if the server does not answer, or does not let us read the Secret
     */
    public static Optional<String> of(ApiServer api, Home home, String service) {
        String name = Manifests.accessSecret(service);
        Reply reply = api.get("/api/v1/namespaces/" + home.namespace() + "/secrets/" + name);
        if (reply.notFound()) {
            return Optional.empty();
        }
        if (!reply.ok()) {
            throw Answers.refused(reply, "Secret " + home.namespace() + "/" + name);
        }
        return reply.body()
                .getMap("data")
                .flatMap(it -> it.getText(Manifests.ACCESS_TOKEN))
                .map(it -> new String(Base64.getDecoder().decode(it), StandardCharsets.UTF_8));
    }
}
