package dev.davit;

import dev.davit.check.Rule;
import dev.davit.document.Origin;
import dev.davit.model.Acknowledgement;
import dev.davit.model.Assembly;
import dev.davit.model.Kind;
import dev.davit.model.Output;
import dev.davit.model.Placement;
import dev.davit.model.ResourceKey;
import dev.davit.model.Spec;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Describe infrastructure: each method adds one resource and gives a handle to refer to it.
 *
 * <p>What a resource must have is an argument; what it can have is said in the configurator. An id is unique within its kind
 * and becomes the live object's name.
 */
public final class Infra {
    private final String name;
    private final String stage;
    private final String definition;
    private final Problems problems = new Problems();
    private final Map<ResourceKey, Spec> specs = new LinkedHashMap<>();
    private final List<Output> outputs = new ArrayList<>();
    private final List<Supplier<Placement>> placements = new ArrayList<>();
    private final Map<String, Acknowledgement> acknowledgements = new LinkedHashMap<>();
    private final List<Rule> rules = new ArrayList<>();
    private List<String> component = List.of();

    private Infra(String name, String stage, String definition) {
        this.name = name;
        this.stage = stage;
        this.definition = definition;
    }

    /** Run a definition for a stage and give what it described. */
    static Evaluation describe(Definition definition, String stage) {
        Class<?> type = definition.getClass();
        String binaryName = Names.of(type);
        Infra infra = new Infra(Names.stack(Names.simple(binaryName)), stage, binaryName);
        definition.define(infra);
        return new Evaluation(infra.assembly(), List.copyOf(infra.rules));
    }

    /** Name a secret. Its value is given to the platform, never to Davit. */
    public Secret secret(String id) {
        return secret(id, s -> {});
    }

    /** Name a secret. Its value is given to the platform, never to Davit. */
    public Secret secret(String id, Consumer<SecretBuilder> configure) {
        return secret(id, false, "secret", configure);
    }

    /** Name a secret whose value the platform makes. */
    public Secret generatedSecret(String id) {
        return generatedSecret(id, s -> {});
    }

    /** Name a secret whose value the platform makes. */
    public Secret generatedSecret(String id, Consumer<SecretBuilder> configure) {
        return secret(id, true, "generatedSecret", configure);
    }

    private Secret secret(String id, boolean generated, String method, Consumer<SecretBuilder> configure) {
        return add(
                Kind.SECRET,
                id,
                method,
                c -> new SecretBuilder(c, generated),
                configure,
                SecretBuilder::spec,
                Secret::new);
    }

    /** Add a queue of jobs: it drops none, and they survive a restart. */
    public JobQueue jobQueue(String id) {
        return jobQueue(id, q -> {});
    }

    /** Add a queue of jobs: it drops none, and they survive a restart. */
    public JobQueue jobQueue(String id, Consumer<JobQueueBuilder> configure) {
        return add(
                Kind.JOB_QUEUE, id, "jobQueue", JobQueueBuilder::new, configure, JobQueueBuilder::spec, JobQueue::new);
    }

    /** Add a cache. */
    public Cache cache(String id) {
        return cache(id, c -> {});
    }

    /** Add a cache. */
    public Cache cache(String id, Consumer<CacheBuilder> configure) {
        return add(Kind.CACHE, id, "cache", CacheBuilder::new, configure, CacheBuilder::spec, Cache::new);
    }

    /** Add a Postgres database of the usual major version, 17; to name one is better, for it cannot change in place. */
    public Postgres postgres(String id) {
        return postgres(id, p -> {});
    }

    /** Add a Postgres database of the usual major version, 17; to name one is better, for it cannot change in place. */
    public Postgres postgres(String id, Consumer<PostgresBuilder> configure) {
        return add(
                Kind.POSTGRES, id, "postgres", PostgresBuilder::new, configure, PostgresBuilder::spec, Postgres::new);
    }

    /** Add a Postgres database of a major version, 13 to 18. */
    public Postgres postgres(String id, int version) {
        return postgres(id, version, p -> {});
    }

    /** Add a Postgres database of a major version, 13 to 18. */
    public Postgres postgres(String id, int version, Consumer<PostgresBuilder> configure) {
        return add(
                Kind.POSTGRES,
                id,
                "postgres",
                c -> new PostgresBuilder(c, version),
                configure,
                PostgresBuilder::spec,
                Postgres::new);
    }

    /** Add the weights of a model. */
    public ModelArtifact model(String id, Model model) {
        return model(id, model, m -> {});
    }

