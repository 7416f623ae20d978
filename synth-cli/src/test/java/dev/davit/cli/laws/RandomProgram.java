package dev.davit.cli.laws;

import dev.davit.*;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Makes up a valid definition: resources of all kinds that refer to those before them, placed somewhere. */
final class RandomProgram {
    private final Program program = new Program();
    private final Known known = new Known();
    private final Draw draw;
    private final WorkloadCalls calls;
    private final StoreCalls stores;

    private RandomProgram(long seed) {
        draw = new Draw(new Random(seed));
        calls = new WorkloadCalls(draw, known);
        stores = new StoreCalls(draw, known);
    }

    /** Gives the same program for the same seed, with the first so many of its resources. */
    static Program of(long seed, int resources) {
        RandomProgram random = new RandomProgram(seed);
        for (int i = 0; i < resources; i++) {
            random.resource();
        }
        random.outputs();
        new RandomPlacement(random.draw, random.known, random.program).place();
        return random.program;
    }

    private void resource() {
        switch (draw.between(0, 14)) {
            case 0, 1 -> web();
            case 2, 3 -> privately();
            case 4 -> worker();
            case 5 -> cronJob();
            case 6 -> job();
            case 7 ->
                plain(
                        "site",
                        "staticSite",
                        StaticSite.class,
                        stores::site,
                        (i, c) -> i.staticSite(c.id(), StaticContent.at("dist").build("make"), c.configure()),
                        ", StaticContent.at(\"dist\").build(\"make\")");
            case 8 ->
                plain(
                        "jobs",
                        "jobQueue",
                        JobQueue.class,
                        stores::queue,
                        (i, c) -> i.jobQueue(c.id(), c.configure()),
                        "");
            case 9 -> plain("cache", "cache", Cache.class, stores::cache, (i, c) -> i.cache(c.id(), c.configure()), "");
            case 10 ->
                plain(
                        "db",
                        "postgres",
                        Postgres.class,
                        stores::postgres,
                        (i, c) -> i.postgres(c.id(), 17, c.configure()),
                        ", 17");
            case 11 ->
                plain(
                        "weights",
                        "model",
                        ModelArtifact.class,
                        stores::model,
                        (i, c) -> i.model(c.id(), StoreCalls.MODEL, c.configure()),
                        ", " + StoreCalls.MODEL);
            case 12 ->
                this.<SecretBuilder>plain(
                        "token", "secret", Secret.class, c -> {}, (i, c) -> i.secret(c.id(), c.configure()), "");
            case 13 ->
                this.<SecretBuilder>plain(
                        "made",
                        "generatedSecret",
                        Secret.class,
                        c -> {},
                        (i, c) -> i.generatedSecret(c.id(), c.configure()),
                        "");
            default ->
                plain(
                        "group",
                        "envGroup",
                        EnvGroup.class,
                        stores::group,
                        (i, c) -> i.envGroup(c.id(), c.configure()),
                        "");
        }
    }

    /** The id of a resource and what its configurator does. */
    record Configured<B>(String id, Consumer<B> configure) {}

    private <B> void plain(
            String prefix,
            String method,
            Class<? extends Handle> type,
            Consumer<Calls<B>> fill,
            BiFunction<Infra, Configured<B>, Handle> make,
            String arguments) {
        String id = prefix + draw.unique();
        Calls<B> collected = new Calls<>(id, program);
        fill.accept(collected);
        program.add(
                "var " + id + " = infra." + method + "(\"" + id + "\"" + arguments + ", " + collected.java() + ")",
                (infra, handles) -> handles.put(id, make.apply(infra, new Configured<>(id, collected.run(handles)))));
        known.add(id, type);
    }

    private void web() {
        Source source = source();
        if (draw.chance(25)) {
            Disk disk = disk();
            this.<WebServiceWithDiskBuilder>plain(
                    "web",
                    "webService",
                    WebService.class,
                    calls::web,
                    (i, c) -> i.webService(c.id(), source, disk, c.configure()),
                    ", " + source + ", " + disk);
        } else {
            this.<WebServiceBuilder>plain(
                    "web",
                    "webService",
                    WebService.class,
                    c -> {
                        calls.web(c);
                        scaled(s -> c.add(".scale(" + s.java() + ")", b -> b.scale(s.scale())));
                    },
                    (i, c) -> i.webService(c.id(), source, c.configure()),
                    ", " + source);
        }
    }

