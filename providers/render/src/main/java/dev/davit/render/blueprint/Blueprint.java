package dev.davit.render.blueprint;

import dev.davit.Render.Previews;
import dev.davit.check.Finding;
import dev.davit.document.MapNode;
import dev.davit.document.Origin;
import dev.davit.model.Desired;
import dev.davit.model.DesiredObject;
import dev.davit.model.Edge;
import dev.davit.model.EnvGroupSpec;
import dev.davit.model.KeyValueSpec;
import dev.davit.model.Kind;
import dev.davit.model.ModelSpec;
import dev.davit.model.PostgresSpec;
import dev.davit.model.ResourceKey;
import dev.davit.model.SecretSpec;
import dev.davit.model.Spec;
import dev.davit.model.SpecVisitor;
import dev.davit.model.StaticSiteSpec;
import dev.davit.model.WorkloadSpec;
import dev.davit.target.OutputFile;
import dev.davit.target.Scope;
import dev.davit.target.Synthesized;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes the Blueprint of a definition. */
public final class Blueprint implements SpecVisitor<Optional<DesiredObject>> {
    private static final Origin ROOT = Origin.target("the lists of a Blueprint");

    private final Context context;
    private final List<DesiredObject> objects = new ArrayList<>();

    private Blueprint(Scope scope, Consumer<Finding> findings) {
        context = Context.of(scope, findings);
    }

    /** Make the Blueprint of what a scope places on Render. */
    public static Synthesized of(Scope scope, Consumer<Finding> findings) {
        return new Blueprint(scope, findings).make();
    }

    private Synthesized make() {
        for (Spec spec : context.scope().specs()) {
            spec.accept(this).ifPresent(objects::add);
            context.notes().exact(spec.key());
        }
        OwnObjects own = new OwnObjects(context);
        objects.addAll(own.workflows());
        new UniqueNames(context).check(objects);
        if (context.settings().whole("ownDefaults").isPresent()) {
            objects.forEach(it -> Unsaid.remove(it.tree()));
        }
        noteUnmade();
        new UnusedSettings(context).report();
        MapNode root = new MapNode(ROOT);
        context.settings().whole("version").ifPresent(it -> root.put("version", it.value(), it.origin()));
        writePreviews(root);
        new Environments(context.settings(), own).write(root, objects);
        return new Synthesized(
                List.of(new OutputFile.Yaml("render.yaml", Header.lines(context), List.of(root))),
                objects,
                context.notes().verdicts());
    }

    /** Give the lists in which finished objects are: those that {@link #of} wrote, with the same trees, without build sources. */
    public static MapNode lists(Desired desired) {
        MapNode root = new MapNode(ROOT);
        new Environments(new Settings(desired.placement()), Environments.Sources.NONE).write(root, desired.objects());
        return root;
    }

    /** Name the variables by which a thing shows the tokens of services on other targets, and the services. */
    public static Map<String, ResourceKey> tokens(Desired desired, DesiredObject object) {
        Map<String, ResourceKey> tokens = new LinkedHashMap<>();
        desired.assembly().edges().stream()
                .filter(it -> object.resource().filter(it.from()::equals).isPresent())
                .filter(it -> !desired.placed().contains(it.to()))
                .forEach(it -> tokens.put(Environment.token(it.to()), it.to()));
        object.resource()
                .flatMap(it -> desired.assembly().spec(it, WorkloadSpec.class))
                .ifPresent(it -> tokens.keySet().removeAll(it.env().keySet()));
        return tokens;
    }

    /** Render makes a secret in the variable of its first reader: of one that nobody reads there is none. */
    private void noteUnmade() {
        context.scope().specs().stream()
                .filter(it -> it instanceof SecretSpec secret
                        && secret.generated()
                        && !context.secrets().holds(secret.key()))
                .forEach(it -> context.notes().emulated(it.key(), "no variable on Render holds it, so it is not made"));
    }

    private void writePreviews(MapNode root) {
        MapNode previews = new MapNode(ROOT);
        context.settings()
                .whole("previews")
                .ifPresent(it -> previews.put(
                        "generation", ((Previews) it.value()).name().toLowerCase(Locale.ROOT), it.origin()));
        context.settings()
                .whole("previewsExpireAfter")
                .ifPresent(it -> previews.put("expireAfterDays", it.value(), it.origin()));
        root.putUnlessEmpty("previews", previews, ROOT);
    }

    private Optional<DesiredObject> object(String kind, Spec spec, MapNode tree) {
        return Optional.of(new DesiredObject(kind, context.settings().name(spec.key()), Optional.of(spec.key()), tree));
    }

    @Override
    public Optional<DesiredObject> workload(WorkloadSpec spec) {
        if (spec.kind() == Kind.JOB) {
            new Jobs(context).report(spec);
            nothingToRename(spec);
            return Optional.empty();
        }
        MapNode tree = spec.kind() == Kind.CRON_JOB
                ? new CronService(context, spec).write()
                : new ServerService(context, spec).write();
        return object(Context.type(spec), spec, tree);
    }

    private void nothingToRename(Spec spec) {
        if (spec.declaration().movedFrom().isPresent()) {
            context.notes().emulated(spec.key(), "it has no live object on Render, so there is nothing to rename");
        }
    }

    @Override
    public Optional<DesiredObject> staticSite(StaticSiteSpec spec) {
        return object("static", spec, new StaticService(context, spec).write());
    }

    @Override
    public Optional<DesiredObject> keyValue(KeyValueSpec spec) {
        return object("keyvalue", spec, new KeyValueService(context, spec).write());
    }

    @Override
    public Optional<DesiredObject> postgres(PostgresSpec spec) {
        return object("database", spec, new Database(context, spec).write());
    }

    /** Nothing: its readers are told what to fetch. */
    @Override
    public Optional<DesiredObject> model(ModelSpec spec) {
        boolean served = context.scope().assembly().neededBy(spec.key()).stream()
                .anyMatch(
                        edge -> edge.use() == Edge.Use.SERVES && context.scope().holds(edge.from()));
        if (!served) {
            context.notes().emulated(spec.key(), "no service serves it, so nobody is told to fetch it");
        }
        nothingToRename(spec);
        return Optional.empty();
    }

    @Override
    public Optional<DesiredObject> envGroup(EnvGroupSpec spec) {
        MapNode tree = new MapNode(spec.declaration().created())
                .put(
                        "name",
                        context.settings().name(spec.key()),
                        context.settings().nameOrigin(spec));
        var list = tree.list("envVars", spec.declaration().created());
        spec.env()
                .forEach((name, value) -> list.add(
                        new MapNode(spec.origin("env." + name)).put("key", name).put("value", value)));
        new OwnSettings(context, spec).write(tree);
        Unsupported.rename(context, spec);
        return object("envVarGroup", spec, tree);
    }

    /** Nothing: it is a variable of its readers. */
    @Override
    public Optional<DesiredObject> secret(SecretSpec spec) {
        boolean divided = context.scope().assembly().neededBy(spec.key()).stream()
                .anyMatch(edge -> !context.scope().holds(edge.from()));
        if (spec.generated() && divided) {
            context.remarks().dividedSecret(spec);
        }
        return Optional.empty();
    }
}
