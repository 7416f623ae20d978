package dev.davit.k8s.effect;

import dev.davit.document.DocumentReader;
import dev.davit.document.MapNode;
import dev.davit.plan.Impact;
import dev.davit.plan.ObjectKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Holds one case of a table: {@code base} with {@code before} put on it is live, with {@code after} put on that is predicted;
 * or it is {@code new}, or {@code gone}. {@code stay} and {@code become} are other objects of the stack, {@code known} lists
 * kinds as they were read, {@code unknown} those that were not.
 */
record Case(String name, Transition transition, List<Transition> stack, Map<String, List<MapNode>> known) {
    private static final Map<String, List<String>> USUAL = Map.of(
            "Service", List.of("service"),
            "Deployment.apps", List.of("web"),
            "StatefulSet.apps", List.of(),
            "DaemonSet.apps", List.of(),
            "ResourceQuota", List.of(),
            "NetworkPolicy.networking.k8s.io", List.of(),
            "Ingress.networking.k8s.io", List.of());

    static List<Case> of(String topic) {
        return DocumentReader.read(Bases.RESOURCES.resolve("cases/" + topic + ".yaml")).stream()
                .map(it -> of((MapNode) it))
                .toList();
    }

    private static Case of(MapNode text) {
        Transition transition = transition(text);
        List<Transition> stack = new ArrayList<>(List.of(transition));
        Map<ObjectKey, MapNode> become = new LinkedHashMap<>();
        objects(text, "become").forEach(it -> become.put(Fields.key(it), it));
        objects(text, "stay")
                .forEach(it -> stack.add(Transition.update(it, become.getOrDefault(Fields.key(it), it), true)));
        return new Case(text.getText("case").orElseThrow(), transition, stack, known(text));
    }

    private static Transition transition(MapNode text) {
        MapNode base = Bases.named(text.getText("base").orElseThrow());
        MapNode live = text.get("before").map(it -> Bases.with(base, it)).orElse(base);
        if (text.get("new").isPresent()) {
            return Transition.creation(live, true);
        }
        if (text.get("gone").isPresent()) {
            return Transition.deletion(live);
        }
        MapNode after = Bases.with(live, text.get("after").orElseThrow());
        return Transition.update(live, after, text.get("unverified").isEmpty());
    }

    private static List<MapNode> objects(MapNode text, String key) {
        return Fields.list(text, key).stream().map(Bases::of).toList();
    }

    private static Map<String, List<MapNode>> known(MapNode text) {
        Map<String, List<MapNode>> known = new LinkedHashMap<>();
        USUAL.forEach((kind, names) ->
                known.put(kind, names.stream().map(Bases::named).toList()));
        Fields.map(text, "known")
                .entries()
                .keySet()
                .forEach(kind -> known.put(kind, objects(Fields.map(text, "known"), kind)));
        Fields.texts(text, "unknown").forEach(known::remove);
        return known;
    }

    ClusterFacts facts() {
        ClusterFacts facts = ClusterFacts.of(stack);
        for (Map.Entry<String, List<MapNode>> kind : known.entrySet()) {
            facts = facts.with(kind.getKey(), kind.getValue());
        }
        return facts;
    }

    /** Gives the case as if a kind had been read, and nothing of it been there; or as if it had not been read. */
    Case with(String kind, Optional<List<MapNode>> objects) {
        Map<String, List<MapNode>> other = new LinkedHashMap<>(known);
        other.remove(kind);
        objects.ifPresent(it -> other.put(kind, it));
        return new Case(name, transition, stack, other);
    }

    Impact impact() {
        return new Effects(facts()).of(transition);
    }

    /** Writes the case as its line in the table. */
    String row() {
        return name + "\n" + shown(impact());
    }

    static String shown(Impact impact) {
        return "    " + impact.effect().word() + ", " + impact.evidence().name().toLowerCase(Locale.ROOT)
                + impact.seconds().map(it -> ", " + it).orElse("") + "\n"
                + "    " + impact.reason() + "\n"
                + impact.avoid().map(it -> "    avoided by: " + it + "\n").orElse("");
    }

    @Override
    public String toString() {
        return name;
    }
}
