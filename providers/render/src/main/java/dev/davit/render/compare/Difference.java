package dev.davit.render.compare;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.ScalarNode;
import dev.davit.plan.Foreign;
import dev.davit.render.compare.View.Leaf;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Holds how a thing differs from what a definition wants of it. Of what the definition leaves out the live value is kept, as in a sync
 * of a Blueprint (https://render.com/docs/blueprint-spec), unless the definition said something before: then it goes back to what it is
 * where nobody says anything.
 *
 * @param deltas what differs, by path
 * @param foreign what others set and the definition never said
 * @param unset the variables that a person is to fill in and nobody has
 */
public record Difference(List<Delta> deltas, List<Foreign> foreign, List<String> unset) {
    static final String OTHERS = "somebody else";

    /** Always the definition's alone: a sync clears it where it is left out. */
    private static final String BUILD_FILTER = "buildFilter";

    public Difference {
        deltas = List.copyOf(deltas);
        foreign = List.copyOf(foreign);
        unset = List.copyOf(unset);
    }

    /**
     * Compare.
     *
     * @param said the paths that the definition said at the last apply
     * @param last what it said there; an empty map if that is not known
     */
    static Difference of(MapNode wanted, Live live, Set<String> said, MapNode last, References references, Mask mask) {
        Variables variables = Variables.of(live.kind(), wanted);
        List<Delta> deltas =
                new ArrayList<>(variables.differences(live, said, references, mask, Variables.of(live.kind(), last)));
        List<Foreign> foreign = new ArrayList<>(variables.foreign(live, said, mask));
        Map<String, Leaf> asked = View.wanted(live.kind(), wanted).leaves();
        Map<String, Leaf> there = View.live(live).leaves();
        Map<String, Leaf> before = View.wanted(live.kind(), last).leaves();
        there.replaceAll((path, leaf) -> shown(path, leaf, Optional.ofNullable(before.get(path)), mask));
        asked.forEach((path, leaf) -> difference(path, leaf, there).ifPresent(deltas::add));
        there.forEach((path, leaf) -> {
            if (!asked.containsKey(path)) {
                if (said.contains(path) || path.equals(BUILD_FILTER)) {
                    reset(path, leaf).ifPresent(deltas::add);
                } else if (leaf.item() || leaf.initial().isPresent() && !leaf.isInitial()) {
                    foreign.add(new Foreign(path, leaf.value(), OTHERS, Optional.empty()));
                }
            }
        });
        routeOrder(wanted, live).ifPresent(deltas::add);
        deltas.sort(Comparator.comparing(Delta::path));
        foreign.sort(Comparator.comparing(Foreign::path));
        return new Difference(deltas, foreign, variables.unset(live));
    }

    /** People write secrets into commands; one that the definition itself said last is no secret. */
    private static Leaf shown(String path, Leaf live, Optional<Leaf> last, Mask mask) {
        boolean said = last.filter(it -> it.meaning().equals(live.meaning())).isPresent();
        return path.endsWith("Command") && !live.isInitial() && !said
                ? live.shownAs(mask.of(live.value().toString()))
                : live;
    }

    /** The order of routes is their priority; where those of others stand among them counts for nothing. */
    private static Optional<Delta> routeOrder(MapNode wanted, Live live) {
        List<String> asked = sources(Bodies.items(wanted, "routes"));
        List<String> there = sources(live.routes());
        there.retainAll(asked);
        List<String> common = new ArrayList<>(asked);
        common.retainAll(there);
        return common.equals(there)
                ? Optional.empty()
                : Optional.of(new Delta(
                        "routes",
                        Optional.of(ScalarNode.of(String.join(", ", there), null)),
                        Optional.of(ScalarNode.of(String.join(", ", asked), null)),
                        Reach.EDGE));
    }

    private static List<String> sources(ListNode routes) {
        List<String> sources = new ArrayList<>();
        routes.forEach(it -> sources.add(((MapNode) it).getText("source").orElse("")));
        return sources;
    }

    /** Names all that a definition says of a thing. */
    static Set<String> paths(String kind, MapNode wanted) {
        Set<String> paths = new TreeSet<>(View.wanted(kind, wanted).leaves().keySet());
        paths.addAll(Variables.of(kind, wanted).paths());
        // What a service is tied to its entry in the record says.
        paths.remove(Builds.COMMIT);
        return paths;
    }

    private static Optional<Delta> difference(String path, Leaf wanted, Map<String, Leaf> there) {
        Optional<Leaf> live = Optional.ofNullable(there.get(path));
        boolean same = live.map(it -> it.meaning().equals(wanted.meaning())).orElse(wanted.isInitial());
        return same
                ? Optional.empty()
                : Optional.of(new Delta(path, live.map(Leaf::value), Optional.of(wanted.value()), wanted.reach()));
    }

    private static Optional<Delta> reset(String path, Leaf live) {
        if (live.item()) {
            return Optional.of(new Delta(path, Optional.of(live.value()), Optional.empty(), live.reach()));
        }
        return live.initial()
                .filter(it -> !live.isInitial())
                .map(it -> new Delta(path, Optional.of(live.value()), Optional.of(it), live.reach()));
    }

    private Difference with(Delta delta) {
        List<Delta> more = new ArrayList<>(deltas);
        more.add(delta);
        return new Difference(more, foreign, unset);
    }

    /** Give the same without the disk. */
    Difference withoutDisk(Live live) {
        return with(new Delta("disk", Optional.of(ScalarNode.of(live.diskId(), null)), Optional.empty(), Reach.DISK));
    }

    /** Give the same with some of it alone. */
    Difference only(Predicate<Delta> which) {
        return new Difference(deltas.stream().filter(which).toList(), foreign, unset);
    }

    /** Say whether nothing differs. */
    public boolean isEmpty() {
        return deltas.isEmpty();
    }

    /** Say whether a value, or an item of a list, differs. */
    public boolean has(String property) {
        return deltas.stream().anyMatch(it -> it.isOf(property));
    }

    /** Say whether a change reaches so far. */
    public boolean reaches(Reach reach) {
        return deltas.stream().anyMatch(it -> it.reach() == reach);
    }

    /** Say whether it takes a deploy. */
    public boolean deploys() {
        return deltas.stream().anyMatch(it -> it.reach().deploys());
    }
}
