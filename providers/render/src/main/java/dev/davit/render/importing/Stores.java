package dev.davit.render.importing;

import dev.davit.Eviction;
import dev.davit.Render;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.source.Code;
import java.util.Optional;

/** Says what keeps data in typed calls: Key Value stores and databases. */
final class Stores {
    private final Draft draft;
    private final Item item;
    private final Cursor fields;

    Stores(Draft draft) {
        this.draft = draft;
        this.item = draft.item();
        this.fields = item.fields();
    }

    void store() {
        if (item.kind() == Item.Kind.QUEUE) {
            fields.take("maxmemoryPolicy");
        } else {
            fields.as(
                            "maxmemoryPolicy",
                            it -> Eviction.valueOf(Draft.constant(it)).word().equals(it) ? Draft.constant(it) : null)
                    .ifPresent(it -> draft.call("eviction", "maxmemoryPolicy", Code.plain("Eviction." + it)));
        }
        fields.as("persistenceMode", it -> Render.Persistence.valueOf(Draft.constant(it)))
                .ifPresent(it ->
                        draft.set("persistence", "persistenceMode", Code.plain("Render.Persistence." + it.name())));
    }

    void database() {
        fields.as("postgresMajorVersion", it -> {
                    int version = Integer.parseInt(it);
                    if (version < 13 || version > 18) {
                        throw new IllegalArgumentException(it);
                    }
                    return version;
                })
                .ifPresent(it -> draft.arguments().add(Draft.number(it)));
        fields.text("databaseName").ifPresent(it -> draft.call("database", "databaseName", Code.quoted(it)));
        fields.text("user").ifPresent(it -> draft.call("user", "user", Code.quoted(it)));
        fields.number("diskSizeGB").ifPresent(it -> draft.call("storage", "diskSizeGB", Draft.gib(it)));
        fields.into("highAvailability")
                .ifPresent(ha -> ha.flag("enabled")
                        .filter(it -> it)
                        .ifPresent(it -> draft.call("highAvailability", "highAvailability")));
        fields.number("previewDiskSizeGB")
                .ifPresent(it -> draft.set("previewStorage", "previewDiskSizeGB", Draft.gib(it)));
        fields.flag("storageAutoscalingEnabled")
                .filter(it -> it)
                .ifPresent(it -> draft.set("storageAutoscaling", "storageAutoscalingEnabled"));
        fields.as("connectionPool", it -> switch (it) {
                    case "pgbouncer", "none" -> it;
                    default -> throw new IllegalArgumentException(it);
                })
                .filter("pgbouncer"::equals)
                .ifPresent(it -> draft.set("connectionPool", "connectionPool"));
        replicas();
    }

    private void replicas() {
        Optional<ListNode> list = fields.list("readReplicas");
        boolean whole = list.filter(it -> it.size() > 0
                        && it.items().stream()
                                .allMatch(node -> node instanceof MapNode map
                                        && map.entries().size() == 1
                                        && map.getText("name").isPresent()))
                .isPresent();
        if (list.isPresent() && !whole) {
            fields.giveBack("readReplicas", "no typed call says it");
        } else {
            list.ifPresent(all -> all.forEach(it -> draft.set(
                    "readReplica",
                    "readReplicas",
                    Code.quoted(((MapNode) it).getText("name").orElseThrow()))));
        }
    }
}
