package dev.davit.render.importing;

import dev.davit.Region;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.importing.Decision;
import dev.davit.importing.Decision.Kind;
import dev.davit.importing.Remarks;
import dev.davit.importing.SecretLiteral;
import dev.davit.source.Call;
import dev.davit.source.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Turns workflows and build sources into settings: only Render has them. */
final class OwnObjects {
    private final Inventory inventory;
    private final Remarks remarks;
    private final BlueprintFile file;
    private final Consumer<Decision> decisions;

    OwnObjects(Inventory inventory, Remarks remarks, BlueprintFile file, Consumer<Decision> decisions) {
        this.inventory = inventory;
        this.remarks = remarks;
        this.file = file;
        this.decisions = decisions;
    }

    Call workflow(Places place, MapNode node, Optional<Code> environment) {
        Cursor fields = new Cursor(node, "", Map.of());
        fields.take("type");
        String name = fields.text("name").orElse("");
        List<Call> calls = new ArrayList<>();
        calls.add(Call.of("of", Code.quoted(name), Programs.runtime(fields)));
        fields.as("region", OwnObjects::region).ifPresent(it -> calls.add(Call.of("region", it)));
        fields.as("autoDeployTrigger", Resources::autoDeploy).ifPresent(it -> calls.add(Call.of("autoDeploy", it)));
        variables("service " + name, fields, calls);
        if (environment.isPresent()) {
            calls.add(Call.of("in", environment.get()));
        } else if (place.name().equals("ungrouped")) {
            calls.add(Call.of("outside"));
        }
        report("service " + name, fields);
        return Call.of("workflow", new Code.Chain("RenderWorkflow", calls)).commented(remarks.take(node));
    }

    /** @param project the project that lists it; empty text for what is in no environment */
    Call buildSource(MapNode node, Optional<String> project) {
        Cursor fields = new Cursor(node, "", Map.of());
        String name = fields.text("name").orElse("");
        List<Call> calls = new ArrayList<>();
        Optional<Cursor> git = fields.into("git");
        if (git.isPresent()) {
            calls.add(Call.of("git", Code.quoted(name), Programs.built(git.get())));
            git.get().text("baseDir").ifPresent(it -> calls.add(Call.of("baseDir", Code.quoted(it))));
            git.get().as("region", OwnObjects::region).ifPresent(it -> calls.add(Call.of("region", it)));
            Programs.credential(git.get()).ifPresent(it -> calls.add(Call.of("credential", Code.quoted(it))));
            variables("buildSource " + name + "/git", git.get(), calls);
        } else {
            Optional<Code> image = Programs.image(fields);
            if (image.isEmpty()) {
                fields.giveBack("image", "it names no image");
            }
            calls.add(Call.of(
                    "image", Code.quoted(name), image.orElse(Code.call("Image", "of", Code.quoted("scratch")))));
        }
        project.ifPresent(it -> calls.add(it.isEmpty() ? Call.of("outside") : Call.of("in", Code.quoted(it))));
        report("buildSource " + name, fields);
        return Call.of("buildSource", new Code.Chain("RenderBuildSource", calls))
                .commented(remarks.take(node));
    }

    private static Code region(String word) {
        return Code.plain(
                "Region." + Region.valueOf(word.toUpperCase(Locale.ROOT)).name());
    }

    private void variables(String path, Cursor fields, List<Call> calls) {
        Optional<ListNode> list = fields.list("envVars");
        if (list.isEmpty()) {
            return;
        }
        for (Node node : list.get()) {
            if (node instanceof MapNode entry) {
                variable(path, entry, calls);
            } else {
                leftOut(path, "envVars", node);
            }
        }
    }

    private void variable(String path, MapNode entry, List<Call> calls) {
        Cursor fields = new Cursor(entry, "", Map.of());
        Optional<String> key = fields.text("key");
        String own = key.orElseGet(() -> "fromGroup " + fields.peek("fromGroup").orElse(""));
        List<Call> made = key.isPresent() ? variable(path, key.get(), fields) : group(fields);
        if (made.isEmpty()) {
            leftOut(path, "envVars/" + own, entry);
            return;
        }
        calls.add(made.get(0).commented(remarks.take(entry)));
        calls.addAll(made.subList(1, made.size()));
        fields.leftovers().forEach(it -> leftOut(path, "envVars/" + own + it.pointer(), it.node()));
    }

    private static List<Call> group(Cursor fields) {
        return fields.text("fromGroup")
                .map(it -> List.of(Call.of("envGroup", Code.quoted(it))))
                .orElse(List.of());
    }

    private List<Call> variable(String path, String key, Cursor fields) {
        List<Call> made = new ArrayList<>();
        Code name = Code.quoted(key);
        Optional<String> value = fields.text("value");
        if (value.filter(it -> SecretLiteral.is(key, it)).isPresent()) {
            decisions.accept(file.secret(fields.map(), key, path));
            return List.of(Call.of("variable", name, Code.call("RenderVariable", "asked")));
        }
        value.ifPresent(it -> made.add(Call.of("env", name, Code.quoted(it))));
        if (value.isPresent()) {
            fields.text("previewValue").ifPresent(it -> made.add(Call.of("previewValue", name, Code.quoted(it))));
        } else if (!fields.map().has("value")) {
            new References(inventory).take(fields).ifPresent(it -> made.add(Call.of("variable", name, it)));
        }
        return made;
    }

    private void report(String path, Cursor fields) {
        fields.leftovers().forEach(it -> leftOut(path, it.pointer().substring(1), it.node()));
    }

    private void leftOut(String path, String field, Node node) {
        decisions.accept(file.decision(
                Kind.LEFT_OUT,
                node,
                field.replaceAll(".*/", ""),
                path + "/" + field,
                field + " is left out",
                "no typed call says it, and no raw edit reaches a workflow or a build source"));
    }
}
