package dev.davit.target;

import dev.davit.apply.Health;
import dev.davit.apply.Operator;
import dev.davit.apply.Release;
import dev.davit.model.Assembly;
import dev.davit.model.ResourceKey;
import dev.davit.plan.Comparison;
import dev.davit.plan.ObjectKey;
import dev.davit.plan.Place;
import dev.davit.plan.Wanted;
import java.util.List;
import java.util.Optional;

/** One live place: read it, compare it, change it. */
public interface Connection extends Operator, AutoCloseable {
    /**
     * Name the place; asks the platform once, and keeps the answer, a failure too.
     *
     * @throws dev.davit.apply.ApplyException if the platform does not answer or refuses to
     */
    Place place();

    /**
     * Read what the first comparison of a definition will need, while its objects are still being made; takes as long as the platform
     * does. What fails here fails again where it is needed, and is said there.
     */
    void readAhead(Assembly assembly);

    /**
     * Compare what is to be with what is. Writes nothing, not even for a moment.
     *
     * @param wanted the objects; none means that all is to go
     * @throws dev.davit.apply.ApplyException if the platform does not answer or refuses to
     */
    Comparison compare(Wanted wanted, CompareOptions options);

    /**
     * Look how the workloads of a stack are, those with a trouble first. Writes nothing.
     *
     * @throws dev.davit.apply.ApplyException if the platform does not answer or refuses to
     */
    List<Health> health(String stack, String stage);

    /**
     * Give what a rollback is to want: what a release wanted, and with it what its programs were built from, where the platform builds
     * them by itself.
     *
     * @param wanted what the release wanted
     * @param next the release after it: what ran when that one began is what the release came to; empty to keep what runs now
     * @throws dev.davit.apply.ApplyException if the platform does not answer or refuses to
     */
    default Wanted asItRan(Wanted wanted, Optional<Release> next) {
        return wanted;
    }

    /** Say whether a key is one of this platform's: where two places are joined, each takes its own. */
    boolean names(ObjectKey key);

    /**
     * Give what somebody on another platform needs to call a resource here, and what only the platform knows.
     *
     * @param scope the part of the place where the stack is at home, where the definition says so
     * @param property {@code token}
     * @return empty as long as there is none
     * @throws dev.davit.apply.ApplyException if the platform does not answer or refuses to
     */
    default Optional<String> offered(
            String stack, String stage, Optional<String> scope, ResourceKey resource, String property) {
        return Optional.empty();
    }

    /** Take note of the other places of a plan that is for several: they know what resources here need of resources there. */
    default void beside(List<Connection> others) {}

    /**
     * Make ready to read what the programs of a stack write.
     *
     * @param query which lines
     * @throws dev.davit.apply.ApplyException if the platform does not answer or refuses to
     */
    LogReader logs(LogQuery query);

    /**
     * Ask the platform whether it would take a file. Writes nothing.
     *
     * @param file the file as synth writes it
     * @return what the platform says; empty if it has no such check
     * @throws dev.davit.apply.ApplyException if the platform does not answer or refuses to
     */
    default Optional<Validation> validate(Artifact file) {
        return Optional.empty();
    }

    @Override
    void close();
}
