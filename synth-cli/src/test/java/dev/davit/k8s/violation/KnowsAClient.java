package dev.davit.k8s.violation;

import io.fabric8.kubernetes.client.http.HttpClient;

/** What speaks with an API server has one place. */
public final class KnowsAClient {
    private HttpClient client;

    public boolean isOpen() {
        return !client.isClosed();
    }
}
