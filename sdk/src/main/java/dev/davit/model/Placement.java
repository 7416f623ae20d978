package dev.davit.model;

import dev.davit.document.Origin;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Say which resources go to which target, with which settings.
 *
 * @param target the target's name: {@code render}, {@code kubernetes}
 * @param named the resources that the user named; empty for all that no other placement names
 * @param settings the settings block
 * @param rawEdits the raw edits, in the order given
 * @param origin the user's call
 */
public record Placement(
        String target, Set<ResourceKey> named, List<Setting> settings, List<RawEdit> rawEdits, Origin origin) {
    public Placement {
        named = Collections.unmodifiableSet(new LinkedHashSet<>(named));
        settings = List.copyOf(settings);
        rawEdits = List.copyOf(rawEdits);
    }

    static Placement of(String target) {
        return new Placement(target, Set.of(), List.of(), List.of(), Origin.target("--target " + target));
    }

    /** Give the setting of a name for the whole placement; the last one given counts. */
    public Optional<Setting> setting(String name) {
        return last(name, Optional.empty());
    }

    /** Give the setting of a name for one resource; the last one given counts. */
    public Optional<Setting> setting(String name, ResourceKey resource) {
        return last(name, Optional.of(resource));
    }

    private Optional<Setting> last(String name, Optional<ResourceKey> resource) {
        for (int i = settings.size() - 1; i >= 0; i--) {
            Setting setting = settings.get(i);
            if (setting.name().equals(name) && setting.resource().equals(resource)) {
                return Optional.of(setting);
            }
        }
        return Optional.empty();
    }
}
