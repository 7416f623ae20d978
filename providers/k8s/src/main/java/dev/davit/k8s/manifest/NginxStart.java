package dev.davit.k8s.manifest;

import java.util.List;

/**
 * Starts an nginx that answers on IPv4 and, where the node has it, on IPv6. A plain {@code listen [::]} would stop nginx on a node
 * without; the image's own script, which asks the same file, changes a configuration that is read-only here. Source:
 * https://github.com/nginxinc/docker-nginx-unprivileged, {@code 10-listen-on-ipv6-by-default.sh}
 */
final class NginxStart {
    private NginxStart() {}

    /** Gives the lines of the {@code server} block; nothing need be there that fits the second. */
    static String listen(int port, String indent) {
        return indent + "listen " + port + ";\n" + indent + "include /tmp/ipv6*.conf;\n";
    }

    /**
     * Gives the container's command.
     *
     * @param options of nginx, each with a space before it
     */
    static List<String> command(int port, String options) {
        return List.of(
                "sh",
                "-c",
                "[ ! -f /proc/net/if_inet6 ] || echo 'listen [::]:" + port + ";' >/tmp/ipv6.conf; exec nginx" + options
                        + " -g 'daemon off;'");
    }
}
