package dev.davit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.plan.Place;
import dev.davit.plan.Plan;
import dev.davit.plan.PlanFile;
import dev.davit.testcluster.OnFakeNodes;
import dev.davit.testcluster.TestCluster;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on a real API server, as a user types them; kubectl is the witness. */
@OnFakeNodes
@Tag("slow")
class LiveTest {
    /** A build in the background ignores SIGINT, and its children would, too. */
    private static final String LISTENING = "exec env --default-signal=INT davit ";

    @TempDir
    private Path scratch;

    private Shell shell;
    private TestCluster cluster;

    @BeforeEach
    void aShell(TestCluster given) throws IOException {
        cluster = given;
        shell = new Shell(scratch)
                .with("COLUMNS", "100")
                .with("KUBECONFIG", given.kubeconfig().toString());
    }

    /** A web service in the test's namespace, with edits of its Deployment. */
    private void define(String image, String edits) throws IOException {
        Files.writeString(shell.work().resolve("Shop.java"), """
                import dev.davit.*;

                class Shop implements Definition {
                  @Override public void define(Infra infra) {
                    var web = infra.privateService("web", Image.of("%s"), s -> s
                        .health(Health.http("/healthz"))
                        .scale(Scale.fixed(2)));
                    infra.deployTo(Kubernetes.context("davit-test").namespace("%s")%s);
                  }
                }
                """.formatted(image, namespace(), edits));
    }

    /** A namespace of its own: the test's is there already, and nobody's. */
    private String namespace() {
        return cluster.namespace() + "-shop";
    }

    /** A stack is found by name and stage, and all tests share a cluster. */
    private String stage() {
        return "t" + cluster.namespace().replaceAll(".*[^0-9]", "");
    }

    private String live(String... arguments) {
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--namespace";
        all[arguments.length + 1] = namespace();
        return cluster.kubectl(all);
    }

    private String image() {
        return live("get", "deployment", "web", "-o", "jsonpath={.spec.template.spec.containers[0].image}");
    }

    private Child.Result davit(int code, String arguments) throws Exception {
        Child.Result result = shell.run("davit " + arguments + " --stage " + stage());
        assertThat(result.code()).as(result.out() + result.err()).isEqualTo(code);
        assertThat(result.err()).doesNotContain("\tat ").doesNotContain("SLF4J");
        return result;
    }

    @Test
    void from_nothing_to_a_release_and_back_to_nothing() throws Exception {
        define("ghcr.io/acme/web:1.0.0", "");

        Child.Result plan = davit(2, "plan Shop.java --out plan.json --detailed-exitcode");
        assertThat(plan.out().lines().toList().get(1)).contains("create, 0 unchanged");
        assertThat(cluster.kubectl("get", "namespaces", "-o", "name")).doesNotContain(namespace());
        Files.delete(shell.work().resolve("Shop.java"));
        Child.Result applied = davit(0, "apply plan.json --yes");
        assertThat(applied.out()).contains("\napplied: ").endsWith(", release 1 of shop/" + stage() + "\n");
        assertThat(image()).isEqualTo("ghcr.io/acme/web:1.0.0");

        define("ghcr.io/acme/web:1.0.0", "");
        assertThat(davit(0, "diff Shop.java --detailed-exitcode").out())
                .contains("\n  no changes, ", " unchanged, by the record of the last apply\n");
        assertThat(davit(0, "diff Shop.java --detailed-exitcode --verify full").out())
                .contains("\n  no changes, ", " unchanged\n");
        Child.Result again = davit(5, "apply plan.json --yes");
        assertThat(again.err()).contains("what is live is not what the plan saw");

        define("ghcr.io/acme/web:1.1.0", "");
        davit(3, "apply Shop.java --yes --max-effect none");
        davit(5, "apply Shop.java --yes --plan-hash 000000000000");
        assertThat(image()).isEqualTo("ghcr.io/acme/web:1.0.0");
        Child.Result diff = davit(2, "diff Shop.java --detailed-exitcode");
        assertThat(diff.out()).contains("ghcr.io/acme/web:1.0.0 -> ghcr.io/acme/web:1.1.0");
        davit(0, "apply Shop.java --yes");
        assertThat(image()).isEqualTo("ghcr.io/acme/web:1.1.0");

        davit(0, "rollback Shop.java --yes");
        assertThat(image()).isEqualTo("ghcr.io/acme/web:1.0.0");
        assertThat(davit(0, "history --stack shop --target kubernetes").out().lines())
                .hasSize(3);
        assertThat(davit(0, "status --stack shop --target kubernetes").out())
                .contains("release  3 done at ", "drift    none: ");

        davit(64, "destroy --stack shop --target kubernetes --confirm store");
        davit(0, "destroy --stack shop --target kubernetes --confirm shop");
        assertThat(live("get", "deployments,services", "-o", "name")).isEmpty();
    }

