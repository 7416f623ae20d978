package dev.davit.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.Evaluation;
import dev.davit.apply.Ticker;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.importing.Decision;
import dev.davit.importing.ImportException;
import dev.davit.importing.ImportSource;
import dev.davit.importing.Imported;
import dev.davit.model.DesiredObject;
import dev.davit.plan.Action;
import dev.davit.plan.Comparison;
import dev.davit.plan.Wanted;
import dev.davit.render.api.RenderApi;
import dev.davit.render.api.Workspace;
import dev.davit.render.api.WorkspaceAccess;
import dev.davit.render.importing.BlueprintImporter;
import dev.davit.target.Images;
import dev.davit.target.Synthesis;
import dev.davit.target.Synthesizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is imported from a workspace differs from what is there in nothing. */
class LiveImportTest {
    private static final Path EXAMPLES = Path.of("..", "..", "examples");

    @TempDir
    private Path folder;

    private static ImportSource.Live live(String environment, String names) {
        return new ImportSource.Live(
                Optional.empty(),
                Optional.of(environment).filter(it -> !it.isEmpty()),
                Optional.of(names).filter(it -> !it.isEmpty()));
    }

    private static Imported imported(Whole whole) {
        return imported(whole, live("", ""));
    }

    private static Imported imported(Whole whole, ImportSource.Live source) {
        return new BlueprintImporter(options -> new WorkspaceAccess(
                        whole.api(), () -> new Workspace(whole.sandbox.ownerId(), "shop"), Ticker.SYSTEM, () -> {}))
                .read(source, Optional.empty(), Optional.empty());
    }

    private static List<DesiredObject> objects(Imported imported) {
        Synthesis synthesis = new Synthesizer(List.of(new BlueprintTarget()), List.of(), LocalDate.EPOCH)
                .synthesize(Evaluation.of(imported.definition(), "prod"), Images.NONE);
        return synthesis.targets().get(0).desired().objects();
    }