    /** Add the weights of a model. */
    public ModelArtifact model(String id, Model model, Consumer<ModelBuilder> configure) {
        return add(
                Kind.MODEL,
                id,
                "model",
                c -> new ModelBuilder(c, model),
                configure,
                ModelBuilder::spec,
                ModelArtifact::new);
    }

    /** Add a group of environment variables that several workloads read. */
    public EnvGroup envGroup(String id, Consumer<EnvGroupBuilder> configure) {
        return add(
                Kind.ENV_GROUP, id, "envGroup", EnvGroupBuilder::new, configure, EnvGroupBuilder::spec, EnvGroup::new);
    }

    /** Add a service that the public reaches. It needs a health check (HLT001), so a configurator is required. */
    public WebService webService(String id, Source source, Consumer<WebServiceBuilder> configure) {
        return workload(Kind.WEB_SERVICE, id, source, "webService", WebServiceBuilder::new, configure, WebService::new);
    }

    /** Add a service with a disk that the public reaches; it runs as one instance. */
    public WebService webService(String id, Source source, Disk disk) {
        return webService(id, source, disk, w -> {});
    }

    /** Add a service with a disk that the public reaches; it runs as one instance. */
    public WebService webService(String id, Source source, Disk disk, Consumer<WebServiceWithDiskBuilder> configure) {
        return workload(
                Kind.WEB_SERVICE,
                id,
                source,
                "webService",
                (c, s) -> new WebServiceWithDiskBuilder(c, s, disk),
                configure,
                WebService::new);
    }

    /** Add a service that only the private network reaches. */
    public PrivateService privateService(String id, Source source) {
        return privateService(id, source, s -> {});
    }

    /** Add a service that only the private network reaches. */
    public PrivateService privateService(String id, Source source, Consumer<PrivateServiceBuilder> configure) {
        return workload(
                Kind.PRIVATE_SERVICE,
                id,
                source,
                "privateService",
                PrivateServiceBuilder::new,
                configure,
                PrivateService::new);
    }

    /** Add a service with a disk that only the private network reaches; it runs as one instance. */
    public PrivateService privateService(String id, Source source, Disk disk) {
        return privateService(id, source, disk, s -> {});
    }

    /** Add a service with a disk that only the private network reaches; it runs as one instance. */
    public PrivateService privateService(
            String id, Source source, Disk disk, Consumer<PrivateServiceWithDiskBuilder> configure) {
        return workload(
                Kind.PRIVATE_SERVICE,
                id,
                source,
                "privateService",
                (c, s) -> new PrivateServiceWithDiskBuilder(c, s, disk),
                configure,
                PrivateService::new);
    }

    /** Add a worker: it runs all the time and nobody calls it. */
    public Worker worker(String id, Source source) {
        return worker(id, source, w -> {});
    }

    /** Add a worker: it runs all the time and nobody calls it. */
    public Worker worker(String id, Source source, Consumer<WorkerBuilder> configure) {
        return workload(Kind.WORKER, id, source, "worker", WorkerBuilder::new, configure, Worker::new);
    }

    /** Add a worker with a disk; it runs as one instance. */
    public Worker worker(String id, Source source, Disk disk) {
        return worker(id, source, disk, w -> {});
    }

    /** Add a worker with a disk; it runs as one instance. */
    public Worker worker(String id, Source source, Disk disk, Consumer<WorkerWithDiskBuilder> configure) {
        return workload(
                Kind.WORKER,
                id,
                source,
                "worker",
                (c, s) -> new WorkerWithDiskBuilder(c, s, disk),
                configure,
                Worker::new);
    }

    /** Add a job that starts by schedule. */
    public CronJob cronJob(String id, Source source, Cron schedule) {
        return cronJob(id, source, schedule, c -> {});
    }

    /** Add a job that starts by schedule. */
    public CronJob cronJob(String id, Source source, Cron schedule, Consumer<CronJobBuilder> configure) {
        return workload(
                Kind.CRON_JOB,
                id,
                source,
                "cronJob",
                (c, s) -> new CronJobBuilder(c, s, schedule),
                configure,
                CronJob::new);
    }

    /** Add a job that runs once per deploy; a service can wait for it with {@code preDeploy(job)}. */
    public Job job(String id, Source source) {
        return job(id, source, j -> {});
    }

    /** Add a job that runs once per deploy; a service can wait for it with {@code preDeploy(job)}. */
    public Job job(String id, Source source, Consumer<JobBuilder> configure) {
        return workload(Kind.JOB, id, source, "job", JobBuilder::new, configure, Job::new);
    }

    /** Add a site of files. */
    public StaticSite staticSite(String id, StaticContent content) {
        return staticSite(id, content, s -> {});
    }

