package dev.davit.k8s.compare;

import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.k8s.cluster.Reply;
import dev.davit.k8s.compare.ManagedFields.Entry;
import dev.davit.k8s.compare.Outcome.Field;
import dev.davit.k8s.compare.Outcome.Strange;
import dev.davit.k8s.ownership.Home;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Read out of an object as it is and as it would be what changes, who does it, and who owns the rest. */
final class Reading {
    private static final String DEFAULTS = "the server's defaults";

    private final Subject subject;
    private final Optional<MapNode> live;
    private final MapNode body;
    private final boolean adopt;
    private final CustomQuantities quantities;
    private final ManagedFields before;
    private final boolean isOurs;

    Reading(Subject subject, Optional<MapNode> live, MapNode body, boolean adopt, CustomQuantities quantities) {
        this.subject = subject;
        this.quantities = quantities;
        this.live = live;
        this.body = body;
        this.adopt = adopt;
        this.before = live.map(ManagedFields::of).orElse(new ManagedFields(List.of()));
        this.isOurs = live.isEmpty()
                || before.entries().stream().anyMatch(it -> it.manager().equals(Managers.DAVIT))
                || Objects.kind(live.get()).equals("Namespace");
    }

    Outcome of(Reply reply, Optional<Reply> conflict) {
        if (reply.ok()) {
            List<Conflict> conflicts =
                    conflict.map(it -> Conflicts.of(it, before, reply.body())).orElse(List.of());
            return outcome(reply.body(), ManagedFields.of(reply.body()), Optional.empty(), false, conflicts);
        }
        return Look.unverified(reply).map(this::unasked).orElseGet(() -> Outcome.refused(subject, live, reply));
    }

    /** The record proves more than we can guess. */
    private Outcome unasked(String why) {
        return isSettled() ? settled() : guessed(why);
    }

    /** Say whether the server need not be asked. */
    boolean isSettled() {
        return live.filter(it -> Settled.is(body, it, before)).isPresent();
    }

    /** The server need not be asked: nothing changes. */
    Outcome settled() {
        return outcome(live.orElseThrow(), before, Optional.empty(), true, List.of());
    }

    /** Without the server: what we think that it would make of it. */
    Outcome guessed(String why) {
        FieldSet ours = before.of(Managers::isOurs);
        MapNode predicted =
                live.map(it -> Merge.of(it, body, ours, before.all())).orElseGet(body::copy);
        return outcome(predicted, before, Optional.of(why), false, List.of());
    }

    private Outcome outcome(
            MapNode predicted,
            ManagedFields after,
            Optional<String> unverified,
            boolean recorded,
            List<Conflict> conflicts) {
        boolean legacy = before.entries().stream().anyMatch(Managers::isLegacy);
        boolean adopts = adopt && legacy && (!isOurs || conflicts.stream().anyMatch(Conflict::legacy));
        FieldSet leaving = adopts ? leaving(after) : FieldSet.EMPTY;
        if (adopts) {
            MapNode asked = Defaults.without(live.orElseThrow(), Said.nothing(), true);
            // What the server filled in it fills in again.
            leaving.paths().stream().filter(it -> it.in(asked).isPresent()).forEach(it -> Removal.from(predicted, it));
        }
        List<Field> fields = recorded ? List.of() : fields(predicted, after, leaving, unverified.isPresent());
        List<Strange> foreign = adopts ? foreign(after, Managers::isLegacy) : foreign(after, entry -> false);
        boolean unchanged =
                live.isPresent() && fields.stream().allMatch(it -> it.by().isPresent());
        Optional<Node> handOver = subject.autoscaled().flatMap(it -> Look.handOver(live, adopts));
        List<Conflict> real = conflicts.stream()
                .filter(it -> isDifferent(it.path(), predicted))
                .toList();
        Optional<MapNode> trimmed = live.map(Trimmed::of);
        return new Outcome(
                subject,
                trimmed,
                // One tree for both: most objects do not change, and there may be thousands.
                unchanged ? trimmed : Optional.of(Trimmed.of(predicted)),
                unverified,
                recorded,
                fields,
                foreign,
                real,
                isOurs ? List.of() : Look.strangers(before),
                legacy && adopts,
                handOver,
                Optional.empty());
    }

    /** The server compares how quantities are written, 1000m and 1, and only then what they say. */
    private boolean isDifferent(Path path, MapNode predicted) {
        Optional<Node> was = path.in(live.orElseThrow());
        Optional<Node> is = path.in(predicted);
        return was.isEmpty()
                || is.isEmpty()
                || !Same.values(was.get(), is.get()) && !quantities.isSame(predicted, path, was, is);
    }

