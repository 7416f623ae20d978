package dev.davit.render.sandbox;

/** Stand for the users' programs: decide whether they build, migrate and become healthy. Each answer is yes by default. */
public interface Program {
    /** Say whether the build of a version succeeds. */
    default boolean builds(Version version) {
        return true;
    }

    /** Say whether the pre-deploy command of a version succeeds. */
    default boolean migrates(Version version) {
        return true;
    }

    /** Say whether an instance of a version answers its health check, or opens its port where there is no check. */
    default boolean becomesHealthy(Version version) {
        return true;
    }

    /** Give programs that always work. */
    static Program working() {
        return new Program() {};
    }
}
