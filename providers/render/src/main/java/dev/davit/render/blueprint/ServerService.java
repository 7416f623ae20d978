package dev.davit.render.blueprint;

import dev.davit.Disk;
import dev.davit.Image;
import dev.davit.Scale;
import dev.davit.document.MapNode;
import dev.davit.document.Origin;
import dev.davit.model.Kind;
import dev.davit.model.WorkloadSpec;
import java.util.Optional;

/** Writes a web service, private service or worker. */
final class ServerService {
    /** The longest that Render waits for an instance; source: its Blueprint schema, {@code maxShutdownDelaySeconds}. */
    private static final long LONGEST_DRAIN = 300;

    /** The highest target for the use of processor or memory; source: https://render.com/docs/scaling */
    private static final int HIGHEST_TARGET = 90;

    private final Context context;
    private final WorkloadSpec spec;

    ServerService(Context context, WorkloadSpec spec) {
        this.context = context;
        this.spec = spec;
    }

    MapNode write() {
        Optional<WorkloadSpec> job = new Jobs(context).of(spec);
        EnvVars env = Environment.of(context, spec, job);
        Program program = new Program(context, spec, env);
        Origin created = spec.declaration().created();
        MapNode node = new MapNode(created)
                .put("type", Context.type(spec))
                .put(
                        "name",
                        context.settings().name(spec.key()),
                        context.settings().nameOrigin(spec));
        context.settings().putRegion(node, spec.key());
        new PlanChoice(context).write(node, spec, Plans.SERVER, spec.cpu(), spec.memory());
        program.write(node);
        program.writePreDeploy(node, job);
        writeHealth(node);
        writeScale(node);
        writeDrain(node);
        spec.disk().ifPresent(disk -> writeDisk(node, disk));
        Domains.write(node, spec, spec.domains());
        if (!(spec.source() instanceof Image)
                || context.settings().of("autoDeploy", spec.key()).isPresent()) {
            context.settings().putAutoDeploy(node, spec.key());
        }
        env.write(node, created);
        if (spec.kind() == Kind.WEB_SERVICE) {
            context.settings().putAllowListIfAny(node, spec.key());
        }
        new OwnSettings(context, spec).write(node);
        new Unsupported(context, spec).report();
        new StartTime(context, spec).report();
        return node;
    }

    /** A private service has no HTTP check on Render, whatever the schema allows; source: https://render.com/docs/health-checks */
    private void writeHealth(MapNode node) {
        if (spec.kind() == Kind.WEB_SERVICE) {
            spec.health()
                    .flatMap(it -> it.path())
                    .ifPresent(path -> node.put("healthCheckPath", path, spec.origin("health")));
        }
    }

    private void writeScale(MapNode node) {
        Scale scale = spec.scale();
        Origin why = spec.origin("scale");
        if (scale.cpu().isEmpty() && scale.memory().isEmpty()) {
            node.put("numInstances", scale.min(), why);
            if (scale.max() != scale.min()) {
                context.notes()
                        .emulated(
                                spec.key(),
                                "nothing says when to run more instances, so Render keeps the fewest: " + scale.min());
            }
            return;
        }
        node.map("scaling", why)
                .put("minInstances", scale.min())
                .put("maxInstances", scale.max())
                .put("targetCPUPercent", scale.cpu().map(this::held), why)
                .put("targetMemoryPercent", scale.memory().map(this::held), why);
    }

    /** Render refuses the file for a target above its limit; RND002 reports it. */
    private int held(int percent) {
        if (percent > HIGHEST_TARGET) {
            context.notes().emulated(spec.key(), "Render holds a use of at most " + HIGHEST_TARGET + " percent");
        }
        return Math.min(percent, HIGHEST_TARGET);
    }

    /** Render refuses the field on a service with a disk and on a free one; what it cannot hold is reported, RND005 and RND013. */
    private void writeDrain(MapNode node) {
        boolean free = context.settings()
                .plan(spec.key())
                .filter(it -> Settings.word(it).equals("free"))
                .isPresent();
        if (spec.disk().isEmpty() && !free) {
            node.put(
                    "maxShutdownDelaySeconds", Math.min(spec.drain().toSeconds(), LONGEST_DRAIN), spec.origin("drain"));
        } else if (spec.declaration().sets("drain")) {
            context.remarks()
                    .noField(
                            spec,
                            "drain",
                            "Render takes no drain time for a service " + (free ? "on the free plan" : "with a disk"),
                            "its instance gets Render's default of 30 seconds before it is stopped",
                            "let the program save its work within that time");
        }
    }

    private void writeDisk(MapNode node, Disk disk) {
        node.map("disk", spec.origin("disk"))
                .put("name", disk.name())
                .put("mountPath", disk.mountPath())
                .put("sizeGB", disk.size().inGibRoundedUp());
    }
}
