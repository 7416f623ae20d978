package dev.davit.k8s.manifest;

import dev.davit.Health;
import dev.davit.Image;
import dev.davit.Size;
import dev.davit.document.Node;
import dev.davit.document.Origin;
import dev.davit.document.ScalarNode;
import dev.davit.model.EnvGroupSpec;
import dev.davit.model.WorkloadSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the pod of a workload: the program, what runs before it, and what stands beside it. */
final class WorkloadPod {
    static final String HTTP = "http";

    private static final Origin LISTEN = Origin.target("the program finds the port that it must listen on");
    private static final Size TMP = Size.mib(512);

    /** Caches of compiled kernels are large. */
    private static final Size GPU_TMP = Size.gib(10);

    private static final Size LOGS = Size.mib(512);

    private final Cluster cluster;
    private final WorkloadSpec spec;
    private final ModelFetch models;

    WorkloadPod(Cluster cluster, WorkloadSpec spec) {
        this.cluster = cluster;
        this.spec = spec;
        this.models = new ModelFetch(cluster, spec);
    }

    Pod pod() {
        Pod pod = new Pod(cluster, spec.id(), spec.declaration().created());
        if (!spec.isJob()) {
            pod.grace(ScalarNode.of(Seconds.grace(spec), spec.origin("drain")));
            Spread.over(cluster, spec.id(), pod.scheduling());
        } else {
            pod.restart("Never");
        }
        GpuNodes.select(cluster, spec, pod.scheduling());
        Container main = program();
        mounts(pod, main);
        models.into(pod, main);
        new PreDeploy(cluster, spec).into(pod);
        pod.container(main.tree());
        cluster.settings().expose(spec.key()).ifPresent(host -> new Access(cluster, spec, host).into(pod));
        if (spec.source() instanceof Image image) {
            image.credential().ifPresent(name -> pod.pullSecret(name, spec.origin("source")));
        }
        return pod;
    }

    long startSeconds() {
        return Seconds.start(health().startsWithin(), models.sizes());
    }

    long progressDeadline() {
        return Seconds.progressDeadline(health().startsWithin(), models.sizes());
    }

    private Health health() {
        return spec.health().orElseGet(Health::tcp);
    }

    private Container program() {
        Container main = new Container(
                spec.id(), new BuiltImages(cluster).of(spec), spec.declaration().created());
        command(cluster, spec, main);
        EnvGroups.references(cluster, spec).forEach(main::envFrom);
        main.env(EnvVars.of(cluster, spec, spec.key(), own()));
        main.resources(amounts().tree());
        if (spec.isService()) {
            main.port(HTTP, spec.port(), spec.origin("port"));
            Probes.of(health(), spec.origin("health"), startSeconds(), HTTP, main.checks());
            Probes.preStop(main.checks());
        }
        return main;
    }

    /** A command replaces the image's entry point and its arguments, as on Render. */
    static void command(Cluster cluster, WorkloadSpec spec, Container container) {
        if (!spec.command().isEmpty()) {
            container.command(spec.command().stream().map(Expansion::literal).toList(), spec.origin("command"));
        }
    }

    private void mounts(Pod pod, Container main) {
        spec.disk().ifPresent(disk -> main.mount(diskVolume(spec), disk.mountPath(), false, spec.origin("disk")));
        GpuWork.sharedMemory(spec, pod, main);
        pod.volume(Volumes.tmp(tmp()));
        main.mount(Pod.TMP, "/tmp", false, Volumes.scratch());
    }

    static String diskVolume(WorkloadSpec spec) {
        return "disk-" + spec.disk().orElseThrow().name();
    }

    private Size tmp() {
        return spec.gpu().isPresent() ? GPU_TMP : TMP;
    }

    private Amounts amounts() {
        Amounts amounts = Amounts.of(spec.cpu(), spec.origin("cpu"), spec.memory(), spec.origin("memory"));
        spec.gpu().ifPresent(gpu -> amounts.gpus(gpu.count(), spec.origin("gpu")));
        Optional<Size> room = models.room();
        if (spec.serves().isEmpty() || room.isPresent()) {
            long mib = tmp().inMib() + LOGS.inMib() + room.map(Size::inMib).orElse(0L);
            amounts.scratch(Size.mib(mib), Volumes.scratch());
        }
        return amounts;
    }

    /** Variables that Davit sets unless the user does, in a group of variables, too. */
    private Map<String, Node> own() {
        Map<String, Node> own = new LinkedHashMap<>();
        if (spec.isService()) {
            own.put("PORT", ScalarNode.of(String.valueOf(spec.port()), LISTEN));
        }
        own.putAll(GpuWork.env(spec));
        models.offline().ifPresent(value -> own.put("HF_HUB_OFFLINE", value));
        groups().forEach(group -> group.env().keySet().forEach(own::remove));
        return own;
    }

    private List<EnvGroupSpec> groups() {
        return spec.envGroups().stream()
                .flatMap(key -> cluster.assembly().spec(key, EnvGroupSpec.class).stream())
                .toList();
    }
}
