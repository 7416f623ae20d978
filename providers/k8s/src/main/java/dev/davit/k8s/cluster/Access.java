package dev.davit.k8s.cluster;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Hold all that it takes to reach an API server.
 *
 * @param context the context's name, or {@code in-cluster}
 * @param server the address
 * @param authority the certificate authorities in PEM; empty for those that the JDK trusts
 * @param serverName the name that the server's certificate is checked against, where it is not the address
 * @param proxy the proxy, if there is one
 * @param headers more headers: whom to act for
 * @param login the credential
 */
record Access(
        String context,
        URI server,
        Optional<String> authority,
        Optional<String> serverName,
        Optional<InetSocketAddress> proxy,
        Map<String, List<String>> headers,
        Login login) {
    Access {
        Objects.requireNonNull(context, "context");
        Objects.requireNonNull(server, "server");
        headers = Map.copyOf(headers);
        Objects.requireNonNull(login, "login");
    }
}
