package dev.davit.k8s.cluster;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hold the kinds that a server has, in all the versions it serves. */
public final class Kinds {
    private final Map<String, Kind> byVersion = new LinkedHashMap<>();
    private final Map<String, Kind> preferred = new LinkedHashMap<>();

    /** Hold kinds; of two versions the first is the preferred one. */
    public Kinds(List<Kind> all) {
        for (Kind kind : all) {
            byVersion.putIfAbsent(kind.apiVersion() + " " + kind.kind(), kind);
            preferred.putIfAbsent(kind.key(), kind);
        }
    }

    /** Find a kind as objects name it: {@code apps/v1}, {@code Deployment}. */
    public Optional<Kind> find(String apiVersion, String kind) {
        return Optional.ofNullable(byVersion.get(apiVersion + " " + kind));
    }

    /** Find a kind in the version that the server prefers, as {@code ObjectKey} names it: {@code Deployment.apps}. */
    public Optional<Kind> find(String key) {
        return Optional.ofNullable(preferred.get(key));
    }

    /** Give each kind once, in the version that the server prefers. */
    public Collection<Kind> preferred() {
        return List.copyOf(preferred.values());
    }
}
