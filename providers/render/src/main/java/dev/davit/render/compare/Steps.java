package dev.davit.render.compare;

import dev.davit.document.MapNode;
import dev.davit.document.NodeDigest;
import dev.davit.plan.FieldChange;
import dev.davit.plan.Fingerprint;
import dev.davit.plan.ObjectKey;
import dev.davit.plan.Step;
import dev.davit.plan.Step.Verb;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Makes the steps of changes, and says what they rest on. */
final class Steps {
    private Steps() {}

    static Step apply(ObjectKey key, Work work, Optional<Fingerprint> expects) {
        return step(Verb.APPLY, key, Optional.of(work.body()), expects, "apply " + key);
    }

    static Step deploy(ObjectKey key, Work work, Fingerprint expects) {
        return step(Verb.APPLY, key, Optional.of(work.body()), Optional.of(expects), "deploy " + key);
    }

    /** Done when the service itself is live. */
    static Step take(ObjectKey key, Work work, Optional<Fingerprint> expects) {
        String domains = String.join(", ", new TreeSet<>(work.takes().keySet()));
        return step(Verb.APPLY, key, Optional.of(work.body()), expects, "move " + domains + " to " + key);
    }

    static Step delete(ObjectKey key, Fingerprint expects) {
        return step(Verb.DELETE, key, Optional.empty(), Optional.of(expects), "delete " + key);
    }

    private static Step step(
            Verb verb, ObjectKey key, Optional<MapNode> body, Optional<Fingerprint> expects, String does) {
        MapNode content = new MapNode(null)
                .put("body", body, null)
                .put("uid", expects.map(Fingerprint::uid), null)
                .put("change", expects.map(Fingerprint::change), null);
        String id = verb.name().toLowerCase(Locale.ROOT) + ":" + key.kind() + ":" + key.name() + ":"
                + NodeDigest.of(content).substring(0, 8);
        return new Step(id, key, verb, body, expects, does);
    }

    /** Fingerprints a change, secret values by their traces. What is kept beside a thing, such as its variables, need not move its time. */
    static Fingerprint basis(Live live, List<FieldChange> fields, Mask mask) {
        MapNode all = new MapNode(null);
        var list = all.list("fields", null);
        fields.forEach(it -> list.add(new MapNode(null)
                .put("path", it.path())
                .put("before", mask.trace(it.before()))
                .put("after", it.after(), null)));
        return new Fingerprint(live.id(), live.version() + " " + Mask.trace(live.all()), NodeDigest.of(all));
    }
}
