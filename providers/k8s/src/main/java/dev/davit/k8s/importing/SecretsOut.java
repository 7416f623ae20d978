package dev.davit.k8s.importing;

import dev.davit.check.SecretPattern;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.ScalarNode;
import dev.davit.importing.Decision;
import dev.davit.importing.Decision.Kind;
import dev.davit.importing.SecretLiteral;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes secrets out of objects: a variable's into a Secret that somebody makes, all others away. No value reaches Java. */
final class SecretsOut {
    private static final String TAKEN_OUT = "(a secret, taken out)";

    private final List<Decision> decisions;
    private final Map<String, List<String>> secrets = new LinkedHashMap<>();
    private Item item;

    SecretsOut(List<Decision> decisions) {
        this.decisions = decisions;
    }

    /** Gives the Secrets that somebody must make for what was taken out: the name, and the keys. */
    Map<String, List<String>> secrets() {
        return secrets;
    }

    Item of(Item from) {
        item = from;
        boolean configMap = from.key().kind().equals("ConfigMap");
        return from.with((MapNode) cleaned(from.tree(), "", configMap));
    }

    private Node cleaned(Node node, String path, boolean data) {
        if (node instanceof MapNode map) {
            return isVariable(map) ? variable(map, path) : map(map, path, data);
        }
        if (node instanceof ListNode list) {
            ListNode copy = new ListNode(list.origin().orElse(null));
            for (int i = 0; i < list.size(); i++) {
                copy.add(cleaned(list.get(i), path + "/" + i, data));
            }
            return copy;
        }
        return node instanceof ScalarNode scalar
                        && scalar.value() instanceof String text
                        && SecretPattern.in(text).isPresent()
                ? taken(node, path)
                : node;
    }

    private MapNode map(MapNode map, String path, boolean data) {
        MapNode copy = new MapNode(map.origin().orElse(null));
        map.entries().forEach((key, value) -> {
            boolean entry = data && Set.of("/data", "/binaryData").contains(path);
            boolean secret = entry
                    && value instanceof ScalarNode scalar
                    && scalar.value() instanceof String text
                    && SecretLiteral.is(key.replaceAll("[.-]", "_"), text);
            copy.put(key, secret ? taken(value, path + "/" + key) : cleaned(value, path + "/" + key, data));
        });
        return copy;
    }

    private ScalarNode taken(Node node, String path) {
        decisions.add(item.decision(
                Kind.SECRET,
                node,
                path,
                "a secret stands in " + item.path() + path,
                "its value is not written to Java: put it into a Secret, and a new one, for this one was in a file"));
        return ScalarNode.of(TAKEN_OUT, node.origin().orElse(null));
    }

    private static boolean isVariable(MapNode map) {
        return map.getText("name").isPresent()
                && map.entries().size() == 2
                && map.get("value")
                        .filter(it -> it instanceof ScalarNode scalar && scalar.value() instanceof String)
                        .isPresent();
    }

    private MapNode variable(MapNode map, String path) {
        String name = map.getText("name").orElseThrow();
        Optional<String> value = map.getText("value");
        if (!SecretLiteral.is(name, value.orElseThrow())) {
            return map;
        }
        String secret = item.key().name() + "-secrets";
        List<String> keys = secrets.computeIfAbsent(secret, it -> new ArrayList<>());
        if (!keys.contains(name)) {
            keys.add(name);
        }
        decisions.add(item.decision(
                Kind.SECRET,
                map,
                path,
                "variable " + name + " of " + item.path() + " holds a secret",
                "its value is not written to Java: put a new one, for this one was in a file, into Secret " + secret
                        + " under the key " + name));
        MapNode copy = new MapNode(map.origin().orElse(null));
        copy.put("name", name);
        copy.map("valueFrom", null)
                .map("secretKeyRef", null)
                .put("name", secret)
                .put("key", name);
        return copy;
    }
}
