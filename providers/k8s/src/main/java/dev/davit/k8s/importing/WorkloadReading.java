package dev.davit.k8s.importing;

import dev.davit.document.MapNode;
import dev.davit.k8s.importing.Recognition.NotExpressible;
import dev.davit.k8s.manifest.GpuWork;
import dev.davit.k8s.manifest.Seconds;
import dev.davit.model.Kind;
import dev.davit.source.Call;
import dev.davit.source.Code;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads a workload from its Deployment, StatefulSet, CronJob or Job and what stands beside it. */
final class WorkloadReading {
    private static final String NGINX_TIMEOUT = "nginx.ingress.kubernetes.io/proxy-read-timeout";

    private final Recognition recognition;
    private final Item item;
    private final MapNode pod;
    private final String id;
    private final MapNode main;
    private final Optional<Draft> started;
    private Draft draft;
    private Set<String> callees = Set.of();

    WorkloadReading(Recognition recognition, Item item, MapNode pod) {
        this.recognition = recognition;
        this.item = item;
        this.pod = pod;
        this.id = Recognition.about(item);
        this.main = Tree.named(Tree.maps(pod, "containers"), id).orElse(new MapNode(null));
        this.started = isLikely() ? recognition.start(kind(), id, item) : Optional.empty();
    }

    /** What a definition makes stands beside an account and a policy of the same name; all else need not be tried. */
    private boolean isLikely() {
        return !main.isEmpty()
                && recognition.find("ServiceAccount", id).isPresent()
                && recognition.find("NetworkPolicy.networking.k8s.io", id).isPresent();
    }

    private Kind kind() {
        if (item.kind().equals("CronJob")) {
            return Kind.CRON_JOB;
        }
        if (item.kind().equals("Job")) {
            return Kind.JOB;
        }
        if (recognition.find("Service", id).isEmpty()
                || Tree.maps(main, "ports").isEmpty()) {
            return Kind.WORKER;
        }
        return hosts("http").isEmpty() ? Kind.PRIVATE_SERVICE : Kind.WEB_SERVICE;
    }

    /** Gives the hosts that a port of the service answers for. */
    private List<String> hosts(String port) {
        return ingress().stream()
                .flatMap(it -> Tree.maps(it.tree(), "spec", "rules").stream())
                .filter(it -> Tree.text(it, "http", "paths", "0", "backend", "service", "port", "name")
                        .filter(port::equals)
                        .isPresent())
                .flatMap(it -> it.getText("host").stream())
                .toList();
    }

    private Optional<Item> ingress() {
        return recognition.find("Ingress.networking.k8s.io", id);
    }

    private boolean isService() {
        return draft.key().kind() == Kind.WEB_SERVICE || draft.key().kind() == Kind.PRIVATE_SERVICE;
    }

    private boolean isJob() {
        return draft.key().kind() == Kind.CRON_JOB || draft.key().kind() == Kind.JOB;
    }

    void read() {
        if (started.isEmpty()) {
            return;
        }
        draft = started.get();
        try {
            all(new ProgramReading(recognition, draft, pod, main));
        } catch (NotExpressible e) {
            recognition.giveUp(draft);
        }
    }

    private void all(ProgramReading program) {
        program.source();
        disk();
        if (draft.key().kind() == Kind.CRON_JOB) {
            draft.argument(Code.call("Cron", "of", text(item.tree(), "spec", "schedule")));
        }
        callees = callees();
        if (isService()) {
            port();
        }
        gpu();
        models();
        program.amounts(gpus() > 0);
        ProgramReading.words(draft, "command", main);
        if (isService()) {
            health();
        }
        if (isJob()) {
            ends();
        } else {
            new ScaleReading(recognition, draft, item).read();
            drain();
        }
        if (ingress().isPresent()) {
            ingress(ingress().get());
        }
        preDeploy();
        consumes(program.variables(callees, own()));
        Tree.text(item.tree(), "metadata", "annotations", "davit.dev/moved-from")
                .ifPresent(it -> draft.call("movedFrom", Code.quoted(it)));
    }

    private static Code text(MapNode tree, String... path) {
        return Code.quoted(Tree.text(tree, path).orElseThrow(NotExpressible::new));
    }

