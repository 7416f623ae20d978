package dev.davit.k8s.effect;

import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.plan.ObjectKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Find the live Deployment that stands for a wanted one, whatever its name has become.
 *
 * <p>A Deployment whose selector changes is replaced by {@code <name>-<hash8>}, which carries the name of the definition in
 * the label {@link #LABEL}, and the hash in the label {@link #GENERATION} of its selector and its pods. So that the plans
 * after it are empty, compare has to
 *
 * <ol>
 *   <li>list the live Deployments of the stack (those of its ApplySet) before it compares anything,
 *   <li>put the wanted objects through {@link #resolve} and go on with what it gives: Deployments have their live names and
 *       labels, and autoscalers aim at those names,
 *   <li>never prune what {@link Resolved#spared} names: where old and new stand side by side, a replacement was cut short,
 *       and {@link Resolved#wanted} still has the old one's name, so that its dry run is refused again and {@link
 *       Replacements} finishes what is left,
 *   <li>read the Deployments that {@link Effects#reads} asks for: a successor that stands already is found among them.
 * </ol>
 *
 * <p>The hash is that of the wanted selector alone: the same definition always leads to the same name.
 */
public final class LogicalNames {
    /** Holds the name that the definition gives, on a Deployment that has another, and on its pods. */
    public static final String LABEL = "davit.dev/logical-name";

    /** Tells the pods of a replaced Deployment from those of its forerunners. */
    public static final String GENERATION = "davit.dev/generation";

    private static final Set<String> SCALERS = Set.of(KindName.AUTOSCALER, KindName.SCALED_OBJECT);

    private LogicalNames() {}

    /**
     * Hold wanted objects under their live names.
     *
     * @param wanted the objects, in the order given
     * @param spared live Deployments that stand for a wanted one beside the one that it is compared with
     */
    public record Resolved(List<MapNode> wanted, Set<ObjectKey> spared) {
        public Resolved {
            wanted = List.copyOf(wanted);
            spared = Set.copyOf(spared);
        }
    }

    /**
     * Give wanted objects their live names; nothing given is changed.
     *
     * @param wanted all objects of the stack
     * @param live the stack's live Deployments
     */
    public static Resolved resolve(Collection<MapNode> wanted, Collection<MapNode> live) {
        Map<ObjectKey, String> names = new LinkedHashMap<>();
        Set<ObjectKey> spared = new LinkedHashSet<>();
        List<MapNode> resolved = new ArrayList<>();
        Map<ObjectKey, List<MapNode>> byLogicalName =
                live.stream().collect(Collectors.groupingBy(it -> key(it, logical(it))));
        for (MapNode one : wanted) {
            List<MapNode> standing = standing(one, byLogicalName);
            Optional<MapNode> counterpart = counterpart(one, standing);
            counterpart.filter(it -> !isAsWanted(it, one)).ifPresent(it -> spare(standing, it, spared));
            counterpart.ifPresent(it -> names.put(Fields.key(one), Fields.name(it)));
            resolved.add(counterpart
                    .flatMap(it -> generation(it).map(hash -> named(one, Fields.name(it), hash)))
                    .orElse(one));
        }
        return new Resolved(resolved.stream().map(one -> aimed(one, names)).toList(), spared);
    }

    /** Give a Deployment as it replaces one of another selector. */
    static MapNode successor(MapNode wanted) {
        String hash = hash(wanted);
        return named(wanted, ShortHash.behind(logical(wanted), hash), hash);
    }

    /** Give the name in the definition. */
    static String logical(Node deployment) {
        return Fields.text(deployment, "metadata", "labels", LABEL).orElse(Fields.name(deployment));
    }

    static boolean isScaler(Node object) {
        return SCALERS.contains(KindName.of(object));
    }

    /** Let a scaler aim at the live names. */
    static MapNode aimed(MapNode scaler, Map<ObjectKey, String> names) {
        if (!isScaler(scaler)) {
            return scaler;
        }
        Optional<String> name = target(scaler).map(names::get);
        if (name.isEmpty()) {
            return scaler;
        }
        MapNode aimed = scaler.copy();
        Fields.map(aimed, "spec", "scaleTargetRef").put("name", name.get());
        return aimed;
    }

    /** Give the workload that a scaler is for. */
    static Optional<ObjectKey> target(Node scaler) {
        MapNode aim = Fields.map(scaler, "spec", "scaleTargetRef");
        String version = Fields.text(aim, "apiVersion").orElse("apps/v1");
        MapNode named = new MapNode(null)
                .put("apiVersion", version)
                .put("kind", Fields.text(aim, "kind").orElse("Deployment"));
        return Fields.text(aim, "name").map(name -> new ObjectKey(KindName.of(named), Fields.namespace(scaler), name));
    }

    private static List<MapNode> standing(MapNode wanted, Map<ObjectKey, List<MapNode>> byLogicalName) {
        return KindName.of(wanted).equals(KindName.DEPLOYMENT)
                ? byLogicalName.getOrDefault(key(wanted, Fields.name(wanted)), List.of())
                : List.of();
    }

    private static ObjectKey key(Node deployment, String name) {
        return new ObjectKey(KindName.DEPLOYMENT, Fields.namespace(deployment), name);
    }

    private static void spare(List<MapNode> standing, MapNode counterpart, Set<ObjectKey> spared) {
        standing.stream()
                .filter(it -> it != counterpart)
                .map(it -> key(it, Fields.name(it)))
                .forEach(spared::add);
    }

    /**
     * Takes the one that never was replaced and needs not be; else one to be replaced: as long as it stands, the replacement
     * is not done.
     */
    private static Optional<MapNode> counterpart(MapNode wanted, List<MapNode> standing) {
        if (standing.isEmpty()) {
            return Optional.empty();
        }
        return standing.stream()
                .filter(it -> isAsWanted(it, wanted))
                .findFirst()
                .or(() -> {
                    Optional<String> hash = Optional.of(hash(wanted));
                    return standing.stream()
                            .filter(it -> !generation(it).equals(hash))
                            .findFirst();
                })
                .or(() -> standing.stream().findFirst());
    }

    private static boolean isAsWanted(MapNode live, MapNode wanted) {
        return generation(live).isEmpty()
                && Fields.map(live, "spec", "selector").equals(Fields.map(wanted, "spec", "selector"));
    }

    private static Optional<String> generation(Node deployment) {
        return Fields.text(deployment, "spec", "selector", "matchLabels", GENERATION);
    }

    private static String hash(MapNode wanted) {
        MapNode selector = Fields.map(wanted, "spec", "selector").copy();
        Fields.map(selector, "matchLabels").remove(GENERATION);
        return ShortHash.of(sorted(selector));
    }

    /** The order of keys says nothing, so it must not name anything. */
    private static Node sorted(Node node) {
        if (!(node instanceof MapNode map)) {
            return node;
        }
        MapNode sorted = new MapNode(null);
        map.entries().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(it -> sorted.put(it.getKey(), sorted(it.getValue())));
        return sorted;
    }

    private static MapNode named(MapNode wanted, String name, String hash) {
        String logical = logical(wanted);
        MapNode named = wanted.copy();
        MapNode metadata = Fields.map(named, "metadata");
        metadata.put("name", name);
        child(metadata, "labels").put(LABEL, logical);
        MapNode spec = Fields.map(named, "spec");
        child(child(spec, "selector"), "matchLabels").put(GENERATION, hash);
        child(child(child(spec, "template"), "metadata"), "labels")
                .put(LABEL, logical)
                .put(GENERATION, hash);
        return named;
    }

    private static MapNode child(MapNode parent, String key) {
        return parent.getMap(key).orElseGet(() -> parent.map(key, null));
    }
}