    /** What legacy tools own, we do not want, and nobody else owns: an adoption takes it out. */
    private FieldSet leaving(ManagedFields after) {
        FieldSet others = after.of(it -> !Managers.isLegacy(it));
        FieldSet theirs = before.of(Managers::isLegacy).minus(others);
        return without(theirs, others, Path.ROOT);
    }

    /** A map that someone else has a field of stays, whoever else says that it is there. */
    private static FieldSet without(FieldSet theirs, FieldSet others, Path path) {
        List<Path> gone =
                theirs.paths().stream().filter(it -> !others.touches(it)).toList();
        MapNode fields = new MapNode(null);
        gone.forEach(it -> put(fields, it));
        return FieldSet.read(fields);
    }

    private static void put(MapNode fields, Path path) {
        MapNode single = new MapNode(null);
        MapNode at = fields;
        for (Part part : path.parts()) {
            String key = FieldSet.written(part);
            at = Objects.child(at, key);
        }
        if (!at.isEmpty()) {
            at.put(".", single);
        }
    }

    private List<Field> fields(MapNode predicted, ManagedFields after, FieldSet leaving, boolean guessed) {
        MapNode was = live.map(Noise::without).orElse(new MapNode(null));
        MapNode is = Noise.without(predicted);
        if (Same.values(was, is)) {
            return List.of();
        }
        FieldSet shape = before.all().union(after.all());
        FieldSet ours = after.of(Managers::isOurs);
        FieldSet had = before.of(Managers::isOurs);
        List<Field> fields = new ArrayList<>();
        for (Delta delta : Difference.between(was, is, shape)) {
            if (quantities.isSame(predicted, delta.path(), delta.before(), delta.after())) {
                continue;
            }
            boolean isOwn = guessed
                    || ours.touches(delta.path())
                    || delta.after().isEmpty() && (had.touches(delta.path()) || leaving.touches(delta.path()));
            if (live.isEmpty() && (!isOwn || isIdentity(delta.path()))) {
                continue;
            }
            fields.add(new Field(delta, isOwn ? Optional.empty() : Optional.of(owner(after, delta))));
        }
        return fields;
    }

    /** The change names kind, name and namespace already, and the mark is not the user's. */
    private static boolean isIdentity(Path path) {
        return Stream.of(
                        Path.of("apiVersion"),
                        Path.of("kind"),
                        Path.of("metadata", "name"),
                        Path.of("metadata", "namespace"),
                        Path.of("metadata", "labels", Home.MEMBER))
                .anyMatch(path::startsWith);
    }

    private static String owner(ManagedFields after, Delta delta) {
        return after.ownersOf(delta.path()).stream()
                .filter(it -> !Managers.isOurs(it))
                .map(Entry::manager)
                .findFirst()
                .orElse(DEFAULTS);
    }

    private List<Strange> foreign(ManagedFields after, java.util.function.Predicate<Entry> handedOver) {
        if (live.isEmpty() || before.entries().stream().noneMatch(Managers::isForeign)) {
            return List.of();
        }
        FieldSet ours = after.of(Managers::isOurs);
        List<Strange> foreign = new ArrayList<>();
        for (Entry entry : before.entries()) {
            if (Managers.isForeign(entry) && !handedOver.test(entry) && !isScaler(entry)) {
                collect(entry, entry.fields().minus(ours), Path.ROOT, ours, foreign);
            }
        }
        return foreign;
    }

    private boolean isScaler(Entry entry) {
        return entry.subresource().equals("scale") && subject.autoscaled().isPresent();
    }

    /** Report a whole map or item where all of it is theirs, else its fields one by one. */
    private void collect(Entry entry, FieldSet rest, Path path, FieldSet ours, List<Strange> foreign) {
        boolean whole = rest.isMember() && !path.parts().isEmpty() && !ours.touches(path);
        if (whole) {
            path.in(live.get())
                    .filter(it -> !isNoise(path))
                    .ifPresent(value -> foreign.add(new Strange(path, value, entry.manager(), entry.time())));
            return;
        }
        rest.children().forEach((part, below) -> collect(entry, below, path.then(part), ours, foreign));
    }

    private boolean isNoise(Path path) {
        Node probe = path.in(Noise.without(live.get())).orElse(null);
        return probe == null;
    }
}
