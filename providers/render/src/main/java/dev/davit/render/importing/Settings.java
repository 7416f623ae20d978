package dev.davit.render.importing;

import dev.davit.Render;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.importing.Decision;
import dev.davit.importing.Decision.Kind;
import dev.davit.importing.Remarks;
import dev.davit.source.Call;
import dev.davit.source.Code;
import dev.davit.source.JavaName;
import dev.davit.source.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Writes the call that places all on Render, with what is said for Render alone. */
final class Settings {
    /** The compiler goes one level deeper for each call of a chain. */
    private static final int MOST_CALLS = 150;

    private static final Set<String> LISTS =
            Set.of("services", "databases", "envVarGroups", "buildSources", "projects", "ungrouped");

    private static final Set<String> ENVIRONMENT =
            Set.of("name", "services", "databases", "envVarGroups", "networking", "permissions");

    private final Inventory inventory;
    private final Remarks remarks;
    private final Consumer<Decision> decisions;
    private final BlueprintFile file;
    private final List<Call> calls = new ArrayList<>();

    Settings(Inventory inventory, Remarks remarks, Consumer<Decision> decisions, BlueprintFile file) {
        this.inventory = inventory;
        this.remarks = remarks;
        this.decisions = decisions;
        this.file = file;
    }

    List<Statement> write(MapNode root, JavaName names) {
        Optional<String> region = same("region");
        region.ifPresentOrElse(
                it -> calls.add(Call.of("region", Code.plain(it))), () -> calls.add(Call.of("settings")));
        calls.add(Call.of("ownDefaults"));
        root(root);
        Optional<String> trigger = same("autoDeploy");
        trigger.ifPresent(it -> calls.add(Call.of("autoDeploy", Code.plain(it))));
        if (region.isEmpty()) {
            regions();
        }
        for (Item item : inventory.items()) {
            item.settings().stream()
                    .filter(it -> !it.method().equals("region"))
                    .filter(it -> trigger.isEmpty() || !it.method().equals("autoDeploy"))
                    .forEach(calls::add);
        }
        places();
        own(root);
        return calls.size() <= MOST_CALLS ? List.of(deploy(new Code.Chain("Render", calls))) : inParts(names);
    }

    private static Statement deploy(Code settings) {
        return new Statement(Optional.empty(), Code.call("infra", "deployTo", settings), List.of(), true);
    }

    private List<Statement> inParts(JavaName names) {
        String variable = names.variable("render");
        List<Statement> parts = new ArrayList<>();
        for (int i = 0; i < calls.size(); i += MOST_CALLS) {
            List<Call> some = calls.subList(i, Math.min(i + MOST_CALLS, calls.size()));
            parts.add(new Statement(
                    i == 0 ? Optional.of(variable) : Optional.empty(),
                    new Code.Chain(i == 0 ? "Render" : variable, some),
                    List.of(),
                    true));
        }
        parts.add(deploy(Code.plain(variable)));
        return parts;
    }

    /** Names each region once, with all that is there. */
    private void regions() {
        Map<String, Call> byName = new LinkedHashMap<>();
        for (Item item : inventory.items()) {
            for (Call call : item.settings()) {
                if (call.method().equals("region")) {
                    Code where = call.arguments().get(1);
                    Call before = byName.getOrDefault(((Code.Plain) where).text(), Call.of("region", where));
                    List<Code> all = new ArrayList<>(before.arguments());
                    all.add(call.arguments().get(0));
                    byName.put(
                            ((Code.Plain) where).text(),
                            new Call("region", all, before.comments(), call.mark()).commented(call.comments()));
                }
            }
        }
        calls.addAll(byName.values());
    }

    /** Gives the value that all resources say that can say it, if they do. */
    private Optional<String> same(String method) {
        List<Item> able = inventory.items().stream()
                .filter(it -> it.kind() != Item.Kind.GROUP)
                .filter(it -> it.kind() != Item.Kind.SITE || method.equals("autoDeploy"))
                .filter(it -> method.equals("region") || it.kind().runs() || it.kind() == Item.Kind.SITE)
                .toList();
        List<String> said = able.stream()
                .flatMap(it -> it.settings().stream()
                        .filter(call ->
                                call.method().equals(method) && call.comments().isEmpty()))
                .map(it -> ((Code.Plain) it.arguments().get(1)).text())
                .toList();
        // A workflow would take the value of all, too.
        boolean one = inventory.workflows().isEmpty()
                && said.size() == able.size()
                && said.stream().distinct().count() == 1;
        return one && said.size() > 0 ? Optional.of(said.get(0)) : Optional.empty();
    }

