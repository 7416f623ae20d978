package dev.davit.render.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.document.DocumentReader;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.Yaml;
import dev.davit.plan.Change;
import dev.davit.plan.Effect;
import dev.davit.plan.FieldChange;
import dev.davit.plan.Plan;
import dev.davit.render.Whole;
import dev.davit.render.sandbox.Availability;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each property of each kind is changed in turn: the plan names it alone, and what users feel is what it said. */
class PropertyChangeTest {
    private static final String WEB = """
            services:
            - type: web
              name: web
              runtime: image
              plan: starter
              region: oregon
              image: {url: "ghcr.io/acme/web:1"}
              healthCheckPath: /healthz
              numInstances: 2
              envVars: [{key: MODE, value: slow}, {key: OTHER, value: same}]
            """;
    private static final String BUILT = """
            services:
            - type: worker
              name: built
              runtime: docker
              plan: starter
              repo: https://example.com/shop
              branch: main
            """;
    private static final String NATIVE = """
            services:
            - type: pserv
              name: native
              runtime: node
              plan: starter
              repo: https://example.com/shop
              buildCommand: npm ci
              startCommand: npm start
            """;
    private static final String DISK = """
            services:
            - type: web
              name: files
              runtime: image
              plan: starter
              image: {url: "ghcr.io/acme/files:1"}
              healthCheckPath: /healthz
              disk: {name: data, mountPath: /data, sizeGB: 10}
            """;
    private static final String CRON = """
            services:
            - type: cron
              name: nightly
              runtime: image
              plan: starter
              image: {url: "ghcr.io/acme/nightly:1"}
              schedule: "0 1 * * *"
            """;
    private static final String SITE = """
            services:
            - type: web
              name: site
              runtime: static
              repo: https://example.com/shop
              buildCommand: make
              staticPublishPath: out
              routes: [{type: redirect, source: /old, destination: /new}, {type: rewrite, source: /*, destination: /i}]
              headers: [{path: /*, name: X-Frame-Options, value: DENY}]
            """;
    private static final String KEY_VALUE = """
            services:
            - type: keyvalue
              name: jobs
              plan: starter
              maxmemoryPolicy: noeviction
              persistenceMode: snapshot
              ipAllowList: []
            """;
    private static final String DATABASE = """
            databases:
            - name: orders
              plan: basic-1gb
              diskSizeGB: 15
              postgresMajorVersion: "17"
            """;

    /** What is changed: the base, the edit of its one thing, the path that the plan names, and what users feel. */
    private record Case(String base, String edit, String path, Effect effect) {}