    private static void assertOnlyAdopts(Whole whole, Imported imported, int things) {
        assertThat(imported.proof().unexplained()).as(imported.source().text()).isEmpty();
        Wanted wanted = new Wanted("imported", "prod", "render", Optional.empty(), objects(imported), Map.of());
        Comparison found = whole.connection().compare(wanted, Whole.adopting());
        assertThat(found.blockers()).isEmpty();
        assertThat(found.changes()).as(imported.source().text()).hasSize(things);
        assertThat(found.changes()).allSatisfy(it -> {
            assertThat(it.action()).isEqualTo(Action.ADOPT);
            assertThat(it.fields()).as(it.key().toString()).isEmpty();
        });
        assertThat(found.changes().stream()
                        .flatMap(it -> it.foreign().stream())
                        .filter(it -> !it.value().toString().isEmpty())
                        .map(it -> "/" + it.path())
                        .filter(it -> imported.decisions().stream()
                                .noneMatch(told -> told.path().endsWith(it))))
                .as("what the import left to others without a word")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"quickstart", "rag-on-render", "static-and-cron", "doc-ai"})
    void what_a_stack_applied_is_adopted_without_a_change(String example) throws IOException {
        String blueprint = Files.readString(EXAMPLES.resolve(example).resolve("expected/render/render.yaml"));
        try (Whole whole = new Whole(folder)) {
            whole.apply(blueprint);
            assertOnlyAdopts(
                    whole, imported(whole), Whole.wanted(blueprint).objects().size());
        }
    }

    private static final String SHOP = """
            databases:
              - name: orders
                plan: basic-1gb
                diskSizeGB: 20
                ipAllowList: []
                readReplicas:
                  - name: reports
            envVarGroups:
              - name: shared
                envVars:
                  - {key: LOG_LEVEL, value: info}
                  - {key: STRIPE_API_KEY, value: sk_live_4eC39HqLyjWDarjtT1zdp7dc}
            services:
              - type: keyvalue
                name: jobs
                plan: pro plus
                maxmemoryPolicy: noeviction
                persistenceMode: "off"
                ipAllowList:
                  - {source: 10.0.0.0/8, description: office}
              - type: pserv
                name: embedder
                runtime: image
                image: {url: ghcr.io/acme/embedder:1}
                plan: starter
                disk: {name: models, mountPath: /models, sizeGB: 20}
              - type: web
                name: web
                runtime: node
                repo: https://github.com/acme/shop
                buildCommand: npm ci
                startCommand: npm start
                plan: standard
                domains: [shop.example.com, example.com]
                scaling: {minInstances: 2, maxInstances: 5, targetMemoryPercent: 70}
                buildFilter: {ignoredPaths: [docs/**]}
                envVars:
                  - fromGroup: shared
                  - {key: DB_HOST, fromDatabase: {name: orders, property: host}}
                  - {key: DB_PASSWORD, fromDatabase: {name: orders, property: password}}
                  - {key: DB_PORT, fromDatabase: {name: orders, property: port}}
                  - {key: EMBEDDER, fromService: {type: pserv, name: embedder, property: hostport}}
                  - {key: QUEUE_URL, fromService: {type: keyvalue, name: jobs, property: connectionString}}
                  - {key: SESSIONS, generateValue: true}
                  - {key: RETRIES, value: "5432"}
              - type: worker
                name: mailer
                runtime: image
                image: {url: ghcr.io/acme/mailer:1}
                dockerCommand: mail --token=1f0c9b8a7d6e5f4c
                plan: starter
                numInstances: 2
                envVars:
                  - {key: SESSIONS, fromService: {type: web, name: web, envVarKey: SESSIONS}}
              - type: web
                name: docs
                runtime: static
                repo: https://github.com/acme/docs
                buildCommand: make
                staticPublishPath: out
                headers:
                  - {path: /*, name: X-Frame-Options, value: DENY}
                routes:
                  - {type: rewrite, source: /*, destination: /index.html}
            """;

    @Test
    void what_render_keeps_resolved_is_said_as_a_blueprint_says_it() {
        try (Whole whole = new Whole(folder)) {
            whole.apply(SHOP);
            Imported imported = imported(whole);
            assertOnlyAdopts(whole, imported, Whole.wanted(SHOP).objects().size());
            assertThat(imported.source().text())
                    .contains(
                            "class Shop implements",
                            ".env(\"DB_HOST\", orders.host())",
                            ".env(\"DB_PASSWORD\", orders.password())",
                            ".env(\"DB_PORT\", orders.port())",
                            ".env(\"EMBEDDER\", embedder.hostPort())",
                            ".env(\"QUEUE_URL\", jobs.url())",
                            ".env(\"RETRIES\", \"5432\")",
                            ".envGroup(shared)",
                            ".domain(\"shop.example.com\")",
                            ".domain(\"example.com\")",
                            ".plan(jobs, Plan.PRO_PLUS)")
                    .doesNotContain("www.", "davit-", "databaseName", "orders_", ".raw(");
        }
    }

    @Test
    void no_secret_of_a_workspace_is_written_anywhere() {
        try (Whole whole = new Whole(folder)) {
            whole.apply(SHOP);
            Imported imported = imported(whole);
            String told = imported.source().text() + imported.decisions() + imported.proof();
            RenderApi api = whole.api();
            String session = api.get("/services/" + whole.idOf("web") + "/env-vars/SESSIONS")
                    .flatMap(it -> it.getText("value"))
                    .orElseThrow();
            String password = api.get("/postgres/" + whole.idOf("orders") + "/connection-info")
                    .flatMap(it -> it.getText("password"))
                    .orElseThrow();
            assertThat(told).doesNotContain(session, password, "sk_live_", "1f0c9b8a7d6e5f4c");
            assertThat(imported.source().text()).contains("var sessions = infra.secret(\"sessions\")");
            assertThat(imported.decisions().stream()
                            .filter(it -> it.kind() == Decision.Kind.SECRET)
                            .map(Decision::path))
                    .containsExactlyInAnyOrder(
                            "envVarGroup shared/envVars/STRIPE_API_KEY",
                            "service mailer/dockerCommand",
                            "service mailer/envVars/SESSIONS",
                            "service web/envVars/SESSIONS");
        }
    }

    @Test
    void one_environment_or_some_names_can_be_picked() {
        try (Whole whole = new Whole(folder)) {
            whole.apply(SHOP);
            RenderApi api = whole.api();
            MapNode project = new MapNode(null).put("name", "store").put("ownerId", whole.sandbox.ownerId());
            project.list("environments", null)
                    .add(new MapNode(null).put("name", "live").put("protectedStatus", "protected"));
            api.post("/projects", project);
            String environment = api.list("/environments", "environment")
                    .get(0)
                    .getText("id")
                    .orElseThrow();
            api.post(
                    "/environments/" + environment + "/resources",
                    new MapNode(null).put("resourceIds", new ListNode(null).add(whole.idOf("docs"))));

            Imported all = imported(whole);
            assertOnlyAdopts(whole, all, Whole.wanted(SHOP).objects().size());
            assertThat(all.source().text())
                    .contains("class Store implements", "RenderEnvironment.of(\"store\", \"live\").guard(), docs");
            Imported one = imported(whole, live("store/live", ""));
            assertOnlyAdopts(whole, one, 1);
            assertThat(one.source().text()).contains("\"docs\"").doesNotContain("\"web\"", "\"jobs\"");
            Imported some = imported(whole, live("", "web, mailer"));
            assertOnlyAdopts(whole, some, 2);
            assertThat(some.source().text())
                    .contains("RenderVariable.ofDatabase(\"orders\", \"port\")")
                    .doesNotContain("infra.postgres");

            assertThatThrownBy(() -> imported(whole, live("store/test", "")))
                    .isInstanceOf(ImportException.class)
                    .hasMessage("--environment store/test: there is no such environment: workspace shop ("
                            + whole.sandbox.ownerId() + ") has store/live; name one of these");
            assertThatThrownBy(() -> imported(whole, live("", "web,nothing")))
                    .isInstanceOf(ImportException.class)
                    .hasMessage(
                            "--selector nothing,web: there is nothing of such a name: workspace shop ("
                                    + whole.sandbox.ownerId()
                                    + ") has no nothing; name services, data stores and groups of variables as Render's dashboard does");
        }
    }

    @Test
    void an_empty_workspace_has_nothing_to_import() {
        try (Whole whole = new Whole(folder)) {
            assertThatThrownBy(() -> imported(whole))
                    .isInstanceOf(ImportException.class)
                    .hasMessageContaining("there is nothing to import");
        }
    }
}
