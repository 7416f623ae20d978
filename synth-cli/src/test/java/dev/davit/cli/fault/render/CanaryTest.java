package dev.davit.cli.fault.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.apply.Release;
import dev.davit.apply.ReleaseJson;
import dev.davit.apply.Ticker;
import dev.davit.cli.Child;
import dev.davit.cli.Shell;
import dev.davit.cli.secret.Encodings;
import dev.davit.document.MapNode;
import dev.davit.render.ownership.ReleaseFiles;
import dev.davit.render.ownership.StackGroup;
import dev.davit.render.sandbox.Fault;
import dev.davit.render.sandbox.FaultPlan;
import dev.davit.render.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values that one would recognise, live in a workspace, looked for in all that Davit writes while it reads and changes it. */
@Tag("slow-render")
class CanaryTest {
    private static final String KEY = "rnd_canaryKey93Zq";
    private static final String WRONG_KEY = "rnd_otherCanary55Wv";
    private static final String OVERWRITTEN = "overwrittenCanary17/+\"x";
    private static final String FOREIGN = "foreignCanary28&<y";
    private static final String IN_GROUP = "groupCanary39%é";
    private static final String ASKED_FOR = "dashboardCanary40\\end";

    @TempDir
    private Path scratch;

    private Shell shell;
    private Harbour harbour;
    private final Map<String, String> secrets = new LinkedHashMap<>();
    private final List<String> said = new ArrayList<>();

    @BeforeEach
    void aWorkspace() throws IOException {
        shell = new Shell(scratch)
                .with("TMPDIR", Files.createDirectories(scratch.resolve("tmp")).toString());
        harbour = new Harbour(shell, CanaryTest::withKey);
        for (String secret : List.of(KEY, WRONG_KEY, OVERWRITTEN, FOREIGN, IN_GROUP, ASKED_FOR)) {
            secrets.put(secret, secret);
        }
    }

    private static SandboxOptions withKey(SandboxOptions it) {
        return new SandboxOptions(
                it.state(),
                it.clock(),
                it.speed(),
                it.timings(),
                it.program(),
                it.overlap(),
                it.faults(),
                it.port(),
                KEY);
    }

    private void define(String version, String mode) throws IOException {
        Files.writeString(shell.work().resolve("Shop.java"), """
                import dev.davit.*;

                class Shop implements Definition {
                  @Override public void define(Infra infra) {
                    var db = infra.postgres("orders", 17, p -> p.storage(Size.gib(15)));
                    var shared = infra.envGroup("shared", g -> g.env("REGION", "here"));
                    infra.webService("web", Image.of("ghcr.io/acme/web:%1$s"), w -> w
                        .health(Health.http("/healthz"))
                        .envGroup(shared)
                        .env("API_KEY", infra.secret("api-key"))
                        .env("SESSION", infra.generatedSecret("session"))
                        .env("DATABASE_URL", db.connectionString())
                        .env("DB_PASSWORD", db.password())
                        %2$s);
                    infra.deployTo(Render.region(Region.OREGON));
                  }
                }
                """.formatted(version, mode));
    }

    private void set(String path, String value) {
        harbour.api().put(path, new MapNode(null).put("value", value));
    }

    private void plant() {
        String web = "/services/" + harbour.service("web") + "/env-vars/";
        set(web + "MODE", OVERWRITTEN);
        set(web + "THEIRS", FOREIGN);
        set(web + "API_KEY", ASKED_FOR);
        String group = harbour.api()
                .list("/env-groups?name=shared", "")
                .get(0)
                .getText("id")
                .orElseThrow();
        set("/env-groups/" + group + "/env-vars/THEIRS", IN_GROUP);
        set("/env-groups/" + group + "/env-vars/REGION", OVERWRITTEN + "2");
        String database =
                harbour.api().list("/postgres", "postgres").get(0).getText("id").orElseThrow();
        MapNode connection =
                harbour.api().get("/postgres/" + database + "/connection-info").orElseThrow();
        secrets.put("the database's password", connection.getText("password").orElseThrow());
        harbour.sandbox().running(harbour.service("web")).stream()
                .map(it -> it.environment().get("SESSION"))
                .forEach(it -> secrets.put("the generated secret", it));
    }

    private void davit(int code, String arguments) throws Exception {
        Child.Result result = Shell.finish(harbour.start(arguments));
        assertThat(result.code())
                .as(arguments + ": " + result.out() + result.err())
                .isEqualTo(code);
        said.add(arguments + "\n" + result.out() + result.err());
    }

    @Test
    void no_secret_is_in_streams_files_or_records() throws Exception {
        define("1.0.0", "");
        davit(0, "apply Shop.java --yes --verbose");
        plant();
        define("1.1.0", ".env(\"MODE\", \"fast\")");
        davit(0, "plan Shop.java --view full --drift all --verbose --out plan.json");
        davit(0, "plan Shop.java --output json --drift all");
        davit(0, "diff Shop.java --output json --verbose --drift all");
        davit(0, "diff Shop.java --view full --drift all");
        harbour.failing(it -> it.startsWith("PUT /services"), Fault.error(422));
        davit(6, "apply Shop.java --yes --verbose --output json");
        harbour.failing(FaultPlan.none());
        davit(0, "apply Shop.java --yes --verbose --view full --drift all");
        plant();
        davit(0, "drift --stack shop --target render --drift all --view full --verbose");
        davit(0, "drift --stack shop --target render --drift all --output json");
        davit(0, "status --stack shop --target render --verbose");
        davit(0, "status --stack shop --target render --output json");
        davit(0, "history --stack shop --target render --output json");
        davit(0, "rollback Shop.java --yes --verbose --view full --output json");
        davit(0, "unlock --stack shop --target render --verbose");
        davit(0, "destroy --stack shop --target render --plan --view full --verbose");
        harbour.key(WRONG_KEY);
        davit(77, "status --stack shop --target render --verbose");
        davit(77, "apply Shop.java --yes --verbose --output json");

        assertThat(said).anyMatch(it -> it.contains("MODE")).anyMatch(it -> it.contains("THEIRS"));
        assertThat(harbour.state("here")).isNotEmptyDirectory();
        said.forEach(it -> assertThat(traces(it)).as(it).isEmpty());
        assertThat(filesWithTraces()).isEmpty();
        recorded().forEach(it -> assertThat(traces(it)).as(it).isEmpty());
    }

    /** Names the secrets that a text has a trace of. */
    private List<String> traces(String text) {
        return secrets.entrySet().stream()
                .filter(it -> !new Encodings(it.getValue()).in(text).isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Everything below the test's folder: plan files, the journal, caches, what was left in the folder for temporary files. */
    private List<String> filesWithTraces() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(scratch)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                String text =
                        new String(bytes, StandardCharsets.ISO_8859_1) + new String(bytes, StandardCharsets.UTF_8);
                traces(text).forEach(it -> found.add(file + ": " + it));
            }
        }
        return found;
    }

    /** What Davit keeps in the workspace, the packed records unpacked. */
    private List<String> recorded() {
        StackGroup group = new StackGroup(harbour.api(), harbour.sandbox().ownerId(), "shop", "prod", Ticker.SYSTEM);
        StackGroup.Content content = group.read();
        List<String> recorded = new ArrayList<>(content.variables().values());
        recorded.addAll(content.files().values());
        List<Release> releases = new ReleaseFiles(harbour.api(), group).list(content);
        assertThat(releases).hasSizeGreaterThan(2);
        releases.forEach(it -> recorded.add(new String(ReleaseJson.write(it), StandardCharsets.UTF_8)));
        return recorded;
    }
}
