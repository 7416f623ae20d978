package dev.davit.render.importing;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Names a place in a Blueprint that has lists of resources.
 *
 * @param name {@code root}, {@code ungrouped}, or {@code PROJECT/ENVIRONMENT}
 * @param node what has the lists
 * @param project the project's name, if it is an environment
 * @param environment the environment's name, if it is one
 */
record Places(String name, MapNode node, Optional<String> project, Optional<String> environment) {
    static List<Places> of(MapNode root) {
        List<Places> places = new ArrayList<>();
        places.add(new Places("root", root, Optional.empty(), Optional.empty()));
        for (MapNode project : maps(root, "projects")) {
            String name = project.getText("name").orElse("");
            for (MapNode environment : maps(project, "environments")) {
                String own = environment.getText("name").orElse("");
                places.add(new Places(name + "/" + own, environment, Optional.of(name), Optional.of(own)));
            }
        }
        root.getMap("ungrouped")
                .ifPresent(it -> places.add(new Places("ungrouped", it, Optional.empty(), Optional.empty())));
        return places;
    }

    List<MapNode> items(String list) {
        return maps(node, list);
    }

    /** Gives the maps of a list. */
    static List<MapNode> maps(MapNode map, String list) {
        List<Node> items = map.getList(list).map(ListNode::items).orElse(List.of());
        return items.stream()
                .filter(MapNode.class::isInstance)
                .map(MapNode.class::cast)
                .toList();
    }
}
