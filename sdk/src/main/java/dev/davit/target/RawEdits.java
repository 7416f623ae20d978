package dev.davit.target;

import dev.davit.check.Finding;
import dev.davit.check.Report;
import dev.davit.check.Severity;
import dev.davit.document.Edit;
import dev.davit.document.EditException;
import dev.davit.document.Pointer;
import dev.davit.model.DesiredObject;
import dev.davit.model.RawEdit;
import dev.davit.model.ResourceKey;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Applies raw edits to finished objects; one that reaches nothing is an error, never dropped. */
final class RawEdits {
    private final Map<ResourceKey, List<DesiredObject>> objects;
    private final Report report;

    RawEdits(String target, List<DesiredObject> objects, Consumer<Finding> findings) {
        this.objects = objects.stream()
                .filter(it -> it.resource().isPresent())
                .collect(Collectors.groupingBy(it -> it.resource().orElseThrow()));
        this.report = new Report("RAW001", Severity.ERROR, target, findings);
    }

    void apply(List<RawEdit> edits) {
        edits.forEach(this::apply);
    }

    private void apply(RawEdit edit) {
        List<DesiredObject> ofResource = objects.getOrDefault(edit.resource(), List.of());
        List<DesiredObject> reached = ofResource.stream()
                .filter(it -> edit.object().isEmpty() || edit.object().get().equals(it.kind()))
                .toList();
        if (reached.isEmpty()) {
            String kinds =
                    ofResource.stream().map(DesiredObject::kind).distinct().collect(Collectors.joining(", "));
            refuse(
                    edit,
                    "the raw edit of " + edit.resource() + " reaches no object",
                    kinds.isEmpty() ? "the target has no object for it" : "it has " + kinds,
                    kinds.isEmpty() ? "remove the edit" : "name one of these");
        }
        reached.forEach(object -> apply(edit, object));
    }

    private void apply(RawEdit edit, DesiredObject object) {
        try {
            edit(edit).apply(object.tree());
        } catch (EditException e) {
            refuse(edit, "the raw edit does not fit " + object.address(), e.why(), e.fix());
        }
    }

    private static Edit edit(RawEdit edit) {
        Edit.Op op = Edit.Op.valueOf(edit.edit().operation().name());
        return new Edit(
                op, Pointer.parse(edit.edit().path()), edit.edit().value().orElse(null), edit.origin());
    }

    private void refuse(RawEdit edit, String what, String why, String fix) {
        report.add(edit.resource(), edit.origin(), what, why, fix);
    }
}
