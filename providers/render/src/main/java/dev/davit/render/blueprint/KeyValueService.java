package dev.davit.render.blueprint;

import dev.davit.Cpu;
import dev.davit.Eviction;
import dev.davit.document.MapNode;
import dev.davit.document.Origin;
import dev.davit.model.KeyValueSpec;

/** Writes a job queue or a cache. */
final class KeyValueService {
    private final Context context;
    private final KeyValueSpec spec;

    KeyValueService(Context context, KeyValueSpec spec) {
        this.context = context;
        this.spec = spec;
    }

    MapNode write() {
        MapNode node = new MapNode(spec.declaration().created())
                .put("type", "keyvalue")
                .put(
                        "name",
                        context.settings().name(spec.key()),
                        context.settings().nameOrigin(spec));
        context.settings().putRegion(node, spec.key());
        new PlanChoice(context).write(node, spec, Plans.KEY_VALUE, Cpu.millis(1), spec.memory());
        if (spec.eviction().isPresent()) {
            node.put("maxmemoryPolicy", spec.eviction().map(Eviction::word), spec.origin("eviction"));
            node.put("persistenceMode", spec.persistent() ? "journal-snapshot" : "off", spec.origin("persistent"));
        } else {
            Origin queue = Origin.target("a job queue drops no job and keeps them over a restart");
            node.put("maxmemoryPolicy", "noeviction", queue).put("persistenceMode", "journal-snapshot", queue);
        }
        context.settings().putAllowList(node, spec.key());
        new OwnSettings(context, spec).write(node);
        Unsupported.rename(context, spec);
        return node;
    }
}
