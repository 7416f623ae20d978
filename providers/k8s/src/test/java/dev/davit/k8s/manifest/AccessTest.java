package dev.davit.k8s.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import dev.davit.Image;
import dev.davit.Kubernetes;
import dev.davit.document.MapNode;
import dev.davit.model.DesiredObject;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asks a real nginx, where this machine has one; the golden files hold the text everywhere. */
class AccessTest {
    private static final String TOKEN = "0123456789abcdef".repeat(4);

    @TempDir
    Path folder;

    @Test
    void only_who_brings_the_token_reaches_the_program_and_the_program_never_sees_it() throws Exception {
        assumeTrue(Nginx.isThere(), "no nginx on this machine");
        AtomicReference<String> seen = new AtomicReference<>("nothing");
        HttpServer program = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        program.createContext("/", exchange -> {
            seen.set(exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("ok".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            exchange.close();
        });
        program.start();
        int port = Asking.freePort();
        try (Nginx nginx = Nginx.of(folder, config(port, program.getAddress().getPort()))) {
            assertThat(nginx).isNotNull();
            assertThat(Asking.get(port, "/").statusCode()).isEqualTo(401);
            assertThat(Asking.get(port, "/", "Authorization", "Bearer").statusCode())
                    .isEqualTo(401);
            assertThat(Asking.get(port, "/", "Authorization", "Bearer x" + TOKEN)
                            .statusCode())
                    .isEqualTo(401);
            assertThat(seen.get()).isEqualTo("nothing");
            assertThat(Asking.get(port, "/v1?x=1", "Authorization", "Bearer " + TOKEN)
                            .body())
                    .isEqualTo("ok");
            assertThat(seen.get()).isNull();
        } finally {
            program.stop(0);
        }
    }

    private String config(int port, int programPort) throws Exception {
        Made made = Made.of(infra -> {
            var api = infra.privateService("api", Image.of("a/b:1"), s -> s.port(8000));
            infra.deployTo(Kubernetes.context("c").expose(api, "api.example.com"));
        });
        String config = made.synthesized.objects().stream()
                .filter(it -> it.name().startsWith("api-access-"))
                .map(DesiredObject::tree)
                .map(it ->
                        ((MapNode) PodsOf.at(it, "data")).getText("nginx.conf").orElseThrow())
                .findFirst()
                .orElseThrow();
        Files.writeString(folder.resolve("allowed.conf"), texts(made).replace("{}", TOKEN));
        return "daemon off;\nmaster_process off;\n"
                + config.replace("/tmp/", folder + "/")
                        .replace("/run/davit/access", folder.toString())
                        .replace("listen 4180", "listen 127.0.0.1:" + port)
                        .replace("127.0.0.1:8000", "127.0.0.1:" + programPort);
    }

    /** What the cluster's own job writes, with a token of the test's. */
    private static String texts(Made made) {
        Cluster cluster = new Cluster(
                dev.davit.target.Scope.of(made.assembly, "kubernetes", dev.davit.target.Images.NONE),
                new Findings(finding -> {}));
        return Credentials.of(cluster).get(0).texts().get(Credentials.NGINX_CONF);
    }
}
