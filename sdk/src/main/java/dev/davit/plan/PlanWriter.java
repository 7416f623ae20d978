package dev.davit.plan;

import dev.davit.document.Fields;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.model.ResourceKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes a plan as a tree: whole, or only what two plans of one definition and one live state have in common, whoever made
 * them and when.
 */
final class PlanWriter {
    private final Plan plan;
    private final boolean whole;
    private Map<MapNode, Integer> objects;

    PlanWriter(Plan plan, boolean whole) {
        this.plan = plan;
        this.whole = whole;
    }

    /** Finds an object by what it holds; a plan without steps need not look through them all. */
    private Optional<Integer> index(MapNode body) {
        if (objects == null) {
            objects = new HashMap<>();
            for (int i = 0; i < plan.wanted().objects().size(); i++) {
                objects.putIfAbsent(plan.wanted().objects().get(i).tree(), i);
            }
        }
        return Optional.ofNullable(objects.get(body));
    }

    /** Puts all but the head into a tree. */
    MapNode into(MapNode root) {
        root.put("place", place(plan.place()));
        if (whole) {
            root.put("readAt", plan.readAt().toString())
                    .put("expiresAt", plan.expiresAt().toString())
                    .put("summary", summary())
                    .put(
                            "verification",
                            Optional.of(plan.verification())
                                    .filter(it -> it != Verification.RECORDED)
                                    .map(Fields::word),
                            null)
                    .put("worst", plan.worst().map(PlanWriter::impact), null)
                    .put(
                            "pace",
                            plan.pace()
                                    .map(it -> map().put("writes", it.writes())
                                            .put("perMinute", it.perMinute())
                                            .put("seconds", it.seconds())),
                            null)
                    .put(
                            "expected",
                            Expectation.of(plan).map(it -> seconds(it.seconds()).put("unknown", it.unknown())),
                            null);
        }
        return root.put("changes", list(plan.changes(), this::change))
                .put("waves", list(plan.waves(), PlanWriter::wave))
                .put("unchanged", list(plan.unchanged(), this::unchanged))
                .put(
                        "foreign",
                        list(
                                plan.foreign(),
                                it -> map().put("key", key(it.key())).put("fields", list(it.fields(), this::foreign))))
                .put("kept", list(plan.kept(), PlanWriter::kept))
                .put("blockers", list(plan.blockers(), PlanWriter::blocker))
                .put("wanted", WantedJson.of(plan.wanted()));
    }

    private MapNode place(Place place) {
        MapNode node = map().put("target", place.target());
        if (whole) {
            node.put("name", place.name()).put("context", place.context(), null);
        }
        node.put("identity", place.identity());
        if (!place.parts().isEmpty()) {
            ListNode parts = node.list("parts", null);
            place.parts().forEach(it -> parts.add(place(it)));
        }
        return node;
    }

    private MapNode summary() {
        MapNode node = map();
        for (Action action : Action.values()) {
            node.put(
                    Fields.word(action),
                    plan.changes().stream().filter(it -> it.action() == action).count());
        }
        return node.put("unchanged", plan.unchanged().size())
                .put("recorded", plan.recorded().size());
    }

    private MapNode unchanged(ObjectKey key) {
        return key(key).put(
                        "recorded",
                        Optional.of(true).filter(it -> whole && plan.recorded().contains(key)),
                        null);
    }

    private MapNode change(Change change) {
        MapNode node = map().put("action", Fields.word(change.action()))
                .put("key", key(change.key()))
                .put("resource", change.resource().map(ResourceKey::address), null);
        if (whole) {
            node.put("origin", change.origin().map(it -> it.toNode()), null)
                    .put(
                            "estimate",
                            change.estimate().map(it -> seconds(it.seconds()).put("reason", it.reason())),
                            null);
        }
        return node.put("impact", impact(change.impact()))
                .put("unverified", change.unverified(), null)
                .put("rank", change.rank())
                .put("readyAtOnce", Optional.of(true).filter(it -> change.isReadyAtOnce()), null)
                .put("basis", change.basis().map(this::fingerprint), null)
                .put("fields", list(change.fields(), PlanWriter::field))
                .put("foreign", list(change.foreign(), this::foreign))
                .put("steps", list(change.steps(), this::step));
    }

    static MapNode key(ObjectKey key) {
        return map().put("kind", key.kind()).put("scope", key.scope()).put("name", key.name());
    }

    private static MapNode impact(Impact impact) {
        return map().put("effect", impact.effect().word())
                .put("evidence", Fields.word(impact.evidence()))
                .put("reason", impact.reason())
                .put("seconds", impact.seconds().map(PlanWriter::seconds), null)
                .put("avoid", impact.avoid(), null);
    }

    private static MapNode seconds(Seconds seconds) {
        return map().put("least", seconds.least()).put("most", seconds.most());
    }

    private MapNode fingerprint(Fingerprint it) {
        MapNode node = map().put("uid", it.uid());
        return (whole ? node.put("version", it.version()) : node).put("change", it.change());
    }

    private static MapNode field(FieldChange field) {
        return map().put("path", field.path())
                .put("before", field.before(), null)
                .put("after", field.after(), null)
                .put("by", field.by(), null);
    }

    private MapNode foreign(Foreign foreign) {
        MapNode node =
                map().put("path", foreign.path()).put("value", foreign.value()).put("manager", foreign.manager());
        return whole ? node.put("since", foreign.since().map(Object::toString), null) : node;
    }

    private MapNode step(Step step) {
        MapNode node = map().put("id", step.id())
                .put("verb", Fields.word(step.verb()))
                .put("key", key(step.key()))
                .put("does", step.does())
                .put("expects", step.expects().map(this::fingerprint), null);
        step.body().ifPresent(body -> {
            Optional<Integer> index = index(body);
            if (index.isPresent()) {
                node.put("object", index.get());
            } else {
                node.put("body", LiteralSecrets.masked(body).orElse(body));
            }
        });
        return node;
    }

    private static MapNode wave(Wave wave) {
        return map().put("number", wave.number())
                .put("after", wave.after())
                .put("steps", wave.steps().stream().map(Step::id).toList());
    }

    private static MapNode kept(Kept kept) {
        return map().put("key", key(kept.key())).put("why", kept.why()).put("permission", kept.permission());
    }

    private static MapNode blocker(Blocker blocker) {
        return map().put("key", blocker.key().map(PlanWriter::key), null)
                .put("what", blocker.what())
                .put("where", blocker.where())
                .put("why", blocker.why())
                .put("next", blocker.next());
    }

    private static <T> ListNode list(List<T> items, Function<T, MapNode> write) {
        ListNode list = new ListNode(null);
        items.forEach(item -> list.add(write.apply(item)));
        return list;
    }

    private static MapNode map() {
        return new MapNode(null);
    }
}
