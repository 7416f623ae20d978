package dev.davit;

import dev.davit.document.Origin;
import dev.davit.model.Acknowledgement;
import dev.davit.model.Declaration;
import dev.davit.model.ResourceKey;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Collect what the user says about one resource, with the line of each call.
 *
 * @param <S> the builder's own type, so that calls chain
 */
public abstract class ResourceBuilder<S extends ResourceBuilder<S>> {
    private final ResourceKey key;
    private final Origin created;
    private final Problems problems;
    private final List<String> component;
    private final Map<String, Origin> calls = new LinkedHashMap<>();
    private final Map<String, Runnable> assignments = new LinkedHashMap<>();
    private final Map<String, Acknowledgement> acknowledgements = new LinkedHashMap<>();
    private String movedFrom;
    private boolean finished;

    ResourceBuilder(Creation creation) {
        key = creation.key();
        created = creation.origin();
        problems = creation.problems();
        component = creation.component();
    }

    /**
     * Accept a rule's finding for this resource.
     *
     * @param rule the rule's id, such as {@code "RND001"}
     * @param reason why the finding is acceptable
     * @param until the last day on which it is; later it is an error
     */
    public final S acknowledge(String rule, String reason, LocalDate until) {
        Origin origin = record("acknowledge." + rule, "acknowledge", rule, reason, until);
        acknowledgements.put(rule, new Acknowledgement(rule, reason, until, origin));
        return self();
    }

    /** Name the id that the resource had before, so that the live object is kept or moved, not made a second time. */
    public final S movedFrom(String oldId) {
        Origin origin = record("movedFrom", "movedFrom", oldId);
        if (oldId.equals(key.id())) {
            refuse(origin, key + " cannot move from its own id", "it has that id now", "remove the call");
        } else if (Names.valid(oldId)) {
            movedFrom = oldId;
        } else {
            refuse(
                    origin,
                    JavaText.quoted(oldId) + " was never the id of a live object",
                    Names.WHY,
                    "give the id that the resource had before");
        }
        return self();
    }

    /** Records that the user set a property, with the line, and gives the origin. */
    final Origin record(String property, String method, Object... arguments) {
        if (finished) {
            throw new IllegalStateException("." + method + "(...) of " + key + " comes too late at " + Caller.locate()
                    + ": call it inside the configurator");
        }
        Origin origin = Origin.user(JavaText.call("." + method, arguments), Caller.locate());
        calls.put(property, origin);
        return origin;
    }

    /** Fills a property of the spec in the end; of two calls for one property the last counts, as for any setter. */
    final void assign(String property, Runnable assignment) {
        assignments.put(property, assignment);
    }

    /** Refuses a value: the resource stays without it, and the run reports it among all findings. */
    final void refuse(Origin origin, String what, String why, String fix) {
        problems.add("DEF003", key, what, why, fix, origin);
    }

    /**
     * Records an environment variable and fills it in, unless it has no name or no text that could be passed on.
     *
     * @param literal what is literal in the value; null for no value at all
     */
    final void variable(String name, String literal, Value<?> value, Runnable assignment) {
        Origin origin = record("env." + name, "env", name, value);
        if (EnvNames.check(name, literal, (what, why, fix) -> refuse(origin, what, why, fix))) {
            assign("env." + name, assignment);
        }
    }

    /** Records a time in whole seconds and says whether it is from {@code least} to {@code most}; refuses it otherwise. */
    final boolean within(Origin origin, String what, Duration time, long least, long most) {
        if (time.toNanosPart() == 0) {
            return within(origin, what + " of " + time.toSeconds() + " s", time.toSeconds(), least, most);
        }
        refuse(origin, what + " is not in whole seconds", "neither target takes a fraction", "round it");
        return false;
    }

    /** Records a number and says whether it is from {@code least} to {@code most}; refuses it otherwise. */
    final boolean within(Origin origin, String what, long number, long least, long most) {
        if (number >= least && number <= most) {
            return true;
        }
        refuse(
                origin,
                what + " is out of range",
                "it must be from " + least + " to " + most,
                "give a value from " + least + " to " + most);
        return false;
    }

    /** Records where required arguments came from: the line that created the resource. */
    final void positional(String property) {
        calls.put(property, created);
    }

    final ResourceKey key() {
        return key;
    }

    /** Fills the spec and gives what every spec has. */
    final Declaration finish() {
        finished = true;
        assignments.values().forEach(Runnable::run);
        return new Declaration(
                key, created, calls, List.copyOf(acknowledgements.values()), Optional.ofNullable(movedFrom), component);
    }

    @SuppressWarnings("unchecked") // S is the subclass itself, by its declaration
    final S self() {
        return (S) this;
    }
}
