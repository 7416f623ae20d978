package dev.davit.cli.laws;

import dev.davit.Cpu;
import dev.davit.EndingBuilder;
import dev.davit.EnvGroup;
import dev.davit.Gpu;
import dev.davit.Health;
import dev.davit.Job;
import dev.davit.JobQueue;
import dev.davit.ModelArtifact;
import dev.davit.PrivateBuilder;
import dev.davit.RunningBuilder;
import dev.davit.Scale;
import dev.davit.Secret;
import dev.davit.ServiceBuilder;
import dev.davit.Size;
import dev.davit.TakingBuilder;
import dev.davit.Value;
import dev.davit.WebBuilder;
import dev.davit.WorkloadBuilder;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Draws calls for the builders of workloads, level by level as the SDK has them. */
final class WorkloadCalls {
    private final Draw draw;
    private final Known known;

    WorkloadCalls(Draw draw, Known known) {
        this.draw = draw;
        this.known = known;
    }

    void workload(Calls<? extends WorkloadBuilder<?>> calls) {
        for (int i = draw.between(0, 3); i > 0; i--) {
            text(calls);
        }
        known.reference(draw)
                .ifPresent(it -> calls.addWith(
                        ".env(\"REFERENCE\", " + it.java() + ")", (b, handles) -> b.env("REFERENCE", it.of(handles))));
        known.any(Secret.class, draw)
                .ifPresent(it -> calls.addWith(
                        ".env(\"SECRET\", " + it + ")", (b, handles) -> b.env("SECRET", (Secret) handles.get(it))));
        known.any(EnvGroup.class, draw)
                .ifPresent(it ->
                        calls.addWith(".envGroup(" + it + ")", (b, handles) -> b.envGroup((EnvGroup) handles.get(it))));
        if (draw.chance(30)) {
            words(calls);
        }
        if (draw.chance(40)) {
            int millis = draw.between(100, 8000);
            calls.add(".cpu(Cpu.millis(" + millis + "))", b -> b.cpu(Cpu.millis(millis)));
        }
        if (draw.chance(40)) {
            int mib = draw.between(64, 32_000);
            calls.add(".memory(Size.mib(" + mib + "))", b -> b.memory(Size.mib(mib)));
        }
        if (draw.chance(10)) {
            calls.add(
                    ".acknowledge(\"GPU001\", \"why not\", LocalDate.of(2030, 1, 1))",
                    b -> b.acknowledge("GPU001", "why not", LocalDate.of(2030, 1, 1)));
        }
    }

    private void text(Calls<? extends WorkloadBuilder<?>> calls) {
        String name = "VAR_" + draw.unique();
        String word = draw.word();
        if (draw.chance(50)) {
            calls.addCanary(".env(\"" + name + "\", \"" + word + "\")", word, b -> b.env(name, word));
        } else {
            String text = draw.hostile() + word + draw.hostile();
            calls.addCanary(
                    ".env(\"" + name + "\", " + Draw.quoted(text) + ")", word, b -> b.env(name, Value.of(text)));
        }
    }

    private void words(Calls<? extends WorkloadBuilder<?>> calls) {
        String word = draw.word();
        String[] words = {"run", word, draw.hostile() + "x"};
        String java = Arrays.stream(words).map(Draw::quoted).collect(Collectors.joining(", ", ".command(", ")"));
        calls.addCanary(java, word, b -> b.command(words));
    }

    void running(Calls<? extends RunningBuilder<?>> calls) {
        workload(calls);
        if (draw.chance(40)) {
            int seconds = draw.between(1, 3600);
            calls.add(".drain(Duration.ofSeconds(" + seconds + "))", b -> b.drain(Duration.ofSeconds(seconds)));
        }
        if (draw.chance(20)) {
            int gib = draw.between(8, 80);
            calls.add(
                    ".gpu(Gpu.nvidia(\"L4\").memory(Size.gib(" + gib + ")))",
                    b -> b.gpu(Gpu.nvidia("L4").memory(Size.gib(gib))));
        }
        known.any(ModelArtifact.class, draw)
                .ifPresent(it -> calls.addWith(
                        ".serves(" + it + ")", (b, handles) -> b.serves((ModelArtifact) handles.get(it))));
    }

    void service(Calls<? extends ServiceBuilder<?>> calls) {
        running(calls);
        if (draw.chance(60)) {
            int port = 20_000 + draw.unique();
            calls.addCanary(".port(" + port + ")", String.valueOf(port), b -> b.port(port));
        }
        if (draw.chance(60)) {
            String path = "/" + draw.word();
            calls.add(
                    ".health(Health.http(\"" + path + "\").startsWithin(Duration.ofMinutes(3)))",
                    b -> b.health(Health.http(path).startsWithin(Duration.ofMinutes(3))));
        }
        if (draw.chance(30)) {
            int seconds = draw.between(1, 6000);
            calls.add(
                    ".requestTimeout(Duration.ofSeconds(" + seconds + "))",
                    b -> b.requestTimeout(Duration.ofSeconds(seconds)));
        }
        if (draw.chance(20)) {
            String word = draw.word();
            calls.addCanary(".preDeploy(\"migrate\", \"" + word + "\")", word, b -> b.preDeploy("migrate", word));
        } else {
            known.any(Job.class, draw)
                    .ifPresent(it -> calls.addWith(
                            ".preDeploy(" + it + ")", (b, handles) -> b.preDeploy((Job) handles.get(it))));
        }
    }

    void web(Calls<? extends WebBuilder<?>> calls) {
        service(calls);
        for (int i = draw.between(0, 2); i > 0; i--) {
            String host = draw.word() + ".example.com";
            calls.addCanary(".domain(\"" + host + "\")", host, b -> b.domain(host));
        }
    }

    void privately(Calls<? extends PrivateBuilder<?>> calls) {
        service(calls);
        if (draw.chance(30)) {
            calls.add(".opensPortWhenReady()", b -> b.opensPortWhenReady());
        }
    }

    void taking(Calls<? extends TakingBuilder<?>> calls) {
        running(calls);
        known.any(JobQueue.class, draw)
                .ifPresent(it ->
                        calls.addWith(".consumes(" + it + ")", (b, handles) -> b.consumes((JobQueue) handles.get(it))));
    }

    void ending(Calls<? extends EndingBuilder<?>> calls) {
        workload(calls);
        if (draw.chance(40)) {
            int seconds = draw.between(1, 86_400);
            calls.add(".timeLimit(Duration.ofSeconds(" + seconds + "))", b -> b.timeLimit(Duration.ofSeconds(seconds)));
        }
        if (draw.chance(40)) {
            int times = draw.between(0, 10);
            calls.add(".retries(" + times + ")", b -> b.retries(times));
        }
    }

    /** Draws how many instances run, as Java and as a value. */
    Scaling scale() {
        int min = draw.between(1, 4);
        int max = min + draw.between(0, 5);
        return switch (draw.between(0, 3)) {
            case 0 -> new Scaling("Scale.fixed(" + min + ")", Scale.fixed(min));
            case 1 ->
                new Scaling(
                        "Scale.between(" + min + ", " + max + ").cpu(60)",
                        Scale.between(min, max).cpu(60));
            case 2 ->
                new Scaling(
                        "Scale.between(" + min + ", " + max + ").memory(70).cpu(50)",
                        Scale.between(min, max).memory(70).cpu(50));
            default -> new Scaling("Scale.between(" + min + ", " + max + ")", Scale.between(min, max));
        };
    }

    /** A scale and the Java that makes it. */
    record Scaling(String java, Scale scale) {}
}
