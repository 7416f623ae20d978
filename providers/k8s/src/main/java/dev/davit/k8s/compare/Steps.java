package dev.davit.k8s.compare;

import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.NodeDigest;
import dev.davit.plan.Fingerprint;
import dev.davit.plan.ObjectKey;
import dev.davit.plan.Step;
import dev.davit.plan.Step.Verb;
import java.util.Optional;

/** Make the steps of plain changes. */
final class Steps {
    private Steps() {}

    static Step apply(MapNode tree, Optional<Fingerprint> expects) {
        return step(Verb.APPLY, Objects.key(tree), Optional.of(tree), expects, "apply " + Objects.key(tree));
    }

    static Step adopt(MapNode tree, Fingerprint expects) {
        ObjectKey key = Objects.key(tree);
        return step(Verb.ADOPT, key, Optional.of(named(tree)), Optional.of(expects), "take over the fields of " + key);
    }

    static Step handOver(MapNode tree, Node replicas, ObjectKey scaler, Fingerprint expects) {
        ObjectKey key = Objects.key(tree);
        MapNode body = named(tree);
        body.map("spec", null).put("replicas", replicas);
        return step(
                Verb.HAND_OVER,
                key,
                Optional.of(body),
                Optional.of(expects),
                "leave the replicas of " + key + " to " + scaler);
    }

    static Step delete(MapNode live, Fingerprint expects) {
        ObjectKey key = Objects.key(live);
        return step(Verb.DELETE, key, Optional.empty(), Optional.of(expects), "delete " + key);
    }

    private static MapNode named(MapNode tree) {
        MapNode body = new MapNode(null)
                .put("apiVersion", Objects.text(tree, "apiVersion"))
                .put("kind", Objects.text(tree, "kind"));
        MapNode metadata = body.map("metadata", null).put("name", Objects.name(tree));
        if (!Objects.namespace(tree).isEmpty()) {
            metadata.put("namespace", Objects.namespace(tree));
        }
        return body;
    }

    private static Step step(
            Verb verb, ObjectKey key, Optional<MapNode> body, Optional<Fingerprint> expects, String does) {
        MapNode content = new MapNode(null)
                .put("body", body, null)
                .put("uid", expects.map(Fingerprint::uid), null)
                .put("change", expects.map(Fingerprint::change), null);
        String id = verb.name().toLowerCase(java.util.Locale.ROOT) + ":" + key.kind() + ":" + key.scope() + "/"
                + key.name() + ":" + NodeDigest.of(content).substring(0, 8);
        return new Step(id, key, verb, body, expects, does);
    }
}
