package dev.davit.k8s.operate;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads an object as the API server gave it; what is not there reads as nothing. */
record Live(MapNode tree) {
    String kind() {
        return tree.getText("kind").orElse("");
    }

    /** Gives the API group, empty for the core. */
    String group() {
        String version = tree.getText("apiVersion").orElse("");
        return version.contains("/") ? version.substring(0, version.indexOf('/')) : "";
    }

    String name() {
        return text("metadata", "name").orElse("");
    }

    String namespace() {
        return text("metadata", "namespace").orElse("");
    }

    String uid() {
        return text("metadata", "uid").orElse("");
    }

    String version() {
        return text("metadata", "resourceVersion").orElse("");
    }

    long generation() {
        return number("metadata", "generation").orElse(0L);
    }

    boolean isDeleted() {
        return text("metadata", "deletionTimestamp").isPresent();
    }

    Optional<String> label(String name) {
        return text("metadata", "labels", name);
    }

    Optional<String> annotation(String name) {
        return text("metadata", "annotations", name);
    }

    List<String> finalizers() {
        return list("metadata", "finalizers").stream().map(String::valueOf).toList();
    }

    /** Gives the owner that controls it, if there is one. */
    Optional<Live> controller() {
        return maps("metadata", "ownerReferences")
                .filter(it -> it.flag("controller"))
                .findFirst();
    }

    /** Says whether the owner with this identity controls it. */
    boolean isControlledBy(String uid) {
        return controller().flatMap(it -> it.text("uid")).filter(uid::equals).isPresent();
    }

    long status(String field) {
        return number("status", field).orElse(0L);
    }

    Optional<Condition> condition(String type) {
        return maps("status", "conditions")
                .map(Condition::of)
                .filter(it -> it.type().equals(type))
                .findFirst();
    }

    boolean isTrue(String condition) {
        return condition(condition).filter(Condition::isTrue).isPresent();
    }

    Optional<String> text(String... path) {
        return parent(path).flatMap(it -> it.getText(path[path.length - 1]));
    }

    Optional<Long> number(String... path) {
        return parent(path).flatMap(it -> it.getLong(path[path.length - 1]));
    }

    boolean flag(String... path) {
        return parent(path)
                .flatMap(it -> it.get(path[path.length - 1]))
                .map(String::valueOf)
                .filter("true"::equals)
                .isPresent();
    }

    Optional<MapNode> map(String... path) {
        return parent(path).flatMap(it -> it.getMap(path[path.length - 1]));
    }

    List<Node> list(String... path) {
        return parent(path)
                .flatMap(it -> it.getList(path[path.length - 1]))
                .map(ListNode::items)
                .orElse(List.of());
    }

    /** Gives the maps of a list. */
    Stream<Live> maps(String... path) {
        return list(path).stream().filter(MapNode.class::isInstance).map(it -> new Live((MapNode) it));
    }

    /** Gives the texts of a map by key. */
    Map<String, String> texts(String... path) {
        return map(path).map(MapNode::entries).orElse(Map.of()).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> String.valueOf(it.getValue())));
    }

    private Optional<MapNode> parent(String... path) {
        Optional<MapNode> at = Optional.of(tree);
        for (int i = 0; i < path.length - 1; i++) {
            String key = path[i];
            at = at.flatMap(it -> it.getMap(key));
        }
        return at;
    }
}
