package dev.davit.render.blueprint;

import dev.davit.Dockerfile;
import dev.davit.Image;
import dev.davit.NativeRuntime;
import dev.davit.RenderBuildSource;
import dev.davit.RenderVariable;
import dev.davit.RenderVariables;
import dev.davit.RenderWorkflow;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Origin;
import dev.davit.model.DesiredObject;
import dev.davit.model.Kind;
import dev.davit.model.ResourceKey;
import dev.davit.model.Setting;
import java.util.List;
import java.util.Optional;

/** Writes what only Render has and no resource of the definition stands for: workflows and build sources. */
final class OwnObjects implements Environments.Sources {
    private final Context context;

    OwnObjects(Context context) {
        this.context = context;
    }

    List<DesiredObject> workflows() {
        return context.scope().placement().settings().stream()
                .filter(it -> it.name().equals("workflow"))
                .map(it -> workflow((RenderWorkflow) it.value(), it.origin()))
                .toList();
    }

    /** Gives where a workflow is put, if it is put anywhere. */
    static Optional<Setting> environment(Settings settings, DesiredObject object) {
        return settings.whole().stream()
                .filter(it -> it.value() instanceof RenderWorkflow workflow
                        && object.kind().equals("workflow")
                        && workflow.name().equals(object.name()))
                .map(it -> environment(it, (RenderWorkflow) it.value()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Setting> environment(Setting setting, RenderWorkflow workflow) {
        Optional<Object> where = workflow.ungrouped()
                ? Optional.of("ungrouped")
                : workflow.environment().map(it -> (Object) it);
        return where.map(it -> new Setting("environment", Optional.empty(), it, setting.origin()));
    }

    private DesiredObject workflow(RenderWorkflow workflow, Origin why) {
        NativeRuntime runtime = workflow.runtime();
        MapNode node = new MapNode(why)
                .put("type", "workflow")
                .put("name", workflow.name())
                .put("runtime", runtime.language().word());
        context.settings().putRegion(node, workflow.region(), why);
        Program.writeCheckout(node, runtime.checkout(), why);
        node.putUnlessEmpty("buildCommand", runtime.build(), why).putUnlessEmpty("startCommand", runtime.start(), why);
        context.settings().putAutoDeploy(node, workflow.autoDeploy(), why);
        node.putUnlessEmpty("envVars", variables(workflow.variables(), why), why);
        return new DesiredObject("workflow", workflow.name(), Optional.empty(), node);
    }

    @Override
    public ListNode of(Optional<String> project) {
        ListNode list = new ListNode(null);
        context.scope().placement().settings().stream()
                .filter(it -> it.value() instanceof RenderBuildSource source
                        && source.project().equals(project))
                .forEach(it -> list.add(buildSource((RenderBuildSource) it.value(), it.origin())));
        return list;
    }

    @Override
    public List<String> projects() {
        return context.scope().placement().settings().stream()
                .filter(it -> it.value() instanceof RenderBuildSource)
                .flatMap(it -> ((RenderBuildSource) it.value()).project().stream())
                .filter(it -> !it.equals(RenderBuildSource.UNGROUPED))
                .distinct()
                .toList();
    }

    private MapNode buildSource(RenderBuildSource source, Origin why) {
        MapNode node = new MapNode(why).put("name", source.name());
        if (source.source() instanceof Image image) {
            Program.writeImage(node, image, why);
            return node;
        }
        MapNode git = node.map("git", why);
        if (source.source() instanceof NativeRuntime runtime) {
            git.put("runtime", runtime.language().word());
            Program.writeCheckout(git, runtime.checkout(), why);
            git.putUnlessEmpty("buildCommand", runtime.build(), why);
        } else {
            Dockerfile file = (Dockerfile) source.source();
            git.put("runtime", "docker");
            Program.writeCheckout(git, file.checkout(), why);
            git.put("dockerfilePath", file.path());
        }
        git.put("baseDir", source.baseDir(), why)
                .put("region", source.region().map(it -> it.word()), why)
                .putUnlessEmpty("envVars", variables(source.variables(), why), why);
        source.credential()
                .ifPresent(it -> git.map("registryCredential", why)
                        .map("fromRegistryCreds", why)
                        .put("name", it));
        return node;
    }

    private ListNode variables(RenderVariables variables, Origin why) {
        ListNode list = new ListNode(why);
        for (RenderVariables.Entry entry : variables.entries()) {
            MapNode node = new MapNode(why);
            if (entry.key().isEmpty()) {
                list.add(node.put("fromGroup", entry.text()));
            } else if (entry.from().isEmpty()) {
                list.add(node.put("key", entry.key())
                        .put("value", entry.text())
                        .put("previewValue", entry.preview(), why));
            } else {
                list.add(from(node.put("key", entry.key()), entry.from().get(), why));
            }
        }
        return list;
    }

    /** Writes where a variable's value comes from. */
    MapNode from(MapNode entry, RenderVariable from, Origin why) {
        if (from.isPlain()) {
            return from.words().isEmpty()
                    ? entry.put(from.field(), from.field().equals("generateValue"))
                    : entry.put("value", from.words().get("value"));
        }
        Optional<ResourceKey> target = from.resource();
        MapNode reference = entry.map(target.map(OwnObjects::field).orElse(from.field()), why);
        target.ifPresent(key -> {
            if (field(key).equals("fromService")) {
                context.scope().assembly().spec(key).ifPresent(it -> reference.put("type", Context.type(it)));
            }
            reference.put("name", context.settings().name(key));
        });
        from.words().forEach(reference::put);
        return entry;
    }

    private static String field(ResourceKey key) {
        return key.kind() == Kind.POSTGRES ? "fromDatabase" : "fromService";
    }
}