    @Test
    void drift_is_what_others_changed_of_ours() throws Exception {
        define("ghcr.io/acme/web:1.0.0", "");
        davit(0, "apply Shop.java --yes");

        live("label", "deployment", "web", "team=checkout");
        assertThat(davit(0, "drift --stack shop --target kubernetes --detailed-exitcode")
                        .out())
                .contains("no drift", "left alone   1 field");
        live("scale", "deployment", "web", "--replicas=5");
        // While its status moves, nobody's field is taken over: the plan would be stale.
        live("rollout", "status", "deployment", "web", "--timeout=60s");
        Child.Result drift = davit(2, "drift --stack shop --target kubernetes --detailed-exitcode");
        assertThat(drift.out()).contains("1 object not as applied", "~ spec.replicas  5 -> 2");

        assertThat(davit(3, "apply Shop.java --yes").out()).contains("CANNOT BE APPLIED, 1 blocker");
        davit(0, "apply Shop.java --yes --force-field 'Deployment " + namespace() + "/web spec.replicas'");
        davit(0, "drift --stack shop --target kubernetes --detailed-exitcode");
    }

    @Test
    void an_interrupted_apply_says_how_to_go_on_and_does() throws Exception {
        define(
                "ghcr.io/acme/web:1.0.0",
                ".raw(web, \"Deployment\", Raw.set("
                        + "\"/spec/template/metadata/annotations/davit.test~1play\", \"never-ready\"))");
        Process davit = shell.start(LISTENING + "apply Shop.java --yes --stage " + stage());
        try (BufferedReader said = davit.errorReader()) {
            String line = said.readLine();
            while (line != null && !line.contains("waits     apply Deployment")) {
                line = said.readLine();
            }
            assertThat(line).isNotNull();
            new ProcessBuilder("kill", "-INT", Long.toString(davit.pid()))
                    .start()
                    .waitFor();
            List<String> rest = said.lines().toList();
            assertThat(davit.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(rest).anyMatch(it -> it.contains("error: the apply was stopped"));
            assertThat(rest).anyMatch(it -> it.contains("davit apply --resume"));
            assertThat(davit.exitValue()).isEqualTo(130);
        } finally {
            davit.destroyForcibly();
        }
        assertThat(davit(0, "unlock --stack shop --target kubernetes").out()).isEqualTo("nobody applies it just now\n");
        assertThat(davit(0, "history --stack shop --target kubernetes").out()).contains("stopped");
        Child.Result late = davit(6, "apply Shop.java --yes --resume --wait-timeout 2s");
        assertThat(late.err())
                .contains(
                        "this goes on with release 1", "LATE     apply Deployment", "the apply did not get to its end");
    }

    @Test
    void a_name_that_two_namespaces_have_names_neither() throws Exception {
        define("ghcr.io/acme/web:1.0.0", "");
        davit(0, "apply Shop.java --yes");
        String shop = Files.readString(shell.work().resolve("Shop.java"));
        Files.writeString(shell.work().resolve("Shop.java"), shop.replace(namespace(), namespace() + "2"));
        davit(0, "apply Shop.java --yes");

        Child.Result refused = davit(1, "destroy --stack shop --target kubernetes --confirm shop");
        assertThat(refused.err())
                .contains("more than one namespace has a stack of this name and stage", namespace() + "2");
        assertThat(image()).isEqualTo("ghcr.io/acme/web:1.0.0");

        String of = " --stack shop --target kubernetes --namespace " + namespace();
        assertThat(davit(0, "status Shop.java").out()).contains("Deployment " + namespace() + "2/web");
        assertThat(davit(0, "status" + of).out()).contains("Deployment " + namespace() + "/web");
        davit(0, "destroy Shop.java --confirm shop");
        assertThat(cluster.kubectl("get", "deployments", "-n", namespace() + "2", "-o", "name"))
                .isEmpty();
        assertThat(image()).isEqualTo("ghcr.io/acme/web:1.0.0");
        davit(0, "rollback" + of + " --to 1 --plan");
    }

    /** Changes a saved plan as no command does, and keeps its digests right. */
    private void change(UnaryOperator<Plan.Builder> how) {
        Path file = shell.work().resolve("plan.json");
        Plan plan = PlanFile.read(file);
        PlanFile.save(how.apply(new Plan.Builder().from(plan)).build(), file);
    }

    @Test
    void a_saved_plan_leads_to_its_own_cluster_or_nowhere() throws Exception {
        define("ghcr.io/acme/web:1.0.0", "");
        davit(0, "plan Shop.java --out plan.json");
        Path config = shell.work().resolve("config");
        Files.writeString(config, """
                apiVersion: v1
                kind: Config
                current-context: away
                contexts: [{name: away, context: {cluster: away, user: away}}]
                clusters: [{name: away, cluster: {server: "https://127.0.0.1:9"}}]
                users: [{name: away, user: {token: none}}]
                """);
        shell.with("KUBECONFIG", config + ":" + cluster.kubeconfig());
        Plan plan = PlanFile.read(shell.work().resolve("plan.json"));
        assertThat(plan.place().context()).contains("davit-test");

        change(it -> it.place(new Place("kubernetes", "context prod, https://prod", "uid-of-prod")));
        assertThat(davit(5, "apply plan.json --yes --context davit-test").err())
                .contains(
                        "error: the plan is for another place",
                        "from --context davit-test",
                        "it was made for context prod, https://prod (uid-of-prod), and this is "
                                + plan.place().identity(),
                        "nothing was changed");
        assertThat(cluster.kubectl("get", "namespaces", "-o", "name")).doesNotContain(namespace());

        change(it -> it.place(plan.place()));
        davit(0, "apply plan.json --yes --no-wait");
    }

    @Test
    void a_saved_plan_that_is_too_old_changes_nothing() throws Exception {
        define("ghcr.io/acme/web:1.0.0", "");
        davit(0, "apply Shop.java --yes --no-wait");
        define("ghcr.io/acme/web:1.1.0", "");
        davit(0, "plan Shop.java --out plan.json");
        change(it -> it.expiresAt(Instant.parse("2020-01-31T12:00:00Z")));

        Child.Result late = davit(5, "apply plan.json --yes");

        assertThat(late.err())
                .contains(
                        "STALE    the plan is too old",
                        "approved to be applied by 2020-01-31T12:00:00Z",
                        "now      it is ");
        assertThat(image()).isEqualTo("ghcr.io/acme/web:1.0.0");
        davit(0, "apply Shop.java --yes --no-wait");
    }

    @Test
    void what_was_not_waited_for_says_so_and_status_looks_how_it_is() throws Exception {
        define(
                "ghcr.io/acme/web:1.0.0",
                ".raw(web, \"Deployment\", Raw.set("
                        + "\"/spec/template/metadata/annotations/davit.test~1play\", \"no-image\"))");

        Child.Result sent = davit(0, "apply Shop.java --yes --no-wait");

        assertThat(sent.out())
                .contains(" sent, release 1 of shop/")
                .endsWith("what was sent was not waited for: davit status shows whether it is ready\n");
        assertThat(davit(0, "history --stack shop --target kubernetes").out()).contains("create, not waited for");
        live(
                "wait",
                "pods",
                "--all",
                "--timeout=30s",
                "--for=jsonpath={.status.containerStatuses[0].state.waiting.reason}=ImagePullBackOff");
        shell.with("COLUMNS", "250");
        Child.Result status = davit(0, "status Shop.java");
        assertThat(status.out())
                .contains(
                        "  ready    0 of 1 workload",
                        "    FAILED Deployment " + namespace() + "/web: 0 of 2 ready; can never become ready as it is",
                        ", container web: ImagePullBackOff: Back-off pulling image: not found (and 1 more like it)\n");
        assertThat(davit(0, "logs Shop.java web").err())
                .matches(
                        "(log of web/web-\\S+: it did not start yet: ImagePullBackOff: Back-off pulling image: not found\n){2}"
                                + "no lines of shop/\\S+ in the last 24h\n");
        ReportTest.valid(
                "/dev/davit/cli/status.schema.json", davit(0, "status --stack shop --target kubernetes --output json"));

        define("ghcr.io/acme/web:1.0.0", "");
        davit(0, "apply Shop.java --yes");
        assertThat(davit(0, "status --stack shop --target kubernetes").out())
                .contains("  ready    1 of 1 workload", "    ready  Deployment " + namespace() + "/web: 2 of 2 ready");
    }

    @Test
    void what_reads_as_delete_all_is_asked_for() throws Exception {
        define("ghcr.io/acme/web:1.0.0", "");
        davit(0, "apply Shop.java --yes --no-wait");
        String shop = Files.readString(shell.work().resolve("Shop.java"));

        Files.writeString(shell.work().resolve("Shop.java"), shop.replaceAll("(?s)var web = .*?;\n", ""));
        assertThat(davit(3, "apply Shop.java --yes").out())
                .contains("the definition is empty, and the stack has ", "davit destroy deletes a stack");

        Files.writeString(shell.work().resolve("Shop.java"), shop.replace("\"web\"", "\"shopfront\""));
        Child.Result renamed = davit(3, "plan Shop.java");
        Matcher number = Pattern.compile("--allow-deletions (\\d+)").matcher(renamed.out());
        assertThat(number.find()).isTrue();
        davit(0, "plan Shop.java " + number.group());
        assertThat(image()).isEqualTo("ghcr.io/acme/web:1.0.0");
    }

    /** Runs it at a terminal of its own, where somebody types. */
    private Child.Result typed(int code, String lines, String arguments) throws Exception {
        Child.Result result = shell.run(
                "printf '" + lines + "' | script -qec 'davit " + arguments + " --stage " + stage() + "' /dev/null");
        assertThat(result.code()).as(result.out() + result.err()).isEqualTo(code);
        return result;
    }

    @Test
    void somebody_at_a_terminal_is_asked_and_only_the_word_counts() throws Exception {
        define("ghcr.io/acme/web:1.0.0", "");
        String question = "? Only yes is taken: ";
        assertThat(typed(1, "y\\n", "apply Shop.java").out())
                .contains(question, "not approved: nothing was changed", "the answer was not yes");
        assertThat(cluster.kubectl("get", "namespaces", "-o", "name")).doesNotContain(namespace());
        assertThat(typed(0, "yes\\n", "apply Shop.java --no-wait").out()).contains(question, ", release 1 of shop/");
        assertThat(image()).isEqualTo("ghcr.io/acme/web:1.0.0");

        assertThat(typed(1, "yes\\n", "destroy --stack shop --target kubernetes")
                        .out())
                .contains("Type the stack", "not approved: nothing was changed");
        assertThat(image()).isEqualTo("ghcr.io/acme/web:1.0.0");
        typed(0, "shop\\n", "destroy --stack shop --target kubernetes");
        assertThat(live("get", "deployments", "-o", "name")).isEmpty();
        assertThat(typed(8, "yes\\n", "apply Shop.java </dev/null").out()).contains("there is nobody to ask");
    }

    @Test
    void documents_are_what_the_schemas_say() throws Exception {
        define("ghcr.io/acme/web:1.0.0", "");
        ReportTest.valid("/dev/davit/plan/plan.schema.json", davit(0, "plan Shop.java --output json"));
        ReportTest.valid("/dev/davit/cli/outcome.schema.json", davit(0, "apply Shop.java --yes --output json"));
        ReportTest.valid(
                "/dev/davit/cli/status.schema.json", davit(0, "status --stack shop --target kubernetes --output json"));
        ReportTest.valid(
                "/dev/davit/cli/history.schema.json",
                davit(0, "history --stack shop --target kubernetes --output json"));
        define("ghcr.io/acme/web:1.1.0", "");
        ReportTest.valid("/dev/davit/plan/plan.schema.json", davit(0, "diff Shop.java --output json"));
    }
}
