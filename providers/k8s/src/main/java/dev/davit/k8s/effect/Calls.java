package dev.davit.k8s.effect;

import dev.davit.document.MapNode;
import dev.davit.plan.Fingerprint;
import dev.davit.plan.ObjectKey;
import dev.davit.plan.Step;
import dev.davit.plan.Step.Verb;
import java.util.Locale;
import java.util.Optional;

/** Makes the steps of replacements. */
final class Calls {
    private Calls() {}

    /** Applies a body; to a live object if there is one. */
    static Step apply(MapNode body, Optional<MapNode> live, String does) {
        return step(Verb.APPLY, Fields.key(body), Optional.of(body), live, does);
    }

    static Step patch(MapNode body, MapNode live, String does) {
        return step(Verb.PATCH, Fields.key(body), Optional.of(body), Optional.of(live), does);
    }

    static Step handOver(MapNode body, Optional<MapNode> live, String does) {
        return step(Verb.HAND_OVER, Fields.key(body), Optional.of(body), live, does);
    }

    static Step delete(ObjectKey key, MapNode live) {
        return step(Verb.DELETE, key, Optional.empty(), Optional.of(live), "delete " + key);
    }

    static Step deleteAround(ObjectKey key, MapNode live) {
        String does = "delete " + key + ", and leave its pods running";
        return step(Verb.DELETE_ORPHAN, key, Optional.empty(), Optional.of(live), does);
    }

    private static Step step(Verb verb, ObjectKey key, Optional<MapNode> body, Optional<MapNode> live, String does) {
        Optional<Fingerprint> expects = live.map(Calls::fingerprint);
        MapNode content = new MapNode(null).put("body", body, null).put("uid", expects.map(Fingerprint::uid), null);
        String id = verb.name().toLowerCase(Locale.ROOT) + ":" + key.kind() + ":" + key.scope() + "/" + key.name() + ":"
                + ShortHash.of(content);
        return new Step(id, key, verb, body, expects, does);
    }

    private static Fingerprint fingerprint(MapNode live) {
        return new Fingerprint(
                Fields.text(live, "metadata", "uid").orElse(""),
                Fields.text(live, "metadata", "resourceVersion").orElse(""),
                "");
    }

    /** Starts a body that names an object and says no more. */
    static MapNode named(ObjectKey key, String apiVersion, String kind) {
        MapNode body = new MapNode(null).put("apiVersion", apiVersion).put("kind", kind);
        MapNode metadata = body.map("metadata", null).put("name", key.name());
        if (!key.scope().isEmpty()) {
            metadata.put("namespace", key.scope());
        }
        return body;
    }
}