    /** Add a site of files. */
    public StaticSite staticSite(String id, StaticContent content, Consumer<StaticSiteBuilder> configure) {
        return add(
                Kind.STATIC_SITE,
                id,
                "staticSite",
                c -> new StaticSiteBuilder(c, content),
                configure,
                StaticSiteBuilder::spec,
                StaticSite::new);
    }

    /** Add what a component groups; its resources remember its name. */
    public <H> H add(String name, Component<H> part) {
        List<String> outside = component;
        List<String> inside = new ArrayList<>(outside);
        inside.add(name);
        component = List.copyOf(inside);
        try {
            return part.build(this);
        } finally {
            component = outside;
        }
    }

    /** Show a value to those who deploy, under a name. */
    public void output(String name, Value<?> value) {
        Origin origin = Origin.user(JavaText.call(".output", name, value), Caller.locate());
        if (Values.holdsSecret(value)) {
            problems.add(
                    "DEF003",
                    null,
                    "output " + JavaText.quoted(name) + " would show a secret",
                    "outputs are printed and written to files",
                    "output an address without credentials instead",
                    origin);
        } else {
            outputs.add(new Output(name, value, origin));
        }
    }

    /**
     * Place resources on a target, or, without resources, all that no other call names.
     *
     * @param settings the target's settings, such as {@code Render.region(Region.OREGON)}
     * @param resources what goes there; empty for the rest
     */
    public void deployTo(TargetSettings<?> settings, Handle... resources) {
        Object[] arguments = new Object[resources.length + 1];
        arguments[0] = settings;
        System.arraycopy(resources, 0, arguments, 1, resources.length);
        Origin origin = Origin.user(JavaText.call(".deployTo", arguments), Caller.locate());
        // Read in the end: what is set after this call counts, too.
        placements.add(() -> settings.placement(origin, resources));
    }

    /** Accept a rule's finding for every resource; like the method of the same name on a resource. */
    public void acknowledge(String rule, String reason, LocalDate until) {
        Origin origin = Origin.user(JavaText.call(".acknowledge", rule, reason, until), Caller.locate());
        acknowledgements.put(rule, new Acknowledgement(rule, reason, until, origin));
    }

    /** Check with a rule of your own, besides the built-in ones and those found on the class path. */
    public void rule(Rule rule) {
        rules.add(rule);
    }

    /** Give the stage that is synthesized: {@code prod} unless {@code --stage} says otherwise. */
    public String stage() {
        return stage;
    }

    /** Say whether a stage is the one that is synthesized. */
    public boolean is(String stage) {
        return this.stage.equals(stage);
    }

    private Assembly assembly() {
        List<Placement> placed = placements.stream().map(Supplier::get).toList();
        Assembly.Builder assembly = new Assembly.Builder()
                .name(name)
                .stage(stage)
                .definition(definition)
                .addAllSpecs(specs.values())
                .addAllOutputs(outputs)
                .addAllPlacements(placed)
                .addAllAcknowledgements(acknowledgements.values());
        new DefinitionChecks(specs, placed, outputs, problems).run();
        return assembly.addAllProblems(problems.found()).build();
    }

    private <B extends WorkloadBuilder<B>, H extends Handle> H workload(
            Kind kind,
            String id,
            Source source,
            String method,
            BiFunction<Creation, Source, B> builder,
            Consumer<B> configure,
            Function<String, H> handle) {
        return add(kind, id, method, c -> builder.apply(c, source), configure, WorkloadBuilder::spec, handle);
    }

    private <B extends ResourceBuilder<B>, H extends Handle> H add(
            Kind kind,
            String id,
            String method,
            Function<Creation, B> builder,
            Consumer<? super B> configure,
            Function<B, ? extends Spec> spec,
            Function<String, H> handle) {
        ResourceKey key = new ResourceKey(kind, id);
        Origin origin = Origin.user("." + method + "(" + JavaText.quoted(id) + ", ...)", Caller.locate());
        B collected = builder.apply(new Creation(key, origin, component, problems));
        configure.accept(collected);
        Spec made = spec.apply(collected);
        Names.check(key, origin, problems);
        Spec first = specs.putIfAbsent(key, made);
        if (first != null) {
            problems.add(
                    "DEF001",
                    key,
                    key + " is defined twice",
                    "the id is the live object's name, so it is unique within its kind; the first is at "
                            + first.declaration().created().location().orElseThrow(),
                    "give the second another id",
                    origin,
                    first.declaration().created());
        }
        return handle.apply(id);
    }
}
