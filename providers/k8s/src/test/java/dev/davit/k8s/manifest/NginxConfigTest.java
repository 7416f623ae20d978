package dev.davit.k8s.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.davit.StaticContent;
import dev.davit.StaticSiteBuilder;
import dev.davit.document.MapNode;
import dev.davit.model.DesiredObject;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asks a real nginx, where this machine has one; the golden files hold the text everywhere. */
class NginxConfigTest {
    @TempDir
    Path folder;

    @Test
    void a_file_goes_before_any_route_and_the_first_route_that_fits_counts() throws Exception {
        ask(
                s -> s.redirect("/old/*", "/new/*")
                        .redirect("/user/:id", "https://a.example.com/u/:id")
                        .redirect("/file.txt", "/elsewhere")
                        .rewrite("/app/*", "/index.html"),
                port -> {
                    assertThat(location(port, "/old/a/b?c=1")).isEqualTo("301 /new/a/b?c=1");
                    assertThat(location(port, "/user/7")).isEqualTo("301 https://a.example.com/u/7");
                    assertThat(Asking.get(port, "/file.txt").body()).isEqualTo("file");
                    assertThat(Asking.get(port, "/app/x/y").body()).isEqualTo("index");
                    assertThat(Asking.get(port, "/blog").body()).isEqualTo("blog");
                    assertThat(Asking.get(port, "/none").statusCode()).isEqualTo(404);
                });
    }

    @Test
    void a_route_cannot_split_a_header() throws Exception {
        ask(
                s -> s.redirect("/old/*", "/new/*"),
                port -> assertThat(Asking.get(port, "/old/a%0D%0AX-Bad:%201")
                                .headers()
                                .firstValue("X-Bad"))
                        .isEmpty());
    }

    @Test
    void hostile_text_stays_what_it_is() throws Exception {
        ask(
                s -> s.header("/*", "X-Text", "\"a\\ $uri ; } ${x}")
                        .redirect("/a+(b).$c%20d", "/to/$uri/(x)")
                        .header("/assets/*", "X-Only", "1"),
                port -> {
                    assertThat(Asking.get(port, "/").headers().firstValue("X-Text"))
                            .contains("\"a\\ $uri ; } ${x}");
                    assertThat(location(port, "/a+(b).$c%20d")).isEqualTo("301 /to/$uri/(x)");
                    assertThat(Asking.get(port, "/").headers().firstValue("X-Only"))
                            .isEmpty();
                    assertThat(Asking.get(port, "/assets/a.js").headers().firstValue("X-Only"))
                            .contains("1");
                });
    }

    private static String location(int port, String path) throws Exception {
        HttpResponse<String> answer = Asking.get(port, path);
        return answer.statusCode() + " "
                + answer.headers().firstValue("Location").orElse("");
    }

    private interface Questions {
        void ask(int port) throws Exception;
    }

    private void ask(Consumer<StaticSiteBuilder> site, Questions questions) throws Exception {
        assumeTrue(Nginx.isThere(), "no nginx on this machine");
        Made made = Made.of(infra -> infra.staticSite("site", StaticContent.at("dist"), site::accept));
        String config = made.synthesized.objects().stream()
                .filter(it -> it.kind().equals("ConfigMap") && it.name().startsWith("site-nginx"))
                .map(DesiredObject::tree)
                .map(it -> ((MapNode) PodsOf.at(it, "data"))
                        .getText("default.conf")
                        .orElseThrow())
                .findFirst()
                .orElseThrow();
        Path html = Files.createDirectories(folder.resolve("html"));
        Files.writeString(html.resolve("index.html"), "index");
        Files.writeString(html.resolve("file.txt"), "file");
        Files.writeString(Files.createDirectories(html.resolve("blog")).resolve("index.html"), "blog");
        Files.writeString(Files.createDirectories(html.resolve("assets")).resolve("a.js"), "a");
        int port = Asking.freePort();
        String here = config.replace(NginxConfig.ROOT, html + "/").replace("listen 8080", "listen 127.0.0.1:" + port);
        try (Nginx nginx = Nginx.ofHttp(folder, here)) {
            assertThat(nginx).isNotNull();
            questions.ask(port);
        }
    }
}
