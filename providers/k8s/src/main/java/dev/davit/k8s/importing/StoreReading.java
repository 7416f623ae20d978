package dev.davit.k8s.importing;

import dev.davit.Eviction;
import dev.davit.document.MapNode;
import dev.davit.model.Kind;
import dev.davit.source.Code;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a queue, a cache or a Postgres database from its StatefulSet. */
final class StoreReading {
    private static final Pattern CONFIG =
            Pattern.compile("(?s).*maxmemory (\\d+)mb\nmaxmemory-policy (\\S+)\nappendonly (yes|no)\n.*");
    private static final Pattern POSTGRES = Pattern.compile(".*/postgres:(\\d+)[.@-].*");

    private final Recognition recognition;
    private final Item item;
    private final MapNode container;

    StoreReading(Recognition recognition, Item item) {
        this.recognition = recognition;
        this.item = item;
        this.container = Tree.map(item.tree(), "spec", "template", "spec", "containers", "0");
    }

    void read() {
        String name = container.getText("name").orElse("");
        if (name.equals("valkey")) {
            valkey();
        } else if (name.equals("postgres")) {
            postgres();
        }
    }

    private void valkey() {
        String config = recognition.bundle().items().stream()
                .filter(it -> it.key().kind().equals("ConfigMap"))
                .filter(it -> it.key().name().startsWith(item.key().name() + "-valkey-"))
                .flatMap(it -> Tree.text(it.tree(), "data", "valkey.conf").stream())
                .findFirst()
                .orElse("");
        Matcher matcher = CONFIG.matcher(config);
        if (!matcher.matches()) {
            return;
        }
        boolean persistent = matcher.group(3).equals("yes");
        boolean queue = matcher.group(2).equals("noeviction") && persistent;
        recognition
                .start(queue ? Kind.JOB_QUEUE : Kind.CACHE, item.key().name(), item)
                .ifPresent(draft -> {
                    if (!matcher.group(1).equals("256")) {
                        draft.call("memory", Amount.mib(Long.parseLong(matcher.group(1))));
                    }
                    if (!queue && !matcher.group(2).equals("allkeys-lru")) {
                        eviction(matcher.group(2)).ifPresent(it -> draft.call("eviction", it));
                    }
                    if (!queue && persistent) {
                        draft.call("persistent");
                    }
                    storageClass();
                });
    }

    private static Optional<Code> eviction(String word) {
        for (Eviction policy : Eviction.values()) {
            if (policy.word().equals(word)) {
                return Optional.of(Code.plain("Eviction." + policy.name()));
            }
        }
        return Optional.empty();
    }

    private void postgres() {
        Matcher version = POSTGRES.matcher(container.getText("image").orElse(""));
        if (!version.matches()) {
            return;
        }
        String id = item.key().name();
        recognition.start(Kind.POSTGRES, id, item).ifPresent(draft -> {
            draft.argument(Code.plain(version.group(1)));
            storage().filter(it -> !it.equals("15Gi")).flatMap(Amount::size).ifPresent(it -> draft.call("storage", it));
            Tree.text(container, "resources", "requests", "cpu")
                    .filter(it -> !it.equals("500m"))
                    .flatMap(Amount::cpu)
                    .ifPresent(it -> draft.call("cpu", it));
            Tree.text(container, "resources", "requests", "memory")
                    .filter(it -> !it.equals("1Gi"))
                    .flatMap(Amount::size)
                    .ifPresent(it -> draft.call("memory", it));
            String usual = id.replace('-', '_');
            variable("POSTGRES_DB")
                    .filter(it -> !it.equals(usual))
                    .ifPresent(it -> draft.call("database", Code.quoted(it)));
            variable("POSTGRES_USER")
                    .filter(it -> !it.equals(usual))
                    .ifPresent(it -> draft.call("user", Code.quoted(it)));
            storageClass();
        });
    }

    private Optional<String> storage() {
        return Tree.text(item.tree(), "spec", "volumeClaimTemplates", "0", "spec", "resources", "requests", "storage");
    }

    private void storageClass() {
        Tree.text(item.tree(), "spec", "volumeClaimTemplates", "0", "spec", "storageClassName")
                .ifPresent(it -> recognition.setting("storageClass", Code.quoted(it)));
    }

    private Optional<String> variable(String name) {
        List<MapNode> all = Tree.maps(container, "env");
        return Tree.named(all, name).flatMap(it -> it.getText("value"));
    }
}
