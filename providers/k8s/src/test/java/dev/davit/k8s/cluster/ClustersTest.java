package dev.davit.k8s.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.apply.ApplyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClustersTest {
    @TempDir
    Path folder;

    private Access access(String user, String cluster, String context) throws IOException {
        Path file = folder.resolve("config");
        Files.writeString(file, """
                current-context: one
                contexts:
                  - {name: one, context: {cluster: c, user: u}}
                clusters:
                  - {name: c, cluster: {%s}}
                users:
                  - {name: u, user: {%s}}
                """.formatted(cluster, user));
        return new Clusters(Map.of("KUBECONFIG", file.toString()), folder)
                .access(Optional.of(context).filter(it -> !it.isEmpty()));
    }

    @Test
    void the_current_context_counts_where_none_is_named() throws IOException {
        Access access = access("token: t", "server: 'https://10.0.0.1:6443/'", "");

        assertThat(access.context()).isEqualTo("one");
        assertThat(access.server()).hasToString("https://10.0.0.1:6443");
        assertThat(access.login().now().authorization()).contains("Bearer t");
        assertThat(access.login().now()).hasToString("credential");
    }

    @Test
    void a_context_that_is_not_there_is_refused_with_those_that_are() {
        assertThatThrownBy(() -> access("", "server: 'https://x'", "two"))
                .isInstanceOf(ApplyException.class)
                .hasMessage("there is no context \"two\"")
                .extracting(it -> ((ApplyException) it).next())
                .isEqualTo("name one of these: one");
    }

    @Test
    void nobody_switches_the_verification_of_the_server_off() {
        assertThatThrownBy(() -> access("token: t", "server: 'https://x', insecure-skip-tls-verify: true", ""))
                .hasMessage("the cluster of the context \"one\" says insecure-skip-tls-verify");
        assertThatThrownBy(() -> access("token: t", "server: 'http://10.0.0.1'", ""))
                .hasMessage("the server's address is not encrypted: \"http://10.0.0.1\"");
    }

    @Test
    void a_server_has_the_name_that_is_given_and_that_can_be_one() throws IOException {
        assertThat(access("token: t", "server: 'https://10.0.0.1', tls-server-name: kubernetes", "")
                        .serverName())
                .contains("kubernetes");
        assertThatThrownBy(() -> access("token: t", "server: 'https://10.0.0.1', tls-server-name: 'a b'", ""))
                .hasMessage("tls-server-name is no name of a server: \"a b\"");
    }

    @Test
    void a_plugin_is_started_from_its_arguments_and_no_shell_reads_them() throws IOException {
        Path made = folder.resolve("made");
        String script = "printf '{\"status\":{\"token\":\"%s\"}}' \"$1\"";
        Access access = access(
                "exec: {apiVersion: client.authentication.k8s.io/v1, command: sh, args: [-c, '"
                        + script.replace("'", "''") + "', sh, '$(touch " + made + ")']}",
                "server: 'https://x'",
                "");

        assertThat(access.login().now().authorization()).contains("Bearer $(touch " + made + ")");
        assertThat(made).doesNotExist();
    }

    @Test
    void a_plugin_is_asked_again_once_its_credential_was_refused() {
        Path count = folder.resolve("count");
        ExecPlugin plugin = new ExecPlugin(
                List.of(
                        "sh",
                        "-c",
                        "echo >> " + count + "; printf '{\"status\":{\"token\":\"'$(wc -l < " + count + ")'\"}}'"),
                Map.of("PATH", System.getenv("PATH")),
                "",
                10);

        Credential first = plugin.now();
        assertThat(plugin.now()).isSameAs(first);
        assertThat(plugin.renewed(first).authorization()).contains("Bearer 2");
    }

    @Test
    void a_plugin_that_fails_is_named_with_its_last_words() {
        ExecPlugin plugin = new ExecPlugin(
                List.of("sh", "-c", "echo please log in >&2; exit 3"), Map.of("PATH", System.getenv("PATH")), "", 10);

        assertThatThrownBy(plugin::now).hasMessage("the credential plugin ended with 3: please log in");
    }

    @Test
    void inside_a_cluster_the_pods_account_counts() throws IOException {
        Files.writeString(folder.resolve("ca.crt"), "ca");
        Files.writeString(folder.resolve("token"), "t\n");

        Access access = new Clusters(
                        Map.of(
                                "KUBERNETES_SERVICE_HOST",
                                "fd00::1",
                                "KUBERNETES_SERVICE_PORT",
                                "443",
                                "KUBECONFIG",
                                folder.resolve("none").toString()),
                        folder)
                .access(Optional.empty());

        assertThat(access.server()).hasToString("https://[fd00::1]:443");
        assertThat(access.login().now().authorization()).contains("Bearer t");
    }
}
