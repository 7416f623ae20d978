package dev.davit.render.sandbox;

import dev.davit.document.DocumentException;
import dev.davit.document.Json;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.plan.DurableFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Holds all that the sandbox knows; as one JSON file, so that it can be read, compared and copied. */
final class State {
    private static final String DIGITS = "0123456789abcdefghijklmnopqrstuv";

    private final Map<Kind, TreeMap<String, Entity>> tables = new EnumMap<>(Kind.class);
    private long counter;
    private Instant time = Instant.EPOCH;

    State() {
        for (Kind kind : Kind.values()) {
            tables.put(kind, new TreeMap<>());
        }
    }

    /** Reads a state, or gives an empty one if there is no file. */
    static State read(Path file) {
        State state = new State();
        if (!Files.exists(file)) {
            return state;
        }
        try {
            MapNode root = (MapNode) Json.read(file.toString(), Files.readAllBytes(file));
            if (root.getLong("counter").isEmpty()) {
                throw new IOException("it is not what a sandbox writes");
            }
            state.load(root);
            return state;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DocumentException | ClassCastException | DateTimeException e) {
            throw new UncheckedIOException(new IOException("it is not what a sandbox writes", e));
        }
    }

    void write(Path file) {
        try {
            DurableFile.replace(file, Json.compact(tree()).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives all of it as one document, which shares what it holds. */
    MapNode tree() {
        MapNode root = new MapNode(null).put("counter", counter).put("time", time.toString());
        for (Kind kind : Kind.values()) {
            ListNode rows = root.list(kind.table(), null);
            tables.get(kind).values().forEach(it -> rows.add(it.tree()));
        }
        return root;
    }

    /** Puts what a document says in the place of all that is known. */
    void load(MapNode root) {
        counter = root.getLong("counter").orElse(0L);
        time = Instant.parse(root.getText("time").orElse("1970-01-01T00:00:00Z"));
        for (Kind kind : Kind.values()) {
            tables.get(kind).clear();
            root.getList(kind.table()).ifPresent(it -> it.forEach(row -> put(kind, new Entity((MapNode) row))));
        }
    }

    /** Gives an id that sorts behind all before it, which lets a cursor outlive the thing that it names. */
    String newId(Kind kind) {
        StringBuilder text = new StringBuilder();
        for (long rest = next(); text.length() < 19; rest /= 32) {
            text.append(DIGITS.charAt((int) (rest % 32)));
        }
        return kind.prefix() + "-" + text.append('d').reverse();
    }

    long next() {
        return ++counter;
    }

    /** Gives the time up to which all that was due has happened. */
    Instant time() {
        return time;
    }

    void time(Instant now) {
        time = now;
    }

    Entity put(Kind kind, Entity entity) {
        tables.get(kind).put(entity.id(), entity);
        return entity;
    }

    Optional<Entity> find(Kind kind, String id) {
        return Optional.ofNullable(tables.get(kind).get(id));
    }

    Entity get(Kind kind, String id) {
        return find(kind, id).orElseThrow(() -> Problem.notFound(kind, id));
    }

    void remove(Kind kind, String id) {
        tables.get(kind).remove(id);
    }

    Collection<Entity> all(Kind kind) {
        return List.copyOf(tables.get(kind).values());
    }

    /** Gives what was made last. */
    Optional<Entity> last(Kind kind) {
        return Optional.ofNullable(tables.get(kind).lastEntry()).map(Map.Entry::getValue);
    }

    List<Entity> where(Kind kind, String key, String value) {
        return tables.get(kind).values().stream()
                .filter(it -> it.text(key).equals(value))
                .toList();
    }
}
