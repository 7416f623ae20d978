package dev.davit.k8s.cluster;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Hold the kinds that a server has, in all the versions it serves. */
public final class Kinds {
    private final Map<String, Kind> byVersion = new LinkedHashMap<>();
    private final Map<String, Kind> preferred = new LinkedHashMap<>();
    private final Optional<Supplier<Kinds>> all;

    /** Hold kinds; of two versions the first is the preferred one. */
    public Kinds(List<Kind> all) {
        this(all, Optional.empty());
    }

    /** Hold some, and ask for all when another one is looked for. */
    Kinds(List<Kind> some, Supplier<Kinds> all) {
        this(some, Optional.of(all));
    }

    private Kinds(List<Kind> known, Optional<Supplier<Kinds>> all) {
        this.all = all;
        for (Kind kind : known) {
            byVersion.putIfAbsent(kind.apiVersion() + " " + kind.kind(), kind);
            preferred.putIfAbsent(kind.key(), kind);
        }
    }

    /** Find a kind as objects name it: {@code apps/v1}, {@code Deployment}. */
    public Optional<Kind> find(String apiVersion, String kind) {
        return Optional.ofNullable(byVersion.get(apiVersion + " " + kind))
                .or(() -> all.flatMap(it -> it.get().find(apiVersion, kind)));
    }

    /** Find a kind in the version that the server prefers, as {@code ObjectKey} names it: {@code Deployment.apps}. */
    public Optional<Kind> find(String key) {
        return Optional.ofNullable(preferred.get(key))
                .or(() -> all.flatMap(it -> it.get().find(key)));
    }

    /** Give each kind once, in the version that the server prefers. */
    public Collection<Kind> preferred() {
        return all.map(it -> it.get().preferred()).orElseGet(() -> List.copyOf(preferred.values()));
    }
}
