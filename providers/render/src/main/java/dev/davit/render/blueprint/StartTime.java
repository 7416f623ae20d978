package dev.davit.render.blueprint;

import dev.davit.Health;
import dev.davit.Size;
import dev.davit.model.ModelSpec;
import dev.davit.model.WorkloadSpec;
import java.time.Duration;

/**
 * Compares the time that a program takes to start with the time that Render gives it: 15 minutes, for every kind; source:
 * https://render.com/docs/deploys
 *
 * <p>The time is what the user says with {@code startsWithin}, or what the models' sizes ask for: fetching at 100 MB/s, loading at 1
 * GB/s, and a minute to warm up. The speeds are assumptions.
 */
final class StartTime {
    private static final long LIMIT = 900;
    private static final long FETCHED_PER_SECOND = 100_000_000;
    private static final long LOADED_PER_SECOND = 1_000_000_000;
    private static final long WARM_UP = 60;

    private final Context context;
    private final WorkloadSpec spec;

    StartTime(Context context, WorkloadSpec spec) {
        this.context = context;
        this.spec = spec;
    }

    void report() {
        long said = spec.health()
                .flatMap(Health::startsWithin)
                .map(Duration::toSeconds)
                .orElse(0L);
        long estimated = estimate();
        if (Math.max(said, estimated) > LIMIT / 2) {
            String property = said >= estimated
                    ? "health"
                    : "serves." + spec.serves().get(0).id();
            context.remarks().slowStart(spec, property, Math.max(said, estimated), LIMIT);
        }
    }

    private long estimate() {
        long bytes = spec.serves().stream()
                .flatMap(key -> context.scope().assembly().spec(key, ModelSpec.class).stream())
                .flatMap(model -> model.model().size().stream())
                .mapToLong(Size::bytes)
                .sum();
        return bytes == 0 ? 0 : bytes / FETCHED_PER_SECOND + bytes / LOADED_PER_SECOND + WARM_UP;
    }
}
