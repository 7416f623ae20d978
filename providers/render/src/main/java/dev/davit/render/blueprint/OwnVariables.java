package dev.davit.render.blueprint;

import dev.davit.RenderVariable;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.Origin;
import dev.davit.model.Kind;
import dev.davit.model.ResourceKey;
import dev.davit.model.Setting;
import dev.davit.model.Spec;
import java.util.List;
import java.util.Optional;

/** Writes variables and groups that the settings block gives to one resource. */
final class OwnVariables {
    private final Context context;
    private final Spec spec;

    OwnVariables(Context context, Spec spec) {
        this.context = context;
        this.spec = spec;
    }

    void write(MapNode node) {
        for (Setting setting : context.settings().of(spec.key())) {
            if (setting.name().equals("variable")) {
                List<?> pair = (List<?>) setting.value();
                variable(node, setting, (String) pair.get(0), (RenderVariable) pair.get(1));
            } else if (setting.name().equals("envGroup") && spec.kind() != Kind.ENV_GROUP) {
                String name = setting.value() instanceof ResourceKey key
                        ? context.settings().name(key)
                        : (String) setting.value();
                list(node, setting.origin()).add(new MapNode(setting.origin()).put("fromGroup", name));
            }
        }
    }

    private static ListNode list(MapNode node, Origin why) {
        return node.getList("envVars").orElseGet(() -> node.list("envVars", why));
    }

    private void variable(MapNode node, Setting setting, String key, RenderVariable from) {
        if (spec.kind() == Kind.ENV_GROUP && !from.isPlain()) {
            context.remarks()
                    .unused(
                            setting,
                            spec.key(),
                            "a group has no references: it holds text, and what is asked or generated");
            return;
        }
        Optional<ResourceKey> target = from.resource();
        if (target.filter(it -> !context.scope().holds(it)).isPresent()) {
            context.remarks().unused(setting, spec.key(), target.get() + " is not on Render");
            return;
        }
        ListNode list = list(node, setting.origin());
        takeOut(list, key)
                .ifPresent(it -> context.notes()
                        .emulated(spec.key(), "Render's settings block goes before .env(\"" + key + "\", ...)"));
        list.add(new OwnObjects(context).from(new MapNode(setting.origin()).put("key", key), from, setting.origin()));
    }

    private static Optional<Node> takeOut(ListNode list, String key) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof MapNode map
                    && map.getText("key").filter(key::equals).isPresent()) {
                Node found = list.get(i);
                list.remove(i);
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }
}
