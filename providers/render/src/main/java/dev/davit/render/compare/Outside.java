package dev.davit.render.compare;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.model.DesiredObject;
import dev.davit.model.Kind;
import dev.davit.model.ResourceKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Give what only another target of the same stack knows, such as the token of a service that runs there. */
public interface Outside {
    /** Know nothing: what another target would say, a person fills in. */
    Outside NONE = (resource, property) -> Optional.empty();

    /** Name the part of a variable that says what it takes from where. */
    String KEY = "fromOutside";

    /** Give a value; empty as long as there is none. */
    Optional<String> value(ResourceKey resource, String property);

    /**
     * Mark the variables of a thing whose values another target has, as far as a person would have to fill them in.
     *
     * @param tokens the services whose tokens the thing shows, by variable
     */
    static DesiredObject mark(DesiredObject object, Map<String, ResourceKey> tokens) {
        MapNode tree = object.tree().copy();
        for (MapNode entry : entries(tree)) {
            Optional.ofNullable(tokens.get(entry.getText("key").orElse("")))
                    .filter(it -> entry.has("sync"))
                    .ifPresent(it -> entry.map(KEY, null)
                            .put("kind", it.kind().name())
                            .put("id", it.id())
                            .put("property", "token"));
        }
        return new DesiredObject(object.kind(), object.name(), object.resource(), tree);
    }

    /** Take the marks away: a person fills in what nobody can be asked for. */
    static DesiredObject unmarked(DesiredObject object) {
        if (entries(object.tree()).stream().noneMatch(it -> it.has(KEY))) {
            return object;
        }
        MapNode tree = object.tree().copy();
        entries(tree).forEach(it -> it.remove(KEY));
        return new DesiredObject(object.kind(), object.name(), object.resource(), tree);
    }

    /** Name the services of which a thing takes something. */
    static Set<String> names(MapNode tree) {
        return entries(tree).stream()
                .flatMap(it -> it.getMap(KEY).stream())
                .map(it -> resource(it).id())
                .collect(Collectors.toSet());
    }

    /** Read which service a mark means. */
    static ResourceKey resource(MapNode mark) {
        return new ResourceKey(
                Kind.valueOf(mark.getText("kind").orElseThrow()),
                mark.getText("id").orElseThrow());
    }

    private static List<MapNode> entries(MapNode tree) {
        return tree.getList("envVars").map(ListNode::items).orElse(List.of()).stream()
                .map((Node it) -> (MapNode) it)
                .toList();
    }
}
