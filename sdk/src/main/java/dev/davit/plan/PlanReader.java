package dev.davit.plan;

import dev.davit.document.Fields;
import dev.davit.document.MapNode;
import dev.davit.document.Origin;
import dev.davit.document.SourceLocation;
import dev.davit.model.DesiredObject;
import dev.davit.plan.Comparison.ForeignOf;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a plan's tree; what does not hold together is refused, since someone may have written it by hand. */
final class PlanReader {
    private final Fields root;
    private final Wanted wanted;
    private final Map<String, Step> steps = new LinkedHashMap<>();

    PlanReader(Fields root) {
        this.root = root;
        this.wanted = WantedJson.read(root.fields("wanted"));
    }

    Plan plan() {
        Plan.Builder plan = new Plan.Builder()
                .wanted(wanted)
                .place(place(root.fields("place")))
                .readAt(root.time("readAt"))
                .expiresAt(root.time("expiresAt"));
        plan.pace(root.optionalFields("pace").map(it -> new Pace(it.count("writes"), it.count("perMinute"))));
        root.list("changes").forEach(it -> plan.addChanges(change(it)));
        root.list("waves").forEach(it -> plan.addWaves(wave(it)));
        if (root.has("verification")) {
            plan.verification(root.word("verification", Verification.class));
        }
        root.list("unchanged").forEach(it -> {
            plan.addUnchanged(key(it));
            if (it.flag("recorded")) {
                plan.addRecorded(key(it));
            }
        });
        root.list("foreign")
                .forEach(it -> plan.addForeign(new ForeignOf(key(it.fields("key")), foreign(it, "fields"))));
        root.list("kept")
                .forEach(it -> plan.addKept(new Kept(key(it.fields("key")), it.text("why"), it.text("permission"))));
        root.list("blockers").forEach(it -> plan.addBlockers(blocker(it)));
        Plan read = plan.build();
        refuseOtherOrder(read);
        return read;
    }

    private static Place place(Fields place) {
        return new Place(
                place.text("target"),
                place.text("name"),
                place.text("identity"),
                place.optionalText("context"),
                place.has("parts")
                        ? place.list("parts").stream().map(PlanReader::place).toList()
                        : List.of());
    }

    private Change change(Fields node) {
        Change.Builder change = new Change.Builder()
                .key(key(node.fields("key")))
                .action(node.word("action", Action.class))
                .resource(WantedJson.optionalResource(node))
                .origin(node.optionalFields("origin").map(PlanReader::origin))
                .impact(impact(node.fields("impact")))
                .estimate(node.optionalFields("estimate").map(it -> new Estimate(seconds(it), it.text("reason"))))
                .unverified(node.optionalText("unverified"))
                .rank(node.count("rank"))
                .isReadyAtOnce(node.flag("readyAtOnce"))
                .basis(node.optionalFields("basis").map(PlanReader::fingerprint))
                .foreign(foreign(node, "foreign"));
        node.list("fields").forEach(it -> change.addFields(field(it)));
        for (Fields step : node.list("steps")) {
            Step read = step(step);
            if (steps.put(read.id(), read) != null) {
                throw step.refused("id", "a name that no other step has");
            }
            change.addSteps(read);
        }
        return change.build();
    }

    private static ObjectKey key(Fields node) {
        return new ObjectKey(node.text("kind"), node.text("scope"), node.text("name"));
    }

    private static Origin origin(Fields node) {
        return new Origin(
                node.word("kind", Origin.Kind.class),
                node.text("text"),
                node.optionalFields("at").map(PlanReader::location).orElse(null));
    }

    private static SourceLocation location(Fields node) {
        return new SourceLocation(
                node.optionalText("file").orElse(""),
                node.has("line") ? node.count("line") : 0,
                node.text("class"),
                node.text("method"));
    }

    private static Impact impact(Fields node) {
        return new Impact(
                node.word("effect", Effect.class),
                node.word("evidence", Evidence.class),
                node.text("reason"),
                node.optionalFields("seconds").map(PlanReader::seconds),
                node.optionalText("avoid"));
    }

    private static Seconds seconds(Fields node) {
        long least = node.whole("least");
        long most = node.whole("most");
        if (least < 0 || most < least) {
            throw node.refused("most", "a number that is not below least, which is not below 0");
        }
        return new Seconds(least, most);
    }

    private static Fingerprint fingerprint(Fields node) {
        return new Fingerprint(node.text("uid"), node.text("version"), node.text("change"));
    }

    private static FieldChange field(Fields node) {
        return new FieldChange(node.text("path"), node.node("before"), node.node("after"), node.optionalText("by"));
    }

    private static List<Foreign> foreign(Fields node, String key) {
        return node.list(key).stream()
                .map(it -> new Foreign(
                        it.text("path"),
                        it.node("value").orElseThrow(() -> it.refused("value", "a value")),
                        it.text("manager"),
                        it.optionalTime("since")))
                .toList();
    }

    private Step step(Fields node) {
        return new Step(
                node.text("id"),
                key(node.fields("key")),
                node.word("verb", Step.Verb.class),
                body(node),
                node.optionalFields("expects").map(PlanReader::fingerprint),
                node.text("does"));
    }

    private Optional<MapNode> body(Fields node) {
        if (!node.has("object")) {
            return node.optionalFields("body").map(Fields::map);
        }
        int index = node.count("object");
        List<DesiredObject> objects = wanted.objects();
        if (index < 0 || index >= objects.size()) {
            throw node.refused("object", "the index of a wanted object, from 0");
        }
        return Optional.of(objects.get(index).tree());
    }

    private Wave wave(Fields node) {
        List<Step> all = node.texts("steps").stream()
                .map(id -> Optional.ofNullable(steps.get(id))
                        .orElseThrow(() -> node.refused("steps", "the ids of steps of the changes")))
                .toList();
        return new Wave(node.count("number"), all, node.text("after"));
    }

    private static Blocker blocker(Fields node) {
        return new Blocker(
                node.optionalFields("key").map(PlanReader::key),
                node.text("what"),
                node.text("where"),
                node.text("why"),
                node.text("next"));
    }

    /** Each step is in one wave, waves are counted, and the steps of a change keep their order. */
    private void refuseOtherOrder(Plan plan) {
        Map<String, Integer> waveOf = new HashMap<>();
        Set<String> open = new HashSet<>(steps.keySet());
        int number = 0;
        for (Wave wave : plan.waves()) {
            boolean known = wave.steps().stream().allMatch(step -> open.remove(step.id()));
            if (!known || wave.number() != ++number) {
                throw root.refused("waves", "each step once, in waves that are counted from 1");
            }
            wave.steps().forEach(step -> waveOf.put(step.id(), wave.number()));
        }
        boolean inOrder = plan.changes().stream().allMatch(change -> {
            List<Integer> numbers = change.steps().stream()
                    .map(it -> waveOf.getOrDefault(it.id(), 0))
                    .toList();
            return numbers.stream().distinct().sorted().toList().equals(numbers);
        });
        if (!open.isEmpty() || !inOrder) {
            throw root.refused("waves", "every step, those of one change in their order");
        }
    }
}
