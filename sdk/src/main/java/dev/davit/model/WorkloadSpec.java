package dev.davit.model;

import dev.davit.Cpu;
import dev.davit.Cron;
import dev.davit.Disk;
import dev.davit.Gpu;
import dev.davit.Health;
import dev.davit.Scale;
import dev.davit.Size;
import dev.davit.Source;
import dev.davit.Value;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;

/**
 * Describe what runs the user's program: a web service, private service, worker, cron job or one-off job.
 *
 * <p>One shape for all, because a target treats them alike in most respects; what a kind cannot have is absent by
 * construction, since no builder offers it.
 */
@Immutable
public non-sealed interface WorkloadSpec extends Spec {
    /** Give where the program comes from. */
    Source source();

    /** Give the environment variables in the user's order. */
    Map<String, Value<?>> env();

    /** Give the groups of environment variables. */
    List<ResourceKey> envGroups();

    /** Give the command that replaces the image's own; empty to keep it. */
    List<String> command();

    /** Give the processor time of an instance; half a core by default, four cores with a GPU. */
    @Default
    default Cpu cpu() {
        return gpu().isPresent() ? Cpu.cores(4) : Cpu.millis(500);
    }

    /** Give the memory of an instance; 512 MiB by default, 16 GiB with a GPU, since weights pass through it. */
    @Default
    default Size memory() {
        return gpu().isPresent() ? Size.gib(16) : Size.mib(512);
    }

    /** Give the time that an instance gets to finish its work before it is stopped; 30 seconds by default. */
    @Default
    default Duration drain() {
        return Duration.ofSeconds(30);
    }

    /** Give the TCP port that a service listens on; 10000 by default, as on Render. */
    @Default
    default int port() {
        return 10_000;
    }

    /** Give how a service shows that it is ready. */
    Optional<Health> health();

    /** Give the graphics processors of an instance. */
    Optional<Gpu> gpu();

    /** Give the models whose files an instance finds below their paths. */
    List<ResourceKey> serves();

    /** Give the time that one request may take; five minutes by default. */
    @Default
    default Duration requestTimeout() {
        return Duration.ofMinutes(5);
    }

    /** Give the command to run before a new version starts; empty for none. */
    List<String> preDeploy();

    /** Give the job to run before a new version starts. */
    Optional<ResourceKey> preDeployJob();

    /** Say whether the program promises to open its port only when it can serve. */
    @Default
    default boolean opensPortWhenReady() {
        return false;
    }

    /** Give the host names under which the public reaches a web service. */
    List<String> domains();

    /** Give how many instances run; one by default. */
    @Default
    default Scale scale() {
        return Scale.fixed(1);
    }

    /** Give the disk that outlives instances. */
    Optional<Disk> disk();

    /** Give the queue whose jobs a worker takes. */
    Optional<ResourceKey> consumes();

    /** Give when a cron job starts. */
    Optional<Cron> schedule();

    /** Give the time after which a job is stopped; one hour by default. */
    @Default
    default Duration timeLimit() {
        return Duration.ofHours(1);
    }

    /** Give how often a failed job is tried again; twice by default. */
    @Default
    default int retries() {
        return 2;
    }

    /** Say whether others can call it over the private network. */
    default boolean isService() {
        return kind() == Kind.WEB_SERVICE || kind() == Kind.PRIVATE_SERVICE;
    }

    /** Say whether it runs to an end, by schedule or on demand. */
    default boolean isJob() {
        return kind() == Kind.CRON_JOB || kind() == Kind.JOB;
    }

    @Override
    default Map<String, Object> properties() {
        Properties all = new Properties()
                .put("source", source())
                .putAll("env", env())
                .putEach("envGroup", envGroups(), ResourceKey::id)
                .put("command", command())
                .put("cpu", cpu())
                .put("memory", memory())
                .put("gpu", gpu())
                .putEach("serves", serves(), ResourceKey::id)
                .put("disk", disk());
        if (isService()) {
            all.put("port", port())
                    .put("health", health())
                    .put("requestTimeout", requestTimeout())
                    .put("preDeploy", preDeploy())
                    .put("preDeploy", preDeployJob())
                    .putEach("domain", domains(), host -> host);
        }
        if (kind() == Kind.PRIVATE_SERVICE) {
            all.put("opensPortWhenReady", opensPortWhenReady());
        }
        return (isJob() ? jobProperties(all) : runningProperties(all)).entries();
    }

    private Properties jobProperties(Properties all) {
        return all.put("schedule", schedule()).put("timeLimit", timeLimit()).put("retries", retries());
    }

    private Properties runningProperties(Properties all) {
        return all.put("drain", drain()).put("consumes", consumes()).put("scale", scale());
    }

    @Override
    default <R> R accept(SpecVisitor<R> visitor) {
        return visitor.workload(this);
    }

    /** Collect the parts of a workload. */
    final class Builder extends ImmutableWorkloadSpec.Builder {}
}
