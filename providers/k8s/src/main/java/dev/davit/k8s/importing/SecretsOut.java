package dev.davit.k8s.importing;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.Pointer;
import dev.davit.document.ScalarNode;
import dev.davit.importing.Decision;
import dev.davit.importing.Decision.Kind;
import dev.davit.importing.SecretLiteral;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes secrets out of objects: a variable's into a Secret that somebody makes; a field is left out, so that whoever has it keeps it; in
 * a list a word stands in its place. No value reaches Java.
 */
final class SecretsOut {
    private static final String TAKEN_OUT = "(a secret, taken out)";
    private static final Pattern VARIABLE =
            Pattern.compile(".*/(containers|initContainers|ephemeralContainers)/\\d+/env/\\d+");
    /** What names a key or an object and holds no secret. */
    private static final Set<String> NAMES =
            Set.of("key", "name", "topologyKey", "secretName", "description", "kind", "apiVersion", "image");

    private final Bundle bundle;
    private final List<Decision> decisions;
    private final Map<String, List<String>> secrets = new LinkedHashMap<>();
    private final Map<String, String> values = new HashMap<>();
    private Item item;
    private boolean lost;

    SecretsOut(Bundle bundle, List<Decision> decisions) {
        this.bundle = bundle;
        this.decisions = decisions;
    }

    /** Gives the Secrets that somebody must make for what was taken out: the name, and the keys. */
    Map<String, List<String>> secrets() {
        return secrets;
    }

    /**
     * Gives the object without its secrets. A Secret is known by its name alone, so nothing of it is looked at.
     *
     * @return empty for a live object that would lose a field by an apply without it
     */
    Optional<Item> of(Item from) {
        if (from.isSecret()) {
            return Optional.of(from);
        }
        item = from;
        lost = false;
        Item clean = from.with(map(from.tree(), ""));
        if (!lost || !isLive()) {
            return Optional.of(clean);
        }
        decisions.add(
                from.decision(
                        Kind.LEFT_OUT,
                        from.tree(),
                        "",
                        from.path() + " is left out",
                        "a secret stands in it, and an apply without it would take it away: move it into a Secret, then import again"));
        return Optional.empty();
    }

    private boolean isLive() {
        return item.line() == 0;
    }

    private Node cleaned(Node node, String path) {
        if (node instanceof MapNode map) {
            return VARIABLE.matcher(path).matches() ? variable(map, path) : map(map, path);
        }
        if (node instanceof ListNode list) {
            ListNode copy = new ListNode(list.origin().orElse(null));
            for (int i = 0; i < list.size(); i++) {
                String below = path + "/" + i;
                Node one = list.get(i);
                if (text(one).filter(SecretLiteral::isIn).isPresent()) {
                    taken(one, below);
                    copy.add(ScalarNode.of(TAKEN_OUT, one.origin().orElse(null)));
                } else {
                    copy.add(cleaned(one, below));
                }
            }
            return copy;
        }
        return node;
    }

    private static Optional<String> text(Node node) {
        return node instanceof ScalarNode scalar && scalar.value() instanceof String text
                ? Optional.of(text)
                : Optional.empty();
    }

    private MapNode map(MapNode map, String path) {
        MapNode copy = new MapNode(map.origin().orElse(null));
        map.entries().forEach((key, value) -> {
            String below = path + "/" + Pointer.escape(key);
            if (!NAMES.contains(key) && isSecret(map, key, value)) {
                taken(value, below);
            } else {
                Node clean = cleaned(value, below);
                // A map of secrets alone is left out with them.
                boolean emptied = clean instanceof MapNode left
                        && left.isEmpty()
                        && value instanceof MapNode full
                        && !full.isEmpty();
                if (!emptied) {
                    copy.put(key, clean);
                }
            }
        });
        return copy;
    }

    /** In a pair of name and value the name says what the value is. */
    private static boolean isSecret(MapNode map, String key, Node value) {
        Optional<String> text = text(value);
        String name = key.equals("value") ? map.getText("name").orElse(key) : key;
        return text.isPresent() && (SecretLiteral.is(name, text.get()) || SecretLiteral.isIn(text.get()));
    }

    private void taken(Node node, String path) {
        lost = true;
        decisions.add(item.decision(
                Kind.SECRET,
                node,
                path,
                "a secret stands in " + item.path() + path,
                "its value is not written to Java: put it into a Secret, and a new one, for this one was " + where()));
    }

    private String where() {
        return isLive() ? "there for all to read" : "in a file";
    }

    private Node variable(MapNode map, String path) {
        Optional<String> name = map.getText("name");
        Optional<String> value = map.get("value").flatMap(SecretsOut::text);
        if (name.isEmpty() || value.isEmpty()) {
            return map(map, path);
        }
        if (!SecretLiteral.is(name.get(), value.get()) && !SecretLiteral.isIn(value.get())) {
            return map;
        }
        String secret = secret();
        String key = key(secret, name.get(), value.get());
        decisions.add(item.decision(
                Kind.SECRET,
                map,
                path,
                "variable " + name.get() + " of " + item.path() + " holds a secret",
                "its value is not written to Java: put a new one, for this one was " + where() + ", into Secret "
                        + secret
                        + " under the key " + key
                        + (isLive() ? ", then take the variable away: kubectl set env ... " + name.get() + "-" : "")));
        MapNode copy = new MapNode(map.origin().orElse(null)).put("name", name.get());
        copy.map("valueFrom", null)
                .map("secretKeyRef", null)
                .put("name", secret)
                .put("key", key);
        return copy;
    }

    /** Gives a name that no Secret has yet. */
    private String secret() {
        String name = item.key().name() + "-secrets";
        while (bundle.find("Secret", name).isPresent()) {
            name += "-2";
        }
        return name;
    }

    /** Different values of one name are different keys. */
    private String key(String secret, String name, String value) {
        String key = name;
        String place = item.key().scope() + "/" + secret + "/";
        for (int number = 2; !values.computeIfAbsent(place + key, it -> value).equals(value); number++) {
            key = name + "_" + number;
        }
        if (item.key().scope().equals(bundle.home())) {
            List<String> keys = secrets.computeIfAbsent(secret, it -> new ArrayList<>());
            if (!keys.contains(key)) {
                keys.add(key);
            }
        }
        return key;
    }
}
