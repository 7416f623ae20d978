package dev.davit;

import dev.davit.document.Origin;
import dev.davit.model.Placement;
import dev.davit.model.RawEdit;
import dev.davit.model.ResourceKey;
import dev.davit.model.Setting;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Collect what is true of one target alone.
 *
 * @param <S> the settings' own type, so that calls chain
 */
public abstract sealed class TargetSettings<S extends TargetSettings<S>> permits Render, Kubernetes {
    private final String target;
    private final List<Setting> settings = new ArrayList<>();
    private final List<RawEdit> rawEdits = new ArrayList<>();

    TargetSettings(String target) {
        this.target = target;
    }

    final S set(String name, Object value, String method, Object... arguments) {
        settings.add(new Setting(name, Optional.empty(), value, origin(method, arguments)));
        return self();
    }

    final S setFor(String name, Handle resource, Object value, String method, Object... arguments) {
        settings.add(new Setting(name, Optional.of(resource.key()), value, origin(method, arguments)));
        return self();
    }

    final S edit(Handle resource, String object, Raw... edits) {
        for (Raw edit : edits) {
            String text = JavaText.call(
                    ".raw",
                    Stream.of(Optional.of(resource), Optional.ofNullable(object), Optional.of(edit))
                            .flatMap(Optional::stream)
                            .toArray());
            rawEdits.add(new RawEdit(resource.key(), Optional.ofNullable(object), edit, Origin.raw(text, edit.at())));
        }
        return self();
    }

    private Origin origin(String method, Object... arguments) {
        return Origin.user(JavaText.call(method, arguments), Caller.locate());
    }

    final Placement placement(Origin origin, Handle... resources) {
        Set<ResourceKey> named =
                Stream.of(resources).map(Handle::key).collect(Collectors.toCollection(LinkedHashSet::new));
        return new Placement(target, named, settings, rawEdits, origin);
    }

    @SuppressWarnings("unchecked") // S is the subclass itself, by its declaration
    final S self() {
        return (S) this;
    }
}
