package dev.davit.k8s.importing;

import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.importing.Remarks;

/**
 * Holds one object as it was read.
 *
 * @param tree what it says
 * @param file where it stands, as messages name it
 * @param remarks the comments of that file
 */
record Found(MapNode tree, String file, Remarks remarks) {
    static boolean isObject(Node node) {
        return node instanceof MapNode map
                && map.getText("apiVersion").isPresent()
                && map.getText("kind").isPresent();
    }
}
