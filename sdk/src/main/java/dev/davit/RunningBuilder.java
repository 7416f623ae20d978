package dev.davit;

import dev.davit.document.Origin;
import java.time.Duration;

/**
 * Say what every workload can have that runs all the time.
 *
 * @param <S> the builder's own type
 */
public abstract class RunningBuilder<S extends RunningBuilder<S>> extends WorkloadBuilder<S> {
    RunningBuilder(Creation creation, Source source) {
        super(creation, source);
    }

    RunningBuilder(Creation creation, Source source, Disk disk) {
        super(creation, source);
        positional("disk");
        spec.disk(disk);
    }

    /** Give an instance time to finish its work before it is stopped: 1 second to 1 hour, 30 seconds unless given. */
    public final S drain(Duration time) {
        Origin origin = record("drain", "drain", time);
        if (within(origin, "drain", time, 1, 3600)) {
            assign("drain", () -> spec.drain(time));
        }
        return self();
    }

    /** Give each instance graphics processors. */
    public final S gpu(Gpu gpu) {
        record("gpu", "gpu", gpu);
        assign("gpu", () -> spec.gpu(gpu));
        return self();
    }

    /** Lay the model's files below its path before the program starts. */
    public final S serves(ModelArtifact model) {
        record("serves." + model.id(), "serves", model);
        assign("serves." + model.id(), () -> spec.addServes(model.key()));
        return self();
    }

    final void scaled(Scale scale) {
        record("scale", "scale", scale);
        assign("scale", () -> spec.scale(scale));
    }
}
