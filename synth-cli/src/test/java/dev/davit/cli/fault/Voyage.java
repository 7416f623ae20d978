package dev.davit.cli.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.apply.Journal;
import dev.davit.apply.Release;
import dev.davit.cli.Child;
import dev.davit.cli.Shell;
import dev.davit.document.Json;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.k8s.cluster.ApiServer;
import dev.davit.k8s.cluster.Clusters;
import dev.davit.k8s.compare.Comparing;
import dev.davit.k8s.compare.Identity;
import dev.davit.k8s.operate.KubernetesOperator;
import dev.davit.k8s.ownership.Homes;
import dev.davit.plan.Comparison;
import dev.davit.plan.Place;
import dev.davit.target.CompareOptions;
import dev.davit.testcluster.FaultProxy;
import dev.davit.testcluster.TestCluster;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** One stack in a namespace of its own, a proxy before its API server, and real processes that apply it. */
final class Voyage implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** All kinds that the definitions of these tests make, but the namespace. */
    private static final String KINDS =
            "serviceaccounts,networkpolicies,cronjobs,deployments,services,poddisruptionbudgets";

    private final TestCluster cluster;
    private final Shell shell;
    private final FaultProxy proxy;
    private final String id;
    private final String stage;
    private final Path kubeconfig;
    private String options = "";

    /** The shell may be another voyage's, too: then a definition is compiled once for both. */
    Voyage(TestCluster cluster, Shell shell) {
        this.cluster = cluster;
        this.shell = shell;
        this.proxy = FaultProxy.before(cluster);
        this.stage = "f" + COUNT.incrementAndGet();
        this.id = cluster.namespace() + "-" + stage;
        this.kubeconfig = proxy.kubeconfig(shell.work().resolve(id + ".kubeconfig"));
    }

    /** A stack of four objects; the schedule is what a test changes. */
    static void defineFew(Shell shell, String schedule) throws IOException {
        Files.writeString(shell.work().resolve("Few.java"), """
                import dev.davit.*;

                class Few implements Definition {
                  @Override public void define(Infra infra) {
                    infra.cronJob("report", Image.of("ghcr.io/acme/report:1.0.0"), Cron.of("%s"));
                    infra.deployTo(Kubernetes.context("davit-test").namespace(System.getenv("SHOP_NAMESPACE")));
                  }
                }
                """.formatted(schedule));
    }

    FaultProxy proxy() {
        return proxy;
    }

    /** Give who the user is, in a kubeconfig's words. */
    Voyage as(String user) {
        proxy.kubeconfig(kubeconfig, user);
        return this;
    }

    /** Make a lease, or all tries of one call, last so long. */
    Voyage with(String property, int seconds) {
        options += " -Ddavit." + property + ".seconds=" + seconds;
        return this;
    }

    Process start(String arguments) throws IOException {
        return start("here", arguments);
    }

    /** Start it on a machine of this name: another has another journal. The process is davit's own, not a shell's. */
    Process start(String machine, String arguments) throws IOException {
        return shell.start("export KUBECONFIG='%s' SHOP_NAMESPACE='%s' XDG_STATE_HOME='%s' JAVA_OPTIONS='%s'; "
                        .formatted(kubeconfig, namespace(), state(machine), options)
                + "exec env --default-signal=INT,TERM davit " + arguments + " --stage " + stage);
    }

    /** Run it to its end, which is to have this code. */
    Child.Result davit(int code, String arguments) throws IOException, InterruptedException {
        Child.Result result = finish(start(arguments));
        assertThat(result.code()).as(id + ": " + result.out() + result.err()).isEqualTo(code);
        assertThat(result.err()).doesNotContain("\tat ");
        return result;
    }

    static Child.Result finish(Process process) throws IOException, InterruptedException {
        return Shell.finish(process);
    }

    String namespace() {
        return id + "-shop";
    }

    String stage() {
        return stage;
    }

    String kubectl(String... arguments) {
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--namespace";
        all[arguments.length + 1] = namespace();
        return cluster.kubectl(all);
    }

    /** Look from another program: the last release is done, nothing is left to do, nothing is left open, nobody holds the lease. */
    void isAtItsGoal(String stack) {
        isAtItsGoal(stack, "here");
    }

    /** Look so at the journal of one machine. */
    void isAtItsGoal(String stack, String machine) {
        try (ApiServer api = Clusters.of(
                        Map.of("KUBECONFIG", cluster.kubeconfig().toString()))
                .connect(Optional.empty())
                .server()) {
            Homes homes = Homes.anywhere(api);
            KubernetesOperator operator = new KubernetesOperator(api, homes);
            List<Release> releases = operator.releases(stack, stage).list();
            assertThat(releases)
                    .extracting(Release::state)
                    .startsWith(Release.State.DONE)
                    .doesNotContain(Release.State.RUNNING);
            Place place = Identity.of(api, "davit-test");
            Comparison found =
                    new Comparing(api, homes, place).compare(releases.get(0).wanted(), CompareOptions.cautious());
            assertThat(found.changes()).isEmpty();
            assertThat(found.blockers()).isEmpty();
            assertThat(operator.lease(stack, stage).read().orElseThrow().holder())
                    .isEmpty();
            try (Journal journal = Journal.open(state(machine).resolve("davit"), place, stack, stage)) {
                assertThat(journal.unfinished()).isEmpty();
            }
        }
    }

    /** Count the release records. */
    int releases() {
        return kubectl("get", "secrets", "-l", "davit.dev/release", "-o", "name")
                .split("\n")
                .length;
    }

    private Path state(String machine) {
        return shell.work().resolve("state-" + id + "-" + machine);
    }

    /** Give all objects of ours by kind and name, without what the server sets and what differs from voyage to voyage. */
    Map<String, String> objects() {
        Map<String, String> objects = new TreeMap<>();
        for (String list : List.of(
                kubectl("get", KINDS, "-l", "applyset.kubernetes.io/part-of", "-o", "json", "--show-managed-fields"),
                "{\"items\": [" + kubectl("get", "namespace", namespace(), "-o", "json", "--show-managed-fields")
                        + "]}")) {
            MapNode answer = (MapNode) Json.read("kubectl", list.getBytes(StandardCharsets.UTF_8));
            for (Node item : answer.getList("items").orElseThrow()) {
                put((MapNode) item, objects);
            }
        }
        return objects;
    }

    private void put(MapNode object, Map<String, String> objects) {
        MapNode metadata = object.getMap("metadata").orElseThrow();
        String set = metadata.getMap("labels")
                .flatMap(it -> it.getText("applyset.kubernetes.io/part-of"))
                .orElseThrow();
        List.of("uid", "resourceVersion", "creationTimestamp", "generation").forEach(metadata::remove);
        metadata.getMap("annotations").ifPresent(it -> it.remove("deployment.kubernetes.io/revision"));
        metadata.put("managedFields", ours(metadata.getList("managedFields").orElseThrow()));
        object.remove("status");
        object.getMap("spec")
                .ifPresent(spec -> List.of("clusterIP", "clusterIPs").forEach(spec::remove));
        String text = Json.compact(object)
                .replace(namespace(), "NAMESPACE")
                .replace(set, "SET")
                .replace("\"" + stage + "\"", "STAGE");
        objects.put(
                object.getText("kind").orElseThrow() + "/"
                        + metadata.getText("name").orElseThrow().replace(namespace(), "NAMESPACE"),
                text);
    }

    private static ListNode ours(ListNode managers) {
        ListNode ours = new ListNode(null);
        for (Node node : managers) {
            MapNode manager = (MapNode) node;
            if (manager.getText("manager").orElse("").startsWith("davit")) {
                manager.remove("time");
                ours.add(manager);
            }
        }
        return ours;
    }

    @Override
    public void close() {
        proxy.close();
        cluster.kubectl("delete", "namespace", namespace(), "--ignore-not-found", "--wait=false");
    }
}
