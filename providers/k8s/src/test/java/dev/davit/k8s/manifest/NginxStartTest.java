package dev.davit.k8s.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NginxStartTest {
    @TempDir
    Path folder;

    @Test
    void a_real_nginx_answers_on_both_families_where_the_machine_has_both() throws Exception {
        assumeTrue(Nginx.isThere(), "no nginx on this machine");
        int port = Asking.freePort();
        try (Nginx nginx = start(port, "/proc/net/if_inet6")) {
            assertThat(nginx).isNotNull();
            assertThat(Asking.get(port, "/").body()).isEqualTo("here");
            assumeTrue(Files.exists(Path.of("/proc/net/if_inet6")), "no IPv6 on this machine");
            assertThat(Asking.get("[::1]", port, "/").body()).isEqualTo("here");
        }
    }

    @Test
    void a_real_nginx_starts_on_a_node_without_ipv6() throws Exception {
        assumeTrue(Nginx.isThere(), "no nginx on this machine");
        int port = Asking.freePort();
        try (Nginx nginx = start(port, "/proc/net/none")) {
            assertThat(nginx).isNotNull();
            assertThat(Asking.get(port, "/").body()).isEqualTo("here");
            assertThat(folder.resolve("ipv6.conf")).doesNotExist();
        }
    }

    @Test
    void what_the_command_writes_is_what_the_configuration_reads() {
        assertThat(NginxStart.listen(8080, "  ")).isEqualTo("  listen 8080;\n  include /tmp/ipv6*.conf;\n");
        assertThat(NginxStart.command(8080, ""))
                .containsExactly(
                        "sh",
                        "-c",
                        "[ ! -f /proc/net/if_inet6 ] || echo 'listen [::]:8080;' >/tmp/ipv6.conf;"
                                + " exec nginx -g 'daemon off;'");
    }

    private Nginx start(int port, String families) throws Exception {
        String server = "server {\n" + NginxStart.listen(port, "  ") + "  location / {\n    return 200 here;\n  }\n}\n";
        String frame = Nginx.frame(folder, server).replace("daemon off;\n", "").replace("/tmp/ipv6", folder + "/ipv6");
        Path file = Files.writeString(folder.resolve("nginx.conf"), frame);
        List<String> command = NginxStart.command(port, " -c " + file).stream()
                .map(it -> it.replace("/tmp/ipv6", folder + "/ipv6").replace("/proc/net/if_inet6", families))
                .toList();
        return Nginx.of(folder, command);
    }
}