    private void disk() {
        MapNode claim = Tree.map(item.tree(), "spec", "volumeClaimTemplates", "0");
        if (claim.isEmpty()) {
            return;
        }
        String volume = Tree.text(claim, "metadata", "name").orElse("");
        String path = Tree.named(Tree.maps(main, "volumeMounts"), volume)
                .flatMap(it -> it.getText("mountPath"))
                .orElseThrow(NotExpressible::new);
        Code size = Tree.text(claim, "spec", "resources", "requests", "storage")
                .flatMap(Amount::size)
                .orElseThrow(NotExpressible::new);
        List<Call> calls = new ArrayList<>(List.of(Call.of("at", Code.quoted(path), size)));
        if (!volume.equals("disk-data")) {
            calls.add(Call.of("name", Code.quoted(volume.replaceFirst("^disk-", ""))));
        }
        draft.argument(new Code.Chain("Disk", calls));
        Tree.text(claim, "spec", "storageClassName")
                .ifPresent(it -> recognition.setting("storageClass", Code.quoted(it)));
    }

    private void port() {
        long port = Tree.number(main, "ports", "0", "containerPort").orElseThrow(NotExpressible::new);
        if (port != 10_000) {
            draft.call("port", Amount.number(port));
        }
    }

    private int gpus() {
        return Tree.text(main, "resources", "requests", "nvidia.com/gpu")
                .map(Integer::parseInt)
                .orElse(0);
    }

    private void gpu() {
        if (gpus() == 0) {
            return;
        }
        List<MapNode> expressions = Tree.maps(
                pod,
                "affinity",
                "nodeAffinity",
                "requiredDuringSchedulingIgnoredDuringExecution",
                "nodeSelectorTerms",
                "0",
                "matchExpressions");
        GpuNames.Found gpu = GpuNames.of(expressions).orElseThrow(NotExpressible::new);
        gpu.labels().ifPresent(it -> recognition.setting("gpuLabels", Code.plain("Kubernetes.GpuLabels." + it.name())));
        gpu.label().ifPresent(it -> recognition.setting("gpuLabel", Code.quoted(it)));
        List<Call> calls = new ArrayList<>(List.of(Call.of("nvidia", Code.quoted(gpu.product()))));
        gpu.memoryMib().ifPresent(it -> calls.add(Call.of("memory", Amount.mib(it))));
        if (gpus() > 1) {
            calls.add(Call.of("count", Amount.number(gpus())));
        }
        draft.call("gpu", new Code.Chain("Gpu", calls));
        Tree.number(item.tree(), "spec", "strategy", "rollingUpdate", "maxSurge")
                .filter(it -> it > 0)
                .ifPresent(it -> recognition.surge(it * gpus()));
    }

    private List<Draft> served() {
        List<Draft> models = new ArrayList<>();
        for (MapNode volume : Tree.maps(pod, "volumes")) {
            String name = volume.getText("name").orElse("");
            if (name.startsWith("model-")) {
                models.add(recognition
                        .draft(name.substring("model-".length()), Kind.MODEL)
                        .orElseThrow(NotExpressible::new));
            }
        }
        return models;
    }

    private void models() {
        served().forEach(it -> draft.call("serves", draft.reference(it)));
    }

    private void health() {
        Optional<String> path = Tree.text(main, "startupProbe", "httpGet", "path");
        Optional<String> liveness = Tree.text(main, "livenessProbe", "httpGet", "path");
        long failures = Tree.number(main, "startupProbe", "failureThreshold").orElse(0L);
        long deadline =
                Tree.number(item.tree(), "spec", "progressDeadlineSeconds").orElse(0L);
        long exact = deadline - Seconds.ROLLOUT_SLACK;
        boolean plain = (exact + 9) / 10 == failures;
        long start = plain ? exact : failures * 10;
        List<Call> calls = new ArrayList<>();
        calls.add(path.map(it -> Call.of("http", Code.quoted(it))).orElseGet(() -> Call.of("tcp")));
        liveness.ifPresent(it -> calls.add(Call.of("liveness", Code.quoted(it))));
        // With models the time for fetching them comes on top only where somebody set the start.
        if (served().isEmpty() ? start != Seconds.LEAST_START : !plain) {
            calls.add(Call.of("startsWithin", Amount.seconds(start)));
        }
        if (path.isPresent() || calls.size() > 1) {
            draft.call("health", new Code.Chain("Health", calls));
        }
    }

