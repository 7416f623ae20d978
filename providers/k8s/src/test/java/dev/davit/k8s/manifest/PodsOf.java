package dev.davit.k8s.manifest;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.model.DesiredObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the pods that objects describe, and their containers. */
final class PodsOf {
    /**
     * Holds a pod.
     *
     * @param owner what describes it: {@code Deployment/web}
     * @param labels its labels
     * @param spec what is in it
     */
    record Pod(String owner, MapNode labels, MapNode spec) {
        String name() {
            return labels.getText("app.kubernetes.io/name").orElseThrow();
        }

        List<MapNode> programs() {
            return maps(spec.getList("containers"));
        }

        List<MapNode> containers() {
            List<MapNode> all = new ArrayList<>(maps(spec.getList("initContainers")));
            all.addAll(programs());
            return all;
        }

        List<MapNode> volumes() {
            return maps(spec.getList("volumes"));
        }
    }

    private PodsOf() {}

    static List<Pod> in(Made made) {
        return made.synthesized.objects().stream()
                .flatMap(object -> of(object).stream())
                .toList();
    }

    private static Optional<Pod> of(DesiredObject object) {
        MapNode spec = object.tree().getMap("spec").orElse(new MapNode(null));
        MapNode holder = object.kind().equals("CronJob")
                ? spec.getMap("jobTemplate").flatMap(it -> it.getMap("spec")).orElseThrow()
                : spec;
        return holder.getMap("template")
                .map(template -> new Pod(
                        object.address(),
                        template.getMap("metadata")
                                .flatMap(it -> it.getMap("labels"))
                                .orElseThrow(),
                        template.getMap("spec").orElseThrow()));
    }

    static List<MapNode> maps(Optional<ListNode> list) {
        List<MapNode> maps = new ArrayList<>();
        list.ifPresent(items -> items.forEach(it -> maps.add((MapNode) it)));
        return maps;
    }

    /** Gives what is at a path of slashes; null where there is nothing. */
    static Node at(MapNode map, String path) {
        Node node = map;
        for (String step : path.split("/")) {
            node = node instanceof MapNode inner ? inner.get(step).orElse(null) : null;
        }
        return node;
    }

    static String text(MapNode map, String path) {
        return String.valueOf(at(map, path));
    }
}
