package dev.davit.render.importing;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.importing.SecretLiteral;
import dev.davit.source.Code;
import dev.davit.source.JavaName;
import dev.davit.source.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gives each secret one name; one that is read in several places becomes a variable. */
final class Secrets {
    private static final class Secret {
        private final String id;
        private final boolean generated;
        private int readers;
        private String variable;

        Secret(String id, boolean generated) {
            this.id = id;
            this.generated = generated;
        }
    }

    private final Map<String, Secret> secrets = new LinkedHashMap<>();
    private final Set<String> ids = new HashSet<>();

    /** Counts the secrets that a resource reads, so that each gets its name before any Java is written. */
    void count(Item item, Inventory inventory) {
        if (!item.kind().runs()) {
            return;
        }
        for (MapNode entry : entries(item)) {
            String key = entry.getText("key").orElse("");
            Cursor fields = new Cursor(entry, "", Map.of());
            boolean value = fields.has("value");
            if (item.fields().isRefused(Variables.pointer(key)) || !Variables.isName(key)) {
                continue;
            }
            if (value) {
                fields.text("value")
                        .filter(it -> SecretLiteral.is(key, it))
                        .ifPresent(it -> add("asked " + key, Ids.of(key), false));
            } else if (fields.is("sync", false)) {
                add("asked " + key, Ids.of(key), false);
            } else if (fields.is("generateValue", true)) {
                generated(item, key, inventory);
            } else {
                entry.getMap("fromService")
                        .filter(it -> !it.has("property"))
                        .ifPresent(it -> inventory
                                .service(
                                        it.getText("name").orElse(""),
                                        it.getText("type").orElse(""))
                                .filter(owner -> isGenerated(
                                        owner, it.getText("envVarKey").orElse("")))
                                .ifPresent(owner ->
                                        generated(owner, it.getText("envVarKey").orElseThrow(), inventory)));
            }
        }
    }

    private void generated(Item owner, String key, Inventory inventory) {
        boolean alone =
                inventory.items().stream().filter(it -> isGenerated(it, key)).count() == 1;
        add("generated " + owner.name() + "/" + key, Ids.of(alone ? key : owner.name() + "-" + key), true);
    }

    /** Says whether Render makes the value of a variable. */
    static boolean isGenerated(Item item, String key) {
        return item.kind().runs()
                && Variables.isName(key)
                && !item.fields().isRefused(Variables.pointer(key))
                && entries(item).stream()
                        .filter(it -> it.getText("key").filter(key::equals).isPresent())
                        .map(it -> new Cursor(it, "", Map.of()))
                        .anyMatch(it -> it.is("generateValue", true) && !it.has("value"));
    }

    private static List<MapNode> entries(Item item) {
        List<Node> list =
                item.fields().map().getList("envVars").map(ListNode::items).orElse(List.of());
        return list.stream()
                .filter(MapNode.class::isInstance)
                .map(MapNode.class::cast)
                .toList();
    }

    private void add(String which, String id, boolean generated) {
        Secret secret = secrets.computeIfAbsent(which, it -> new Secret(free(id), generated));
        secret.readers++;
    }

    private String free(String id) {
        String free = id;
        for (int number = 2; !ids.add(free); number++) {
            free = Ids.of(id, "-" + number);
        }
        return free;
    }

    /** Gives variables to those that several read. */
    List<Statement> declare(JavaName names) {
        List<Statement> statements = new ArrayList<>();
        secrets.values().stream().filter(it -> it.readers > 1).forEach(secret -> {
            secret.variable = names.variable(secret.id);
            statements.add(new Statement(Optional.of(secret.variable), create(secret), List.of(), false));
        });
        return statements;
    }

    Code asked(String key) {
        return code(secrets.get("asked " + key));
    }

    Code generated(String service, String key) {
        return code(secrets.get("generated " + service + "/" + key));
    }

    private static Code code(Secret secret) {
        return secret.variable == null ? create(secret) : Code.plain(secret.variable);
    }

    private static Code create(Secret secret) {
        return Code.call("infra", secret.generated ? "generatedSecret" : "secret", Code.quoted(secret.id));
    }

    /** Makes ids that name a live object anywhere. */
    static final class Ids {
        private static final int LONGEST = 40;

        private Ids() {}

        static boolean valid(String id) {
            return id.matches("[a-z]([a-z0-9-]{0,38}[a-z0-9])?");
        }

        static String of(String name) {
            return of(name, "");
        }

        static String of(String name, String suffix) {
            String words =
                    name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^[-0-9]+", "");
            String cut = words.substring(0, Math.min(words.length(), LONGEST - suffix.length()))
                    .replaceAll("-+$", "");
            return (cut.isEmpty() ? "it" : cut) + suffix;
        }
    }
}
