package dev.davit;

import dev.davit.document.Origin;
import java.time.Duration;

/**
 * Say what every service can have that others call.
 *
 * @param <S> the builder's own type
 */
public abstract class ServiceBuilder<S extends ServiceBuilder<S>> extends RunningBuilder<S> {
    ServiceBuilder(Creation creation, Source source) {
        super(creation, source);
    }

    ServiceBuilder(Creation creation, Source source, Disk disk) {
        super(creation, source, disk);
    }

    /** Listen on a TCP port, 1024 to 65535; 10000 unless given. The program finds it in the variable {@code PORT}. */
    public final S port(int number) {
        Origin origin = record("port", "port", number);
        if (within(origin, "port " + number, number, 1024, 65_535)) {
            assign("port", () -> spec.port(number));
        }
        return self();
    }

    /** Say how an instance shows that it is ready. */
    public final S health(Health health) {
        record("health", "health", health);
        assign("health", () -> spec.health(health));
        return self();
    }

    /** Let one request take so long: 1 second to 100 minutes, 5 minutes unless given. */
    public final S requestTimeout(Duration time) {
        Origin origin = record("requestTimeout", "requestTimeout", time);
        if (within(origin, "request timeout", time, 1, 6000)) {
            assign("requestTimeout", () -> spec.requestTimeout(time));
        }
        return self();
    }

    /** Run a command with the new version before any instance of it starts, such as a migration. */
    public final S preDeploy(String... words) {
        record("preDeploy", "preDeploy", (Object[]) words);
        assign("preDeploy", () -> spec.addPreDeploy(words));
        return self();
    }

    /** Run a one-off job before any instance of a new version starts. */
    public final S preDeploy(Job job) {
        record("preDeploy", "preDeploy", job);
        assign("preDeploy", () -> spec.preDeployJob(job.key()));
        return self();
    }
}