    private void root(MapNode root) {
        Cursor fields = new Cursor(root, "", Map.of());
        LISTS.forEach(fields::take);
        fields.into("previews").ifPresent(previews -> {
            previews.as("generation", it -> Render.Previews.valueOf(it.toUpperCase(Locale.ROOT)))
                    .ifPresent(it -> add("previews", root, "previews", Code.plain("Render.Previews." + it.name())));
            previews.number("expireAfterDays")
                    .filter(it -> it > 0)
                    .ifPresent(it -> add("previewsExpireAfter", root, "previews", Draft.number(it)));
        });
        fields.text("version").filter("1"::equals).ifPresent(it -> add("version", root, "version"));
        for (Cursor.Leftover left : fields.leftovers()) {
            leftOut(
                    "blueprint" + left.pointer(),
                    left.node(),
                    left.pointer().substring(1) + " is left out",
                    "a Blueprint has no such field at its top, and Render refuses it");
        }
    }

    private void leftOut(String path, Node node, String what, String why) {
        decisions.accept(file.decision(Kind.LEFT_OUT, node, path.replaceAll(".*/", ""), path, what, why));
    }

    private void add(String method, MapNode at, String key, Code... values) {
        calls.add(
                Call.of(method, values).commented(at.get(key).map(remarks::take).orElse(List.of())));
    }

    private void places() {
        for (Places place : inventory.places()) {
            List<Code> inside = new ArrayList<>(inventory.items().stream()
                    .filter(it -> it.place() == place)
                    .map(Item::handle)
                    .toList());
            if (place.environment().isPresent()) {
                place.node().entries().forEach((key, node) -> {
                    if (!ENVIRONMENT.contains(key)) {
                        leftOut(
                                "environment " + place.name() + "/" + key,
                                node,
                                key + " is left out",
                                "an environment has no such field, and Render refuses it");
                    }
                });
            }
            if (place.name().equals("root") || place.environment().isEmpty() && inside.isEmpty()) {
                continue;
            }
            if (place.environment().isEmpty()) {
                calls.add(Call.of("ungrouped", inside.toArray(Code[]::new)));
            } else {
                calls.add(Call.of(
                                "in",
                                Stream.concat(Stream.of(environment(place)), inside.stream())
                                        .toArray(Code[]::new))
                        .commented(remarks.take(place.node())));
            }
        }
    }

    private void own(MapNode root) {
        for (MapNode project : Places.maps(root, "projects")) {
            boolean empty = Places.maps(project, "environments").isEmpty()
                    && Places.maps(project, "buildSources").isEmpty();
            if (empty) {
                String name = project.getText("name").orElse("");
                leftOut("project " + name, project, "project " + name + " is left out", "it has no environment");
            }
        }
        OwnObjects own = new OwnObjects(inventory, remarks, file, decisions);
        inventory
                .workflows()
                .forEach(it -> calls.add(own.workflow(
                        it.getKey(), it.getValue(), it.getKey().environment().map(name -> environment(it.getKey())))));
        Places.maps(root, "buildSources").forEach(it -> calls.add(own.buildSource(it, Optional.empty())));
        Places.maps(root, "projects")
                .forEach(project -> Places.maps(project, "buildSources")
                        .forEach(it -> calls.add(own.buildSource(it, project.getText("name")))));
        root.getMap("ungrouped").stream()
                .flatMap(it -> Places.maps(it, "buildSources").stream())
                .forEach(it -> calls.add(own.buildSource(it, Optional.of(""))));
    }

    private Code environment(Places place) {
        List<Call> made = new ArrayList<>();
        made.add(Call.of(
                "of",
                Code.quoted(place.project().orElseThrow()),
                Code.quoted(place.environment().orElseThrow())));
        if (is(place.node(), "networking", "isolation", "enabled")) {
            made.add(Call.of("isolate"));
        }
        if (is(place.node(), "permissions", "protection", "enabled")) {
            made.add(Call.of("guard"));
        }
        return new Code.Chain("RenderEnvironment", made);
    }

    private static boolean is(MapNode map, String key, String below, String value) {
        return map.getMap(key)
                .flatMap(it -> it.getText(below))
                .filter(value::equals)
                .isPresent();
    }
}
