package dev.davit.render.blueprint;

import dev.davit.Value;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Origin;
import dev.davit.document.ScalarNode;
import dev.davit.model.SecretSpec;
import dev.davit.model.WorkloadSpec;
import dev.davit.render.blueprint.Resolved.Hidden;
import dev.davit.render.blueprint.Resolved.Joined;
import dev.davit.render.blueprint.Resolved.Known;
import dev.davit.render.blueprint.Resolved.Linked;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Collects the environment variables of one workload.
 *
 * <p>Render writes one value or one reference into a variable, never text around a reference. Where a shell starts the program, it
 * puts the text together: the parts become variables of their own and the start command exports the whole. Where no shell is
 * known to be there, Render asks a person for the value: to guess that an image has {@code sh} would break those that have none.
 */
final class EnvVars {
    private final Context context;
    private final WorkloadSpec spec;
    private final boolean shell;
    private final Values values;
    private final Map<String, MapNode> entries = new LinkedHashMap<>();
    private final Map<Resolved, String> holders = new HashMap<>();
    private final Map<String, Origin> groups = new LinkedHashMap<>();
    private final Map<String, String> exports = new LinkedHashMap<>();

    EnvVars(Context context, WorkloadSpec spec, boolean shell) {
        this.context = context;
        this.spec = spec;
        this.shell = shell;
        this.values = new Values(context, spec.disk());
    }

    boolean has(String name) {
        return entries.containsKey(name);
    }

    /** Adds what the user set. */
    void put(String name, Value<?> value, Origin why) {
        Resolved resolved = values.of(value);
        if (resolved instanceof Hidden hidden && hidden.generated() && holders.containsKey(hidden)) {
            resolved = new Joined(List.of(hidden));
        }
        if (resolved instanceof Joined joined && shell) {
            compose(name, joined, why);
        } else if (resolved instanceof Joined) {
            ask(name, why);
            context.remarks().cannotJoin(spec, name, value);
        } else {
            write(name, resolved, why);
        }
    }

    /** Adds the groups that a workload reads. */
    void putGroups(WorkloadSpec reader) {
        reader.envGroups()
                .forEach(group ->
                        groups.putIfAbsent(context.settings().name(group), reader.origin("envGroup." + group.id())));
    }

    /** Adds plain text. */
    void put(String name, String text, Origin why) {
        write(name, new Known(text), why);
    }

    /** Adds a variable that a person fills in when the Blueprint is created. */
    void ask(String name, Origin why) {
        entry(name, why).put("sync", false, why);
    }

    private MapNode entry(String name, Origin why) {
        MapNode entry = new MapNode(why).put("key", name);
        entries.put(name, entry);
        return entry;
    }

    private void write(String name, Resolved resolved, Origin why) {
        if (resolved instanceof Known known) {
            entry(name, why).put("value", known.text());
        } else if (resolved instanceof Linked linked) {
            MapNode target = entry(name, why).map(linked.field(), why);
            linked.target().entries().forEach((key, node) -> target.put(key, ((ScalarNode) node).value(), why));
            holders.putIfAbsent(linked, name);
        } else if (resolved instanceof Hidden hidden && hidden.generated()) {
            context.secrets().put(entry(name, why), secret(hidden), spec, name, why);
            holders.putIfAbsent(hidden, name);
        } else {
            ask(name, why);
            holders.putIfAbsent(resolved, name);
        }
    }

    private SecretSpec secret(Hidden hidden) {
        return context.scope()
                .assembly()
                .spec(hidden.secret(), SecretSpec.class)
                .orElseThrow();
    }

    private void compose(String name, Joined joined, Origin why) {
        StringBuilder text = new StringBuilder();
        joined.parts()
                .forEach(part -> text.append(
                        part instanceof Known known
                                ? Shell.quoted(known.text())
                                : "${" + holder(name, part, why) + "}"));
        exports.put(name, text.toString());
    }

    private String holder(String name, Resolved part, Origin why) {
        String known = holders.get(part);
        if (known != null && !known.equals(name)) {
            return known;
        }
        String suffix = part instanceof Linked linked ? linked.suffix() : "SECRET";
        String holder = name + "_" + suffix;
        for (int number = 2; taken(holder); number++) {
            holder = name + "_" + suffix + "_" + number;
        }
        write(holder, part, why);
        return holder;
    }

    private boolean taken(String name) {
        return entries.containsKey(name) || spec.env().containsKey(name);
    }

    /** Gives the shell's words that come before the program, or nothing. */
    String exports() {
        return exports.isEmpty()
                ? ""
                : exports.entrySet().stream()
                        .map(it -> it.getKey() + "=\"" + it.getValue() + "\"")
                        .collect(Collectors.joining(" ", "export ", " && "));
    }

    /** Writes the list: groups first, since a variable of the workload's own goes before a group's. */
    void write(MapNode service, Origin why) {
        ListNode list = new ListNode(why);
        groups.forEach((group, origin) -> list.add(new MapNode(origin).put("fromGroup", group)));
        entries.values().forEach(list::add);
        service.putUnlessEmpty("envVars", list, why);
        if (!exports.isEmpty()) {
            context.notes()
                    .emulated(
                            spec.key(),
                            "Render writes no text around a reference, so the start command makes "
                                    + String.join(", ", exports.keySet()));
        }
    }
}