    private static final List<Case> CASES = List.of(
            new Case(WEB, "plan: standard", "plan", Effect.ROLLING),
            new Case(WEB, "image: {url: 'ghcr.io/acme/web:2'}", "image.url", Effect.ROLLING),
            new Case(WEB, "dockerCommand: serve", "dockerCommand", Effect.ROLLING),
            new Case(WEB, "healthCheckPath: /ready", "healthCheckPath", Effect.ROLLING),
            new Case(WEB, "maxShutdownDelaySeconds: 60", "maxShutdownDelaySeconds", Effect.ROLLING),
            new Case(WEB, "preDeployCommand: migrate", "preDeployCommand", Effect.ROLLING),
            new Case(WEB, "numInstances: 3", "numInstances", Effect.NONE),
            new Case(WEB, "numInstances: 1", "numInstances", Effect.ROLLING),
            new Case(WEB, "previews: {generation: manual}", "previews.generation", Effect.NONE),
            new Case(WEB, "renderSubdomainPolicy: disabled", "renderSubdomainPolicy", Effect.OUTAGE),
            new Case(WEB, "ipAllowList: [{source: 10.0.0.0/8, description: us}]", "ipAllowList", Effect.OUTAGE),
            new Case(WEB, "autoDeployTrigger: 'off'", "autoDeployTrigger", Effect.NONE),
            new Case(WEB, "domains: [a.example.com]", "domains[a.example.com]", Effect.NONE),
            new Case(WEB, "envVars: [{key: MODE, value: fast}]", "envVars[MODE]", Effect.ROLLING),
            new Case(WEB, "envVars: [{key: NEW, generateValue: true}]", "envVars[NEW]", Effect.ROLLING),
            new Case(BUILT, "repo: https://example.com/other", "repo", Effect.ROLLING),
            new Case(BUILT, "branch: next", "branch", Effect.ROLLING),
            new Case(BUILT, "rootDir: worker", "rootDir", Effect.ROLLING),
            new Case(BUILT, "buildFilter: {paths: [worker/**]}", "buildFilter", Effect.NONE),
            new Case(BUILT, "dockerfilePath: worker/Dockerfile", "dockerfilePath", Effect.ROLLING),
            new Case(BUILT, "dockerContext: worker", "dockerContext", Effect.ROLLING),
            new Case(NATIVE, "buildCommand: npm install", "buildCommand", Effect.ROLLING),
            new Case(NATIVE, "startCommand: node .", "startCommand", Effect.ROLLING),
            new Case(NATIVE, "runtime: python", "runtime", Effect.ROLLING),
            new Case(DISK, "image: {url: 'ghcr.io/acme/files:2'}", "image.url", Effect.RESTART),
            new Case(DISK, "disk: {name: data, mountPath: /data, sizeGB: 20}", "disk.sizeGB", Effect.NONE),
            new Case(DISK, "disk: {name: data, mountPath: /files, sizeGB: 10}", "disk.mountPath", Effect.RESTART),
            new Case(DISK, "disk: {name: files, mountPath: /data, sizeGB: 10}", "disk.name", Effect.RESTART),
            new Case(CRON, "schedule: 0 2 * * *", "schedule", Effect.NONE),
            new Case(CRON, "image: {url: 'ghcr.io/acme/nightly:2'}", "image.url", Effect.NONE),
            new Case(SITE, "buildCommand: make all", "buildCommand", Effect.NONE),
            new Case(SITE, "staticPublishPath: dist", "staticPublishPath", Effect.NONE),
            new Case(
                    SITE,
                    "routes: [{type: rewrite, source: /old, destination: /new}, {type: rewrite, source: /*, destination: /i}]",
                    "routes[/old]",
                    Effect.NONE),
            new Case(
                    SITE,
                    "routes: [{type: rewrite, source: /*, destination: /i}, {type: redirect, source: /old, destination: /new}]",
                    "routes",
                    Effect.NONE),
            new Case(
                    SITE,
                    "headers: [{path: /*, name: X-Frame-Options, value: SAMEORIGIN}]",
                    "headers[/* X-Frame-Options]",
                    Effect.NONE),
            new Case(KEY_VALUE, "plan: standard", "plan", Effect.RESTART),
            new Case(KEY_VALUE, "maxmemoryPolicy: allkeys-lru", "maxmemoryPolicy", Effect.RESTART),
            new Case(KEY_VALUE, "persistenceMode: journal-snapshot", "persistenceMode", Effect.RESTART),
            new Case(KEY_VALUE, "ipAllowList: [{source: 10.0.0.0/8, description: us}]", "ipAllowList", Effect.OUTAGE),
            new Case(DATABASE, "plan: pro-4gb", "plan", Effect.RESTART),
            new Case(DATABASE, "diskSizeGB: 20", "diskSizeGB", Effect.NONE),
            new Case(DATABASE, "storageAutoscalingEnabled: true", "storageAutoscalingEnabled", Effect.NONE),
            new Case(DATABASE, "connectionPool: pgbouncer", "connectionPool", Effect.RESTART),
            new Case(DATABASE, "ipAllowList: [{source: 10.0.0.0/8, description: us}]", "ipAllowList", Effect.OUTAGE));

    /** Changed by tests of their own: fixed ones, those of several fields at once, those that need a credential or a larger plan, and what rollbacks alone want. */
    private static final Set<String> ELSEWHERE = Set.of(
            "region",
            "databaseName",
            "user",
            "postgresMajorVersion",
            "highAvailability.enabled",
            "maintenanceMode.enabled",
            "maintenanceMode.uri",
            "registryCredential.fromRegistryCreds.name",
            "image.creds.fromRegistryCreds.name",
            "environment",
            "commit");