    private void ends() {
        MapNode spec = draft.key().kind() == Kind.JOB
                ? Tree.map(item.tree(), "spec")
                : Tree.map(item.tree(), "spec", "jobTemplate", "spec");
        Tree.number(spec, "activeDeadlineSeconds")
                .filter(it -> it != 3600)
                .ifPresent(it -> draft.call("timeLimit", Amount.seconds(it)));
        Tree.number(spec, "backoffLimit")
                .filter(it -> it != 2)
                .ifPresent(it -> draft.call("retries", Amount.number(it)));
    }

    private void drain() {
        long grace = Tree.number(pod, "terminationGracePeriodSeconds").orElse(30L);
        long drain = grace - (isService() ? Seconds.PRE_STOP : 0);
        if (drain != 30) {
            draft.call("drain", Amount.seconds(drain));
        }
    }

    private void ingress(Item ingress) {
        Tree.text(ingress.tree(), "metadata", "annotations", NGINX_TIMEOUT)
                .filter(it -> !it.equals("300") && it.matches("\\d{1,9}"))
                .ifPresent(it -> draft.call("requestTimeout", Amount.seconds(Long.parseLong(it))));
        hosts("http").forEach(it -> draft.call("domain", Code.quoted(it)));
        hosts("access").forEach(it -> recognition.expose(draft, it));
        Tree.text(ingress.tree(), "spec", "ingressClassName")
                .ifPresent(it -> recognition.setting("ingressClass", Code.quoted(it)));
        Tree.text(ingress.tree(), "metadata", "annotations", "cert-manager.io/cluster-issuer")
                .ifPresent(it -> recognition.setting("certificateIssuer", Code.quoted(it)));
    }

    private void preDeploy() {
        for (MapNode container : Tree.maps(pod, "initContainers")) {
            String name = container.getText("name").orElse("");
            if (name.equals("davit-pre-deploy")) {
                ProgramReading.words(draft, "preDeploy", container);
            } else if (name.startsWith("davit-pre-deploy-")) {
                Draft job = job(name.substring("davit-pre-deploy-".length()), container);
                draft.call("preDeploy", draft.reference(job));
            }
        }
    }

    /** A job before a deploy has no object of its own. */
    private Draft job(String name, MapNode container) {
        Optional<Draft> there = recognition.draft(name, Kind.JOB);
        if (there.isPresent()) {
            return there.get();
        }
        Draft job = recognition.start(Kind.JOB, name, item).orElseThrow(NotExpressible::new);
        ProgramReading program = new ProgramReading(recognition, job, pod, container);
        program.source();
        ProgramReading.words(job, "command", container);
        program.amounts(false);
        program.variables(callees, Set.of());
        return job;
    }

    /** Gives what the policy lets the program call. */
    private Set<String> callees() {
        Set<String> ids = new TreeSet<>();
        recognition
                .find("NetworkPolicy.networking.k8s.io", id)
                .ifPresent(policy -> Tree.maps(policy.tree(), "spec", "egress")
                        .forEach(rule -> Tree.maps(rule, "to")
                                .forEach(to -> Tree.text(to, "podSelector", "matchLabels", "app.kubernetes.io/name")
                                        .ifPresent(ids::add))));
        return ids;
    }

    /** A queue that no value names is there to be consumed. */
    private void consumes(Set<Draft> named) {
        if (draft.key().kind() != Kind.WORKER) {
            return;
        }
        for (String callee : callees) {
            recognition
                    .draft(callee, Kind.JOB_QUEUE)
                    .filter(it -> !named.contains(it))
                    .ifPresent(it -> draft.call("consumes", draft.reference(it)));
        }
    }

    /** Gives the variables that synth sets by itself. */
    private Set<String> own() {
        Set<String> own = new HashSet<>();
        Tree.text(main, "ports", "0", "containerPort").ifPresent(it -> own.add("PORT=" + it));
        if (gpus() > 0) {
            GpuWork.VARIABLES.forEach((name, value) -> own.add(name + "=" + value));
        }
        if (!served().isEmpty()) {
            own.add("HF_HUB_OFFLINE=1");
        }
        return own;
    }
}
