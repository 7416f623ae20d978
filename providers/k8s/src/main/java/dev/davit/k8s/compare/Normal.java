package dev.davit.k8s.compare;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.ScalarNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Write a wanted object so that the server and we mean the same by it.
 *
 * <p>Ports get their protocol, which is a key of their list and has no default in an apply (structured-merge-diff issue 130); of two
 * variables of one name the last stays, as in a container (an apply refuses both); {@code stringData} becomes {@code data}
 * (kubernetes issue 108008); what the server alone writes goes. Empty maps and lists stay: here somebody wrote them.
 */
final class Normal {
    private static final Set<String> CONTAINERS = Set.of("containers", "initContainers", "ephemeralContainers");

    private Normal() {}

    static MapNode of(MapNode wanted, boolean namespaced) {
        MapNode object = (MapNode) copied(wanted);
        object.remove("status");
        MapNode metadata = Objects.child(object, "metadata");
        for (String written :
                List.of("creationTimestamp", "managedFields", "resourceVersion", "uid", "generation", "selfLink")) {
            metadata.remove(written);
        }
        if (!namespaced) {
            metadata.remove("namespace");
        }
        String kind = Objects.kind(object);
        if (kind.equals("Secret")) {
            data(object);
        }
        if (kind.equals("Service")) {
            object.getMap("spec").ifPresent(spec -> protocols(spec));
        }
        return object;
    }

    /**
     * Copies without null, which means "as the server likes it" in an apply, and would own the field all the same. On the way it sees
     * to the containers of all kinds that have some, wherever they are.
     */
    private static Node copied(Node node) {
        if (node instanceof MapNode map) {
            MapNode copy = new MapNode(map.origin().orElse(null));
            map.entries().forEach((key, value) -> {
                if (!(value instanceof ScalarNode scalar && scalar.value() == null)) {
                    copy.put(key, copied(value));
                    if (CONTAINERS.contains(key)) {
                        Objects.maps(copy, key).forEach(Normal::container);
                    }
                }
            });
            return copy;
        }
        if (node instanceof ListNode list) {
            ListNode copy = new ListNode(list.origin().orElse(null));
            list.forEach(item -> copy.add(copied(item)));
            return copy;
        }
        return node;
    }

    private static void data(MapNode secret) {
        secret.remove("stringData").filter(MapNode.class::isInstance).ifPresent(texts -> {
            MapNode data = Objects.child(secret, "data");
            ((MapNode) texts)
                    .entries()
                    .forEach((name, text) -> data.put(
                            name,
                            Base64.getEncoder().encodeToString(text.toString().getBytes(StandardCharsets.UTF_8))));
        });
    }

    private static void container(MapNode container) {
        protocols(container);
        container.getList("env").ifPresent(env -> container.put("env", lastOfEach(env)));
    }

    private static void protocols(MapNode parent) {
        Objects.maps(parent, "ports").filter(it -> !it.has("protocol")).forEach(it -> it.put("protocol", "TCP"));
    }

    /** The last counts, and it stands where the last stood: it may refer to those before it. */
    private static ListNode lastOfEach(ListNode env) {
        Map<String, Node> byName = new LinkedHashMap<>();
        env.forEach(item -> {
            String name = item instanceof MapNode map ? Objects.text(map, "name") : item.toString();
            byName.remove(name);
            byName.put(name, item);
        });
        ListNode unique = new ListNode(env.origin().orElse(null));
        byName.values().forEach(unique::add);
        return unique;
    }
}
