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
        return at(object, pointer)
                .or(() -> edit(object, pointer))
                .or(() -> above(object, pointer))
                .or(() -> object.resource()
                        .flatMap(desired.assembly()::spec)
                        .map(Spec::declaration)
                        .map(it -> it.created()));
    }

    private static Optional<Origin> at(DesiredObject object, String pointer) {
        return Pointer.parse(pointer)
                .find(object.tree())
                .flatMap(Node::origin)
                .filter(it -> it.location().isPresent());
    }

    private static Optional<Origin> above(DesiredObject object, String pointer) {
        int end = pointer.lastIndexOf('/');
        String parent = pointer.substring(0, Math.max(0, end));
        return parent.isEmpty() ? Optional.empty() : at(object, parent).or(() -> above(object, parent));
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
        String path = anyItem(edit.edit().path());
        String place = anyItem(pointer);
        return path.startsWith(place) || place.startsWith(path);
    }

    /** An edit names an item by a field, a rule by its index: here both are any item. */
    private static String anyItem(String pointer) {
        return (pointer + "/").replaceAll("/(?:\\d+|-|[^/=]+=[^/]*)(?=/)", "/*");
    }
}
