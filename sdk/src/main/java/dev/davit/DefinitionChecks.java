package dev.davit;

import dev.davit.document.Origin;
import dev.davit.model.Edge;
import dev.davit.model.Output;
import dev.davit.model.Placement;
import dev.davit.model.ResourceKey;
import dev.davit.model.Setting;
import dev.davit.model.SettingValue;
import dev.davit.model.Spec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds what is wrong with a definition as a whole: unknown resources, cycles, names and places given twice. */
final class DefinitionChecks {
    private final Map<ResourceKey, Spec> specs;
    private final List<Placement> placements;
    private final List<Output> outputs;
    private final Problems problems;
    private final Map<ResourceKey, List<Edge>> edges = new HashMap<>();

    DefinitionChecks(
            Map<ResourceKey, Spec> specs, List<Placement> placements, List<Output> outputs, Problems problems) {
        this.specs = specs;
        this.placements = placements;
        this.outputs = outputs;
        this.problems = problems;
    }

    void run() {
        for (Edge edge : Edge.of(List.copyOf(specs.values()))) {
            edges.computeIfAbsent(edge.from(), key -> new ArrayList<>()).add(edge);
            known(edge.to(), edge.from(), edge.origin());
        }
        outputs.forEach(output -> Values.references(output.value())
                .forEach(reference -> known(reference.resource(), null, output.origin())));
        checkNames();
        checkMoves();
        checkOutputs();
        checkPlacements();
        new Cycles(specs.keySet(), edges).found().forEach(this::report);
    }

    private void known(ResourceKey key, ResourceKey from, Origin origin) {
        if (!specs.containsKey(key)) {
            problems.add(
                    "DEF006",
                    from,
                    "there is no " + key,
                    "the definition refers to it and never creates it" + nearest(key),
                    "create it, or correct the id",
                    origin);
        }
    }

    private String nearest(ResourceKey key) {
        List<String> ids = specs.keySet().stream()
                .filter(it -> it.kind() == key.kind())
                .map(ResourceKey::id)
                .toList();
        return ids.isEmpty() ? "" : "; there is " + String.join(", ", ids);
    }

    /** Workloads and stores of all kinds share one space of host names on both targets. */
    private void checkNames() {
        Map<String, Spec> hosts = new HashMap<>();
        for (Spec spec : specs.values()) {
            Spec first = spec.kind().isShared() ? null : hosts.putIfAbsent(spec.id(), spec);
            if (first != null) {
                problems.add(
                        "DEF001",
                        spec.key(),
                        spec.key() + " has the id of " + first.key(),
                        "both would be live objects of one name; the first is at "
                                + first.declaration().created().location().orElseThrow(),
                        "give one of them another id",
                        spec.declaration().created(),
                        first.declaration().created());
            }
        }
    }

    /** An old id names one live object, which can become one resource, and only when nothing else has that id now. */
    private void checkMoves() {
        Map<ResourceKey, Spec> movers = new HashMap<>();
        for (Spec spec : specs.values()) {
            spec.declaration()
                    .movedFrom()
                    .map(id -> new ResourceKey(spec.kind(), id))
                    .ifPresent(old -> {
                        Spec other = specs.containsKey(old) ? specs.get(old) : movers.putIfAbsent(old, spec);
                        if (other != null) {
                            clash(
                                    spec,
                                    spec.key() + " and " + other.key() + " are both the old " + old,
                                    "one live object becomes one resource",
                                    "keep one of them, or correct the id in movedFrom",
                                    spec.origin("movedFrom"),
                                    other.declaration().created());
                        }
                    });
        }
    }

    private void checkOutputs() {
        Map<String, Output> names = new HashMap<>();
        for (Output output : outputs) {
            Output first = names.putIfAbsent(output.name(), output);
            if (first != null) {
                clash(
                        null,
                        "output " + JavaText.quoted(output.name()) + " is defined twice",
                        "only one value can be shown under a name",
                        "give one of them another name",
                        output.origin(),
                        first.origin());
            }
        }
    }

    private void clash(Spec spec, String what, String why, String fix, Origin... origins) {
        problems.add("DEF001", spec == null ? null : spec.key(), what, why, fix, origins);
    }

    private void checkPlacements() {
        Map<String, Placement> targets = new HashMap<>();
        Map<ResourceKey, Placement> places = new HashMap<>();
        for (Placement placement : placements) {
            Placement other = targets.putIfAbsent(placement.target(), placement);
            if (other != null) {
                twice(
                        "DEF007",
                        "the definition places resources on " + placement.target() + " twice",
                        placement,
                        other);
            }
            for (ResourceKey key : placement.named()) {
                known(key, null, placement.origin());
                Placement first = places.putIfAbsent(key, placement);
                if (first != null) {
                    twice("DEF007", key + " is placed twice", placement, first);
                }
            }
            checkSettings(placement);
        }
    }

    private void checkSettings(Placement placement) {
        for (Setting it : placement.settings()) {
            it.resource().ifPresent(key -> known(key, null, it.origin()));
            referred(it.value()).forEach(key -> known(key, null, it.origin()));
        }
        placement.rawEdits().forEach(it -> known(it.resource(), null, it.origin()));
    }

    /** A settings block can refer to resources in what it says, too. */
    private static List<ResourceKey> referred(Object value) {
        if (value instanceof List<?> items) {
            return items.stream().flatMap(it -> referred(it).stream()).toList();
        }
        return value instanceof SettingValue it ? it.resources() : List.of();
    }

    private void twice(String id, String what, Placement second, Placement first) {
        problems.add(
                id,
                null,
                what,
                "one stack is on each target once; the first is at "
                        + first.origin().location().orElseThrow(),
                "give all settings and resources in one call of deployTo",
                second.origin(),
                first.origin());
    }

    private void report(List<Edge> cycle) {
        StringBuilder why = new StringBuilder("none of them can start first:");
        for (Edge edge : cycle) {
            why.append("\n")
                    .append(edge.from())
                    .append(" needs ")
                    .append(edge.to())
                    .append(" at ");
            why.append(edge.origin().location().map(Object::toString).orElse("?"))
                    .append("  ");
            why.append(edge.origin().text());
        }
        problems.add(
                "DEF004",
                cycle.get(0).from(),
                "the resources need each other in a circle",
                why.toString(),
                "take one of these references out, or let that service find the other by its public address",
                cycle.stream().map(Edge::origin).toArray(Origin[]::new));
    }
}
