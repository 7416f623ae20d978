package dev.davit.check.rule;

import dev.davit.check.Report;
import dev.davit.document.Node;
import dev.davit.document.Origin;
import dev.davit.document.Pointer;
import dev.davit.model.Desired;
import dev.davit.model.DesiredObject;
import dev.davit.model.RawEdit;
import dev.davit.model.Spec;
import java.util.Optional;

/** Reports what is wrong in a finished object at the user's call that put it there, or took away what should be. */
record Culprit(Desired desired, Report report) {
    void report(DesiredObject object, String pointer, String what, String why, String fix) {
        report.add(object.resource().orElse(null), call(object, pointer).orElse(null), what, why, fix);
    }

    private Optional<Origin> call(DesiredObject object, String pointer) {
        return Pointer.parse(pointer)
                .find(object.tree())
                .flatMap(Node::origin)
                .filter(it -> it.location().isPresent())
                .or(() -> edit(object, pointer))
                .or(() -> object.resource()
                        .flatMap(desired.assembly()::spec)
                        .map(Spec::declaration)
                        .map(it -> it.created()));
    }

    private Optional<Origin> edit(DesiredObject object, String pointer) {
        return desired.placement().rawEdits().stream()
                .filter(it -> object.resource().filter(it.resource()::equals).isPresent())
                .filter(it -> it.object().isEmpty() || it.object().get().equals(object.kind()))
                .filter(it -> touches(it, pointer))
                .map(RawEdit::origin)
                .reduce((first, last) -> last);
    }

    private static boolean touches(RawEdit edit, String pointer) {
        String path = edit.edit().path() + "/";
        return path.startsWith(pointer + "/") || (pointer + "/").startsWith(path);
    }
}
