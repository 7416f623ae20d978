package dev.davit.render.blueprint;

import dev.davit.Cron;
import dev.davit.Image;
import dev.davit.document.MapNode;
import dev.davit.document.Origin;
import dev.davit.model.WorkloadSpec;
import java.util.Optional;

/** Writes a cron job. */
final class CronService {
    private final Context context;
    private final WorkloadSpec spec;

    CronService(Context context, WorkloadSpec spec) {
        this.context = context;
        this.spec = spec;
    }

    MapNode write() {
        EnvVars env = Environment.of(context, spec, Optional.empty());
        Origin created = spec.declaration().created();
        MapNode node = new MapNode(created)
                .put("type", "cron")
                .put(
                        "name",
                        context.settings().name(spec.key()),
                        context.settings().nameOrigin(spec));
        context.settings().putRegion(node, spec.key());
        new PlanChoice(context).write(node, spec, Plans.CRON, spec.cpu(), spec.memory());
        new Program(context, spec, env).write(node);
        node.put("schedule", spec.schedule().map(Cron::expression), spec.origin("schedule"));
        if (!(spec.source() instanceof Image)
                || context.settings().of("autoDeploy", spec.key()).isPresent()) {
            context.settings().putAutoDeploy(node, spec.key());
        }
        env.write(node, created);
        new OwnSettings(context, spec).write(node);
        new Unsupported(context, spec).report();
        return node;
    }
}
