package dev.davit.k8s.importing;

import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.Origin;
import dev.davit.document.SourceLocation;
import dev.davit.importing.Decision;
import dev.davit.importing.Remarks;
import dev.davit.plan.ObjectKey;

/**
 * Holds one object that is to be imported.
 *
 * @param key its kind, namespace and name; a namespace that it does not name is that of the stack
 * @param tree what it says
 * @param namespaced whether its kind has namespaces
 * @param scopeKnown whether a definition knows by itself whether its kind has namespaces
 * @param file where it was read, as messages name it
 * @param remarks the comments of that file
 */
record Item(ObjectKey key, MapNode tree, boolean namespaced, boolean scopeKnown, String file, Remarks remarks) {
    String apiVersion() {
        return tree.getText("apiVersion").orElse("");
    }

    String kind() {
        return tree.getText("kind").orElse("");
    }

    boolean isSecret() {
        return key.kind().equals("Secret");
    }

    /** Names it as reports do. */
    String path() {
        return path(key);
    }

    static String path(ObjectKey key) {
        return key.kind() + " " + (key.scope().isEmpty() ? "" : key.scope() + "/") + key.name();
    }

    int line() {
        return line(tree);
    }

    static int line(Node node) {
        return node.origin().map(Origin::at).map(SourceLocation::line).orElse(0);
    }

    Decision decision(Decision.Kind kind, Node at, String pointer, String what, String why) {
        return new Decision(kind, file, line(at), 1, path() + pointer, what, why);
    }

    Item with(MapNode changed) {
        return new Item(key, changed, namespaced, scopeKnown, file, remarks);
    }
}