    private void privately() {
        Source source = source();
        if (draw.chance(25)) {
            Disk disk = disk();
            this.<PrivateServiceWithDiskBuilder>plain(
                    "api",
                    "privateService",
                    PrivateService.class,
                    calls::privately,
                    (i, c) -> i.privateService(c.id(), source, disk, c.configure()),
                    ", " + source + ", " + disk);
        } else {
            this.<PrivateServiceBuilder>plain(
                    "api",
                    "privateService",
                    PrivateService.class,
                    c -> {
                        calls.privately(c);
                        scaled(s -> c.add(".scale(" + s.java() + ")", b -> b.scale(s.scale())));
                    },
                    (i, c) -> i.privateService(c.id(), source, c.configure()),
                    ", " + source);
        }
    }

    private void worker() {
        Source source = source();
        if (draw.chance(25)) {
            Disk disk = disk();
            this.<WorkerWithDiskBuilder>plain(
                    "worker",
                    "worker",
                    Worker.class,
                    calls::taking,
                    (i, c) -> i.worker(c.id(), source, disk, c.configure()),
                    ", " + source + ", " + disk);
        } else {
            this.<WorkerBuilder>plain(
                    "worker",
                    "worker",
                    Worker.class,
                    c -> {
                        calls.taking(c);
                        known.any(JobQueue.class, draw)
                                .ifPresentOrElse(
                                        queue -> c.addWith(
                                                ".scale(Scale.between(1, 4).queueDepth(" + queue + ", \"celery\", 5))",
                                                (b, handles) -> b.scale(Scale.between(1, 4)
                                                        .queueDepth((JobQueue) handles.get(queue), "celery", 5))),
                                        () -> scaled(s -> c.add(".scale(" + s.java() + ")", b -> b.scale(s.scale()))));
                    },
                    (i, c) -> i.worker(c.id(), source, c.configure()),
                    ", " + source);
        }
    }

    private void cronJob() {
        Source source = source();
        Cron cron = Cron.daily(draw.between(0, 23), draw.between(0, 59));
        this.<CronJobBuilder>plain(
                "cron",
                "cronJob",
                CronJob.class,
                calls::ending,
                (i, c) -> i.cronJob(c.id(), source, cron, c.configure()),
                ", " + source + ", " + cron);
    }

    private void job() {
        Source source = source();
        this.<JobBuilder>plain(
                "job", "job", Job.class, calls::ending, (i, c) -> i.job(c.id(), source, c.configure()), ", " + source);
    }

    private void scaled(Consumer<WorkloadCalls.Scaling> use) {
        if (draw.chance(60)) {
            use.accept(calls.scale());
        }
    }

    private Disk disk() {
        return Disk.at("/" + draw.word(), Size.gib(draw.between(1, 100)));
    }

    private Source source() {
        String tag = draw.word();
        return draw.of(List.of(
                Image.of("ghcr.io/acme/app:" + tag),
                Image.of("ghcr.io/acme/app@sha256:" + "a".repeat(64)).credential("hub"),
                Dockerfile.at(tag + "/Dockerfile").context(tag).repo("https://github.com/acme/" + tag),
                Dockerfile.at("Dockerfile").branch("main").paths("src/**"),
                NativeRuntime.node("22").build("npm ci " + tag).start("npm start"),
                NativeRuntime.go("1.24")
                        .build("go build")
                        .start("./" + tag)
                        .rootDir("app")
                        .ignoring("*.md"),
                NativeRuntime.python("3.12").start("python app.py")));
    }

    private void outputs() {
        known.any(WebService.class, draw)
                .ifPresent(it -> program.add(
                        "infra.output(\"address\", " + it + ".publicUrl())",
                        (infra, handles) -> infra.output("address", ((WebService) handles.get(it)).publicUrl())));
    }
}
