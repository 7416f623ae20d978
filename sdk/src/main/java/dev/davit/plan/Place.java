package dev.davit.plan;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Name where a plan belongs.
 *
 * @param target the target's name
 * @param name the place for people: {@code context prod-eu, https://10.0.0.1:6443}
 * @param identity the place for machines: another cluster under the same name has another
 * @param context the name under which whoever connected has the place; another machine may have another for it, or the same for
 *     another place
 * @param parts the places that this one is made of, where a plan is for more than one; otherwise empty
 */
public record Place(String target, String name, String identity, Optional<String> context, List<Place> parts) {
    private static final String BETWEEN = "+";

    public Place {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(context, "context");
        parts = List.copyOf(parts);
    }

    /** Name one place. */
    public Place(String target, String name, String identity, Optional<String> context) {
        this(target, name, identity, context, List.of());
    }

    /** Name a place that nobody has a name of their own for. */
    public Place(String target, String name, String identity) {
        this(target, name, identity, Optional.empty());
    }

    /** Take several places for one. */
    public static Place of(List<Place> parts) {
        return new Place(
                target(parts.stream().map(Place::target).toList()),
                parts.stream().map(Place::name).collect(Collectors.joining(", and ")),
                parts.stream().map(Place::identity).collect(Collectors.joining(BETWEEN)),
                Optional.empty(),
                parts);
    }

    /** Name several targets as one: {@code kubernetes+render}. */
    public static String target(List<String> targets) {
        return String.join(BETWEEN, targets);
    }

    /** Give the targets that a name stands for. */
    public static List<String> targets(String name) {
        return List.of(name.split(Pattern.quote(BETWEEN)));
    }

    /** Give the context under which whoever connected has the place of a target. */
    public Optional<String> context(String of) {
        return parts.stream()
                .filter(it -> it.target().equals(of))
                .findFirst()
                .map(Place::context)
                .orElse(context);
    }

    /** Say whether both are one place, whatever they are called. */
    public boolean isSame(Place other) {
        return target.equals(other.target) && identity.equals(other.identity);
    }
}
