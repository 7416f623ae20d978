package dev.davit.check.rule;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.Pointer;
import dev.davit.document.ScalarNode;
import dev.davit.model.Desired;
import dev.davit.model.DesiredObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a Kubernetes object as a rule needs it. What has no {@code apiVersion} is none. */
record Manifest(DesiredObject object) {
    private static final List<String> POD_SPECS =
            List.of("/spec/template/spec", "/spec/jobTemplate/spec/template/spec", "/spec");
    private static final List<String> POD_KINDS =
            List.of("Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob", "Pod");

    /** Gives all manifests among the objects. */
    static List<Manifest> in(Desired desired) {
        return of(desired.objects());
    }

    static List<Manifest> of(List<DesiredObject> objects) {
        return objects.stream()
                .filter(it -> it.tree().getText("apiVersion").isPresent())
                .map(Manifest::new)
                .toList();
    }

    /** Says whether it is of a kind, by what the object itself says. */
    boolean is(String... kinds) {
        return List.of(kinds).contains(object.tree().getText("kind").orElse(""));
    }

    Optional<Node> find(String pointer) {
        return Pointer.parse(pointer).find(object.tree());
    }

    Optional<String> text(String pointer) {
        return find(pointer).flatMap(Manifest::text);
    }

    /** Gives a whole number; text that is one counts, since a raw edit may hold it so. */
    Optional<Long> number(String pointer) {
        return text(pointer).filter(it -> it.matches("\\d{1,18}")).map(Long::valueOf);
    }

    static Optional<String> text(Node node) {
        return node instanceof ScalarNode scalar && scalar.value() != null
                ? Optional.of(scalar.value().toString())
                : Optional.empty();
    }

    /** Gives where the pod's own part lies, if the object makes pods. */
    Optional<String> podSpec() {
        return is(POD_KINDS.toArray(String[]::new))
                ? POD_SPECS.stream()
                        .filter(it -> find(it + "/containers").isPresent())
                        .findFirst()
                : Optional.empty();
    }

    /** Gives the pointers of the containers, those that only start the others first where asked for. */
    List<String> containers(boolean withInit) {
        List<String> pointers = new ArrayList<>();
        podSpec().ifPresent(spec -> {
            if (withInit) {
                add(pointers, spec + "/initContainers");
            }
            add(pointers, spec + "/containers");
        });
        return pointers;
    }

    private void add(List<String> pointers, String list) {
        if (find(list).orElse(null) instanceof ListNode items) {
            for (int i = 0; i < items.size(); i++) {
                pointers.add(list + "/" + i);
            }
        }
    }

    /** Gives the map at a place; empty where there is none. */
    MapNode map(String pointer) {
        return find(pointer).orElse(null) instanceof MapNode map ? map : new MapNode(null);
    }

    /** Gives the items of the list at a place. */
    List<Node> items(String pointer) {
        return find(pointer).orElse(null) instanceof ListNode list ? list.items() : List.of();
    }
}
