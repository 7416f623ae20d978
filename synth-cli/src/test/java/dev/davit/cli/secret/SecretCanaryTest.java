package dev.davit.cli.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.cli.Child;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretCanaryTest {
    private static final String SECRET = "hunterCanary71/+\"é&<%\\end";
    private static final Encodings ENCODINGS = new Encodings(SECRET);
    private static final List<String> FILES = List.of(
            ".env",
            ".env.prod",
            "secrets",
            "secrets.env",
            "secrets.yaml",
            "api-token",
            "terraform.tfvars",
            ".netrc",
            "home/.davit/secrets",
            "home/.config/davit/secrets",
            "home/.kube/config",
            "home/.render/cli.yaml",
            "home/.netrc");

    @TempDir
    private Path folder;

    @BeforeEach
    void hide_the_secret_wherever_a_tool_might_look() throws IOException {
        for (String name : FILES) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "API_TOKEN=" + SECRET + "\napi-token: " + SECRET + "\n");
        }
        Files.writeString(folder.resolve("Leaky.java"), """
                import dev.davit.*;

                class Leaky implements Definition {
                  @Override public void define(Infra infra) {
                    var token = infra.secret("api-token");
                    var jobs = infra.jobQueue("jobs");
                    var db = infra.postgres("db", 17);
                    infra.webService("web", Image.of("ghcr.io/acme/web:1"), w -> w
                        .health(Health.http("/healthz"))
                        .env("API_TOKEN", token)
                        .env("HEADER", Value.text("Bearer ", token))
                        .env("DATABASE_URL", db.connectionString())
                        .env("QUEUE_URL", jobs.url()));
                  }
                }
                """);
        Files.writeString(folder.resolve("Showy.java"), """
                import dev.davit.*;

                class Showy implements Definition {
                  @Override public void define(Infra infra) {
                    var token = infra.secret("api-token");
                    infra.output("token", token);
                    infra.webService("web", Image.of("ghcr.io/acme/web:1"), w -> w
                        .health(Health.tcp()).env("T", "token is " + token));
                  }
                }
                """);
    }

    private Child child() {
        return new Child(folder)
                .with("API_TOKEN", SECRET)
                .with("api-token", SECRET)
                .with("DAVIT_SECRET_API_TOKEN", SECRET)
                .with("RENDER_API_KEY", SECRET)
                .with("DATABASE_URL", "postgres://user:" + SECRET + "@db/db");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "synth Leaky.java -o out --verbose",
                "synth Leaky.java --stdout --target all",
                "synth Leaky.java -o other --output json",
                "check Leaky.java",
                "check Leaky.java --output json",
                "explain web Leaky.java",
                "graph Leaky.java",
                "synth Showy.java -o out --verbose",
                "doctor",
                "version --verbose",
                "nonsense"
            })
    void no_output_has_a_trace_of_the_secret(String line) throws Exception {
        Child.Result result = child().run(line.split(" "));
        assertThat(ENCODINGS.in(result.out())).as("stdout").isEmpty();
        assertThat(ENCODINGS.in(result.err())).as("stderr").isEmpty();
        for (Path file : written()) {
            String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            assertThat(ENCODINGS.in(content + new String(Files.readAllBytes(file), StandardCharsets.UTF_8)))
                    .as("%s", file)
                    .isEmpty();
        }
    }

    /** Else the law above would hold of a command that writes nothing. */
    @Test
    void synth_does_write_files_that_name_the_secret() throws Exception {
        Child.Result result = child().run("synth", "Leaky.java", "-o", "out");
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(Files.readString(folder.resolve("out/assembly.json"))).contains("api-token");
    }

    @Test
    void every_encoding_would_be_seen() {
        byte[] bytes = SECRET.getBytes(StandardCharsets.UTF_8);
        List<String> leaks = new ArrayList<>(List.of(
                SECRET,
                new StringBuilder(SECRET).reverse().toString(),
                URLEncoder.encode(SECRET, StandardCharsets.UTF_8),
                HexFormat.of().formatHex(bytes),
                HexFormat.of().withUpperCase().formatHex(bytes),
                "\"" + SECRET.replace("\\", "\\\\").replace("\"", "\\\"") + "\"",
                Base64.getMimeEncoder(8, new byte[] {'\n'}).encodeToString(bytes)));
        for (String before : List.of("", "a", "ab", "token: ")) {
            byte[] inside = (before + SECRET + "!").getBytes(StandardCharsets.UTF_8);
            leaks.add(Base64.getEncoder().encodeToString(inside));
            leaks.add(Base64.getUrlEncoder().encodeToString(inside));
        }
        assertThat(leaks)
                .allSatisfy(
                        leak -> assertThat(ENCODINGS.in("x: " + leak + "\n")).isNotEmpty());
        assertThat(ENCODINGS.in("nothing to see here")).isEmpty();
    }

    private List<Path> written() throws IOException {
        List<Path> planted = new ArrayList<>();
        FILES.forEach(name -> planted.add(folder.resolve(name)));
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !planted.contains(file))
                    .toList();
        }
    }
}
