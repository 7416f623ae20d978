package dev.davit.render.blueprint;

import dev.davit.document.MapNode;
import dev.davit.document.Origin;
import dev.davit.model.PostgresSpec;

/** Writes a Postgres database. */
final class Database {
    private static final long STEP = 5;

    private final Context context;
    private final PostgresSpec spec;

    Database(Context context, PostgresSpec spec) {
        this.context = context;
        this.spec = spec;
    }

    MapNode write() {
        MapNode node = new MapNode(spec.declaration().created())
                .put(
                        "name",
                        context.settings().name(spec.key()),
                        context.settings().nameOrigin(spec))
                .put("databaseName", spec.database(), spec.origin("database"))
                .put("user", spec.user(), spec.origin("user"));
        context.settings().putRegion(node, spec.key());
        Plans plans = spec.highAvailability() ? Plans.POSTGRES.withStandby() : Plans.POSTGRES;
        new PlanChoice(context).write(node, spec, plans, spec.cpu(), spec.memory());
        node.put("diskSizeGB", diskSize(), spec.origin("storage"))
                .put("storageAutoscalingEnabled", false, Origin.target("a disk grows when the definition says so"))
                .put("postgresMajorVersion", String.valueOf(spec.version()), spec.origin("version"));
        node.map("highAvailability", spec.origin("highAvailability")).put("enabled", spec.highAvailability());
        context.settings().putAllowList(node, spec.key());
        new OwnSettings(context, spec).write(node);
        Unsupported.rename(context, spec);
        return node;
    }

    /** Render sells 1 GB or a multiple of 5; source: https://render.com/docs/blueprint-spec, {@code diskSizeGB}. */
    private long diskSize() {
        long asked = spec.storage().inGibRoundedUp();
        long size = asked == 1 ? 1 : (asked + STEP - 1) / STEP * STEP;
        if (size != asked) {
            context.notes().emulated(spec.key(), "Render sells disks in steps of 5 GB: " + size + " for " + asked);
        }
        return size;
    }
}
