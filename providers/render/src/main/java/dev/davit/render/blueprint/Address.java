package dev.davit.render.blueprint;

import java.net.URI;
import java.util.Optional;

/**
 * Says how the public reaches a service that is not on Render.
 *
 * @param scheme {@code https} or {@code http}
 * @param host host name
 * @param port TCP port
 * @param path path that all of its paths start with; empty for the root
 * @param guarded true where the caller must show a token
 */
record Address(String scheme, String host, int port, String path, boolean guarded) {
    static Address ofHost(String host, boolean guarded) {
        return new Address("https", host, 443, "", guarded);
    }

    /** Reads {@code https://gpu.example.com/models}; empty for what is no such address, or holds a user name. */
    static Optional<Address> parse(String url) {
        try {
            URI uri = URI.create(url);
            String scheme = String.valueOf(uri.getScheme());
            if (uri.getHost() == null
                    || !scheme.matches("https?")
                    || uri.getRawQuery() != null
                    || uri.getRawUserInfo() != null) {
                return Optional.empty();
            }
            int port = uri.getPort() < 0 ? usual(scheme) : uri.getPort();
            return Optional.of(
                    new Address(scheme, uri.getHost(), port, uri.getRawPath().replaceAll("/+$", ""), true));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static int usual(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    /** Gives host and port as a URL writes them: the usual port is left out. */
    String authority() {
        return port == usual(scheme) ? host : host + ":" + port;
    }

    String url() {
        return scheme + "://" + authority() + path;
    }
}