    @TempDir
    private static Path folder;

    private static Whole whole;

    @BeforeAll
    static void start() {
        whole = new Whole(folder);
    }

    @AfterAll
    static void stop() {
        whole.clear();
        whole.close();
    }

    @Test
    void no_property_is_forgotten() {
        Set<String> known = new TreeSet<>();
        for (String kind : List.of("web", "pserv", "worker", "cron", "static", "database", "keyvalue")) {
            Property.of(kind).forEach(it -> known.add(it.path()));
        }
        known.removeAll(ELSEWHERE);
        known.removeAll(CASES.stream().map(Case::path).toList());
        assertThat(known).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> each_change_is_the_one_that_the_plan_names_and_feels_as_it_says() {
        return CASES.stream().map(it -> DynamicTest.dynamicTest(it.edit(), () -> check(it)));
    }

    private void check(Case each) {
        // A name of its own: what a case before it said of a thing would count as said.
        String base = each.base().replaceAll("name: (\\w+)\n", "name: $1" + CASES.indexOf(each) + "\n");
        MapNode tree = (MapNode) DocumentReader.read("base", base).get(0);
        whole.apply(base);
        Optional<Availability> before = availability(tree);
        Plan plan = whole.plan(edited(tree, each.edit()));
        Change change = Whole.only(
                new Plan.Builder().from(plan).changes(withoutOthers(plan)).build());
        assertThat(change.fields()).extracting(FieldChange::path).containsExactly(each.path());
        assertThat(change.impact().effect()).as(change.impact().reason()).isEqualTo(each.effect());
        whole.apply(edited(tree, each.edit()));
        assertThat(withoutOthers(whole.plan(edited(tree, each.edit())))).isEmpty();
        if (before.isEmpty()) {
            return;
        }
        long down =
                availability(tree).orElseThrow().secondsDown() - before.get().secondsDown();
        if (each.effect() == Effect.RESTART) {
            assertThat(down)
                    .isBetween(
                            change.impact().seconds().orElseThrow().least(),
                            change.impact().seconds().orElseThrow().most());
        } else {
            assertThat(down).isZero();
        }
    }

    /** Things of cases before this one are to go; that is not what is looked at. */
    private static List<Change> withoutOthers(Plan plan) {
        return plan.changes().stream()
                .filter(it -> it.action() != dev.davit.plan.Action.DELETE)
                .toList();
    }

    private static Optional<Availability> availability(MapNode tree) {
        return Whole.isOwn() ? Optional.of(whole.sandbox.availability(whole.idOf(name(tree)))) : Optional.empty();
    }

    private static String name(MapNode tree) {
        return only(tree).getText("name").orElseThrow();
    }

    private static MapNode only(MapNode tree) {
        ListNode list = (ListNode) new ArrayList<>(tree.entries().values()).get(0);
        return (MapNode) list.get(0);
    }

    private static String edited(MapNode tree, String edit) {
        MapNode copy = tree.copy();
        MapNode patch = (MapNode) DocumentReader.read("edit", edit).get(0);
        patch.entries().forEach((key, value) -> only(copy).put(key, merged(key, only(copy), value)));
        return Yaml.write(List.of(copy), List.of());
    }

    /** Variables are added to those that there are, by key. */
    private static Node merged(String key, MapNode service, Node value) {
        if (!key.equals("envVars")) {
            return value;
        }
        ListNode all = new ListNode(null);
        List<String> keys = ((ListNode) value)
                .items().stream()
                        .map(it -> ((MapNode) it).getText("key").orElseThrow())
                        .toList();
        service.getList("envVars").orElseThrow().items().stream()
                .filter(it -> !keys.contains(((MapNode) it).getText("key").orElseThrow()))
                .forEach(all::add);
        ((ListNode) value).forEach(all::add);
        return all;
    }
}
