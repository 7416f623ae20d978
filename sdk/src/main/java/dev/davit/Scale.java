package dev.davit;

import dev.davit.model.ResourceKey;
import java.util.Objects;
import java.util.Optional;

/** Say how many instances run, and what changes their number. */
public final class Scale {
    /**
     * Ask for instances by the length of a waiting list.
     *
     * @param queue the job queue that holds the list
     * @param list the list's key in the store, as the job framework names it
     * @param perInstance waiting jobs per instance, at least 1
     */
    public record QueueDepth(ResourceKey queue, String list, int perInstance) {}

    private final int min;
    private final int max;
    private final Integer cpu;
    private final Integer memory;
    private final QueueDepth queueDepth;

    private Scale(int min, int max, Integer cpu, Integer memory, QueueDepth queueDepth) {
        this.min = min;
        this.max = max;
        this.cpu = cpu;
        this.memory = memory;
        this.queueDepth = queueDepth;
    }

    /**
     * Run a fixed number of instances.
     *
     * @throws IllegalArgumentException if the number is not from 1 to 1,000
     */
    public static Scale fixed(int instances) {
        if (instances < 1 || instances > 1000) {
            throw new IllegalArgumentException("Scale.fixed(" + instances + ") is out of range: give 1 to 1000");
        }
        return new Scale(instances, instances, null, null, null);
    }

    /**
     * Run between so many instances; say by what with {@link #cpu}, {@link #memory} or {@link #queueDepth}.
     *
     * @throws IllegalArgumentException unless 1 &lt;= min &lt;= max &lt;= 1,000
     */
    public static Scale between(int min, int max) {
        if (min < 1 || max < min || max > 1000) {
            throw new IllegalArgumentException(
                    "Scale.between(" + min + ", " + max + ") is out of range: give 1 <= min <= max <= 1000");
        }
        return new Scale(min, max, null, null, null);
    }

    /**
     * Hold the average processor use of the instances near so many percent of what each asked for.
     *
     * @throws IllegalArgumentException if the target is not from 1 to 100
     */
    public Scale cpu(int percent) {
        return new Scale(min, max, percent("Scale.cpu", percent), memory, queueDepth);
    }

    /**
     * Hold the average memory use of the instances near so many percent of what each asked for.
     *
     * @throws IllegalArgumentException if the target is not from 1 to 100
     */
    public Scale memory(int percent) {
        return new Scale(min, max, cpu, percent("Scale.memory", percent), queueDepth);
    }

    /**
     * Run one instance for so many jobs that wait in a list of the queue. Name the list as the job framework does: {@code
     * celery} for Celery, {@code bull:emails:wait} for BullMQ, {@code rq:queue:default} for RQ, {@code queue:default} for Sidekiq.
     *
     * @throws IllegalArgumentException if jobs per instance is not positive
     */
    public Scale queueDepth(JobQueue queue, String list, int jobsPerInstance) {
        if (jobsPerInstance < 1) {
            throw new IllegalArgumentException(
                    "Scale.queueDepth(..., " + jobsPerInstance + ") is out of range: give at least 1 job per instance");
        }
        return new Scale(min, max, cpu, memory, new QueueDepth(queue.key(), list, jobsPerInstance));
    }

    private static int percent(String call, int percent) {
        if (percent < 1 || percent > 100) {
            throw new IllegalArgumentException(call + "(" + percent + ") is out of range: give 1 to 100 percent");
        }
        return percent;
    }

    /** Give the smallest number of instances. */
    public int min() {
        return min;
    }

    /** Give the largest number of instances. */
    public int max() {
        return max;
    }

    /** Give the target for processor use in percent, if there is one. */
    public Optional<Integer> cpu() {
        return Optional.ofNullable(cpu);
    }

    /** Give the target for memory use in percent, if there is one. */
    public Optional<Integer> memory() {
        return Optional.ofNullable(memory);
    }

    /** Give the waiting list that decides, if one does. */
    public Optional<QueueDepth> queueDepth() {
        return Optional.ofNullable(queueDepth);
    }

    /** Say whether the number of instances changes by itself. */
    public boolean isElastic() {
        return cpu != null || memory != null || queueDepth != null;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Scale scale
                && scale.min == min
                && scale.max == max
                && Objects.equals(scale.cpu, cpu)
                && Objects.equals(scale.memory, memory)
                && Objects.equals(scale.queueDepth, queueDepth);
    }

    @Override
    public int hashCode() {
        return Objects.hash(min, max, cpu, memory, queueDepth);
    }

    @Override
    public String toString() {
        return (min == max && !isElastic() ? "Scale.fixed(" + min + ")" : "Scale.between(" + min + ", " + max + ")")
                + (cpu == null ? "" : ".cpu(" + cpu + ")")
                + (memory == null ? "" : ".memory(" + memory + ")")
                + (queueDepth == null ? "" : queueDepthText());
    }

    private String queueDepthText() {
        return ".queueDepth(" + JavaText.identifier(queueDepth.queue().id()) + ", " + JavaText.quoted(queueDepth.list())
                + ", " + queueDepth.perInstance() + ")";
    }
}
