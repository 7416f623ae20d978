package dev.davit.render.ownership;

import dev.davit.apply.ApplyException;
import dev.davit.document.DocumentException;
import dev.davit.document.Fields;
import dev.davit.document.Json;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.plan.ObjectKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Say which things of a workspace are a stack's, and which of them wait for a deploy. It is written before the first call of an apply,
 * so that nothing that a crash leaves behind is nobody's.
 */
public final class StackRecord {
    /** Name the file that holds it. */
    public static final String FILE = "stack.json";

    private static final int VERSION = 1;

    /** More than there are records of releases. */
    private static final int BEGUN = 12;

    private final Map<ObjectKey, Entry> entries = new TreeMap<>();
    private final TreeMap<Integer, Instant> begun = new TreeMap<>();
    private final String whose;

    /**
     * Hold what a rollback tied a service to.
     *
     * @param commit the commit that it is built from
     * @param autoDeploy what started its deploys before: {@code checksPass}
     */
    public record Pin(String commit, String autoDeploy) {}

    private StackRecord(String whose) {
        this.whose = whose;
    }

    /**
     * Hold what is known of a thing.
     *
     * @param id the id that Render gave it; empty if it was to be made and nobody has written down yet whether it was
     * @param since when Davit first meant to make it or took it over
     * @param said the paths of what the definition said of it, at the last apply or at one that did not come to its end
     * @param deploys since when it waits for a deploy; empty if it does not
     * @param unwatched whether an apply started that deploy, and ended without waiting for it
     * @param made whether Davit made it, and did not take it over
     * @param pin what a rollback tied it to, until an apply that sets it free has come to its end
     */
    public record Entry(
            String id,
            Instant since,
            Set<String> said,
            Optional<Instant> deploys,
            boolean unwatched,
            boolean made,
            Optional<Pin> pin) {
        public Entry {
            said = Set.copyOf(said);
        }
    }

    /**
     * Read it from what its group says.
     *
     * @throws ApplyException if it is there and cannot be read: without it nothing may be deleted, and all looks like somebody else's
     */
    public static StackRecord of(StackGroup.Content content, StackGroup of) {
        String group = of.name();
        StackRecord record = new StackRecord(of.whose());
        String text = content.files().get(FILE);
        if (text == null) {
            return record;
        }
        try {
            Fields root = Fields.of(group, Json.read(group, text.getBytes(StandardCharsets.UTF_8)));
            if (root.count("version") > VERSION) {
                throw unreadable(group, "it was written by a newer Davit", "use the Davit that wrote it", null);
            }
            String whose = root.optionalText("stack").orElse(of.whose());
            if (!whose.equals(of.whose())) {
                throw unreadable(
                        group,
                        "it is that of " + whose + ", whose group has the same name",
                        "rename the stack or the stage",
                        null);
            }
            root.list("objects").forEach(record::take);
            root.optionalFields("begun")
                    .ifPresent(it -> it.map().entries().keySet().stream()
                            .filter(number -> number.matches("[0-9]{1,9}"))
                            .forEach(number -> record.begun.put(Integer.parseInt(number), it.time(number))));
            return record;
        } catch (DocumentException e) {
            throw unreadable(
                    group,
                    e.getMessage(),
                    "restore its secret file " + FILE + ", or remove it and apply with --adopt",
                    e);
        }
    }

    private static ApplyException unreadable(String group, String why, String next, Exception cause) {
        return new ApplyException(
                ApplyException.Reason.REFUSED,
                "the stack's record cannot be read: " + why,
                "group of variables " + group + ", secret file " + FILE,
                next,
                cause);
    }

    private void take(Fields object) {
        entries.put(
                new ObjectKey(object.text("kind"), "", object.text("name")),
                new Entry(
                        object.optionalText("id").orElse(""),
                        object.time("since"),
                        new TreeSet<>(object.texts("said")),
                        object.optionalTime("deploys"),
                        object.optionalText("unwatched").isPresent(),
                        object.optionalText("made").isPresent(),
                        object.optionalFields("pin").map(it -> new Pin(it.text("commit"), it.text("autoDeploy")))));
    }

    /** Write it. */
    public String write() {
        MapNode root = new MapNode(null).put("version", VERSION).put("stack", whose);
        ListNode objects = root.list("objects", null);
        entries.forEach((key, entry) -> objects.add(new MapNode(null)
                .put("kind", key.kind())
                .put("name", key.name())
                .putUnlessEmpty("id", entry.id(), null)
                .put("since", entry.since().toString())
                .put("said", new TreeSet<>(entry.said()).stream().toList())
                .put("deploys", entry.deploys().map(Instant::toString), null)
                .put("unwatched", yes(entry.unwatched()), null)
                .put("made", yes(entry.made()), null)
                .put(
                        "pin",
                        entry.pin()
                                .map(it -> new MapNode(null)
                                        .put("commit", it.commit())
                                        .put("autoDeploy", it.autoDeploy())),
                        null)));
        MapNode times = new MapNode(null);
        begun.entrySet().stream()
                .skip(Math.max(0, begun.size() - BEGUN))
                .forEach(it -> times.put(it.getKey().toString(), it.getValue().toString()));
        return Json.compact(root.putUnlessEmpty("begun", times, null));
    }

    private static Optional<String> yes(boolean flag) {
        return flag ? Optional.of("yes") : Optional.empty();
    }

    /**
     * Note when a release began, by Render's clock.
     */
    public void begin(int release, Instant now) {
        begun.put(release, now);
    }

    /** Give when a release began, by Render's clock, if that was not long ago. */
    public Optional<Instant> begun(int release) {
        return Optional.ofNullable(begun.get(release));
    }

    /** Give all that is known, by thing. */
    public Map<ObjectKey, Entry> entries() {
        return new LinkedHashMap<>(entries);
    }

    /** Find what is known of a thing. */
    public Optional<Entry> find(ObjectKey key) {
        return Optional.ofNullable(entries.get(key));
    }

    /**
     * Say whether a live thing is the stack's: it has the id that is written down, or the stack was about to make it and it is not older
     * than that.
     */
    public boolean owns(ObjectKey key, String id, Instant createdAt) {
        Entry entry = entries.get(key);
        return entry != null
                && (entry.id().isEmpty()
                        ? !createdAt.isBefore(entry.since())
                        : entry.id().equals(id));
    }

    /** Note a thing. */
    public void put(ObjectKey key, Entry entry) {
        entries.put(key, entry);
    }

    /** Forget a thing. */
    public void remove(ObjectKey key) {
        entries.remove(key);
    }

    /** Say whether the stack has nothing. */
    public boolean isEmpty() {
        return entries.isEmpty();
    }
}
