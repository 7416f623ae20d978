package dev.davit;

import dev.davit.model.Placement;
import dev.davit.model.Spec;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** One resource of each builder, and for each setter arguments that differ from every default. */
final class Samples {
    private static final Image IMAGE = Image.of("ghcr.io/acme/app:1");
    private static final Disk DISK = Disk.at("/data", Size.gib(3));
    private static final Model MODEL = Model.huggingFace("acme/tiny").revision("b".repeat(40));
    private static final Map<Class<?>, Maker> MAKERS = makers();
    private static final Map<Class<?>, Object> BY_TYPE = byType();
    private static final Map<String, List<String>> TEXTS = Map.ofEntries(
            Map.entry("env", List.of("NAME", "text")),
            Map.entry("domain", List.of("app.example.com")),
            Map.entry("redirect", List.of("/from", "/to")),
            Map.entry("rewrite", List.of("/from", "/to")),
            Map.entry("header", List.of("/*", "X-Frame-Options", "DENY")),
            Map.entry("acknowledge", List.of("RND001", "because")),
            Map.entry("movedFrom", List.of("old")),
            Map.entry("database", List.of("records")),
            Map.entry("user", List.of("owner")),
            Map.entry("allow", List.of("10.0.0.0/8", "the office")),
            Map.entry("address", List.of("https://gpu.example.com")),
            Map.entry("expose", List.of("api.example.com")),
            Map.entry("raw", List.of("Deployment")));

    /** Adds one resource whose configurator does what the test wants. */
    interface Maker {
        Handle make(Infra infra, Consumer<Object> configure);
    }

    private Samples() {}

    private static Map<Class<?>, Maker> makers() {
        Map<Class<?>, Maker> makers = new HashMap<>();
        makers.put(SecretBuilder.class, (i, c) -> i.secret("it", c::accept));
        makers.put(JobQueueBuilder.class, (i, c) -> i.jobQueue("it", c::accept));
        makers.put(CacheBuilder.class, (i, c) -> i.cache("it", c::accept));
        makers.put(PostgresBuilder.class, (i, c) -> i.postgres("it", 16, c::accept));
        makers.put(ModelBuilder.class, (i, c) -> i.model("it", MODEL, c::accept));
        makers.put(EnvGroupBuilder.class, (i, c) -> i.envGroup("it", c::accept));
        makers.put(WebServiceBuilder.class, (i, c) -> i.webService("it", IMAGE, c::accept));
        makers.put(WebServiceWithDiskBuilder.class, (i, c) -> i.webService("it", IMAGE, DISK, c::accept));
        makers.put(PrivateServiceBuilder.class, (i, c) -> i.privateService("it", IMAGE, c::accept));
        makers.put(PrivateServiceWithDiskBuilder.class, (i, c) -> i.privateService("it", IMAGE, DISK, c::accept));
        makers.put(WorkerBuilder.class, (i, c) -> i.worker("it", IMAGE, c::accept));
        makers.put(WorkerWithDiskBuilder.class, (i, c) -> i.worker("it", IMAGE, DISK, c::accept));
        makers.put(CronJobBuilder.class, (i, c) -> i.cronJob("it", IMAGE, Cron.hourly(7), c::accept));
        makers.put(JobBuilder.class, (i, c) -> i.job("it", IMAGE, c::accept));
        makers.put(StaticSiteBuilder.class, (i, c) -> i.staticSite("it", StaticContent.at("dist"), c::accept));
        return makers;
    }

    private static Map<Class<?>, Object> byType() {
        Map<Class<?>, Object> samples = new LinkedHashMap<>();
        samples.put(int.class, 3333);
        samples.put(Size.class, Size.mib(777));
        samples.put(Cpu.class, Cpu.millis(333));
        samples.put(Duration.class, Duration.ofSeconds(77));
        samples.put(LocalDate.class, LocalDate.of(2027, 5, 1));
        samples.put(Gpu.class, Gpu.nvidia("L4"));
        samples.put(Health.class, Health.http("/healthz"));
        samples.put(Scale.class, Scale.between(2, 7).cpu(55));
        samples.put(Eviction.class, Eviction.VOLATILE_TTL);
        samples.put(Plan.class, Plan.PRO);
        samples.put(Render.AutoDeploy.class, Render.AutoDeploy.OFF);
        samples.put(Render.Previews.class, Render.Previews.MANUAL);
        samples.put(Render.Persistence.class, Render.Persistence.SNAPSHOT);
        samples.put(RenderEnvironment.class, RenderEnvironment.of("shop", "production"));
        samples.put(RenderVariable.class, RenderVariable.asked());
        samples.put(RenderWorkflow.class, RenderWorkflow.of("tasks", NativeRuntime.node()));
        samples.put(RenderBuildSource.class, RenderBuildSource.image("base", IMAGE));
        samples.put(Region.class, Region.FRANKFURT);
        samples.put(boolean.class, true);
        samples.put(WebService.class, WebService.named("it"));
        samples.put(Postgres.class, new Postgres("it"));
        samples.put(KeyValue.class, new Cache("it"));
        samples.put(Handle[].class, new Handle[] {PrivateService.named("it")});
        samples.put(Kubernetes.GpuLabels.class, Kubernetes.GpuLabels.GKE);
        samples.put(KubernetesObject.class, KubernetesObject.of("v1", "ConfigMap", "it"));
        samples.put(Value.class, new Secret("other"));
        samples.put(Secret.class, new Secret("other"));
        samples.put(EnvGroup.class, new EnvGroup("other"));
        samples.put(JobQueue.class, new JobQueue("other"));
        samples.put(ModelArtifact.class, new ModelArtifact("other"));
        samples.put(Job.class, new Job("other"));
        samples.put(Service.class, PrivateService.named("it"));
        samples.put(Handle.class, PrivateService.named("it"));
        samples.put(String[].class, new String[] {"one", "two"});
        samples.put(Raw[].class, new Raw[] {Raw.set("/a", 1)});
        return samples;
    }

    static Object[] arguments(Method setter) {
        List<Object> arguments = new ArrayList<>();
        List<String> texts = new ArrayList<>(TEXTS.getOrDefault(setter.getName(), List.of("text", "text", "text")));
        for (Class<?> type : setter.getParameterTypes()) {
            Object sample = type == String.class ? texts.remove(0) : BY_TYPE.get(type);
            if (sample == null) {
                throw new AssertionError("no sample of " + type.getName() + " for " + setter);
            }
            arguments.add(setter.getName().equals("retries") ? 7 : sample);
        }
        return arguments.toArray();
    }

    static Spec spec(Class<?> builder, Consumer<Object> configure) {
        Maker maker = MAKERS.get(builder);
        if (maker == null) {
            throw new AssertionError("no maker for " + builder.getName());
        }
        return Evaluation.of(infra -> maker.make(infra, configure), "prod")
                .assembly()
                .specs()
                .get(0);
    }

    static Placement placement(Class<?> settings, Consumer<Object> configure) {
        Function<Infra, TargetSettings<?>> make =
                infra -> settings == Render.class ? Render.region(Region.OHIO) : Kubernetes.context("prod");
        return Evaluation.of(
                        infra -> {
                            TargetSettings<?> made = make.apply(infra);
                            configure.accept(made);
                            infra.deployTo(made);
                        },
                        "prod")
                .assembly()
                .placements()
                .get(0);
    }
}
