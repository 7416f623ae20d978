package dev.davit.render.compare;

import dev.davit.document.MapNode;
import dev.davit.plan.ObjectKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Finds where the value of a variable most likely comes from. The API gives values alone; what is equal to what a reference to
 * another resource says now is taken for that reference.
 *
 * <p>An address with a generated part tells by itself. A port, or a name that a person chose, is equal to others by chance: it counts
 * where the variable is called so and the same service has a value of the same resource that tells.
 */
public final class Sources {
    private static final List<String> OF_DATABASE =
            List.of("connectionString", "connectionPoolString", "host", "password", "port", "user", "database");
    private static final List<String> OF_KEY_VALUE = List.of("connectionString", "host", "port");
    private static final List<String> OF_SERVICE = List.of("hostport", "host", "port");

    /** Shorter ones are no generated password. */
    private static final int SHORTEST_PASSWORD = 8;

    /** {@code scheme://user:password@host}. */
    private static final Pattern LOGIN = Pattern.compile("[a-z]+://[^/]*@.*");

    /** {@code PORT} alone is the service's own; source: https://render.com/docs/web-services */
    private static final Pattern PORT = Pattern.compile("(?i)(?!PORT$).*PORT.*");

    private static final Pattern HOST = Pattern.compile("(?i).*(HOST|ADDR|SERVER|SERVICE|UPSTREAM|BACKEND).*");
    private static final Pattern USER = Pattern.compile("(?i).*(USER|LOGIN|ROLE).*");
    private static final Pattern NAME = Pattern.compile("(?i).*(DB|DATABASE|NAME).*");

    private final References references;
    private final Map<String, List<Source>> byValue = new HashMap<>();
    private final Set<String> secrets = new HashSet<>();

    /**
     * Holds one property of one resource.
     *
     * @param entry the reference, as a variable has it but for its key
     */
    private record Source(ObjectKey target, String property, boolean tells, MapNode entry) {
        boolean isCalledSo(String key) {
            return switch (property) {
                case "port" -> PORT.matcher(key).matches();
                case "host" -> HOST.matcher(key).matches();
                case "user" -> USER.matcher(key).matches();
                default -> NAME.matcher(key).matches();
            };
        }
    }

    /** Look at all data stores and services of a workspace. */
    public Sources(Snapshot snapshot) {
        references = new References(snapshot, Outside.NONE);
        snapshot.all("database").forEach(it -> add("database", it, OF_DATABASE));
        snapshot.all("keyvalue").forEach(it -> add("keyvalue", it, OF_KEY_VALUE));
        for (String kind : List.of("web", "pserv")) {
            snapshot.all(kind).forEach(it -> add(kind, it, OF_SERVICE));
        }
    }

    private void add(String kind, MapNode thing, List<String> properties) {
        String name = thing.getText("name").orElse("");
        for (String property : properties) {
            MapNode entry = entry(kind, name, property);
            references.value(entry).filter(it -> !it.isEmpty()).ifPresent(value -> {
                boolean tells = tells(kind, property, value, name);
                byValue.computeIfAbsent(value, it -> new ArrayList<>())
                        .add(new Source(new ObjectKey(kind, "", name), property, tells, entry));
                if (tells && property.equals("password") || LOGIN.matcher(value).matches()) {
                    secrets.add(value);
                }
            });
        }
    }

    private static MapNode entry(String kind, String name, String property) {
        MapNode entry = new MapNode(null);
        MapNode reference = kind.equals("database")
                ? entry.map("fromDatabase", null)
                : entry.map("fromService", null).put("type", kind);
        reference.put("name", name).put("property", property);
        return entry;
    }

    private static boolean tells(String kind, String property, String value, String name) {
        return switch (property) {
            case "port", "user", "database" -> false;
            case "password" -> value.length() >= SHORTEST_PASSWORD;
            case "host" -> kind.equals("database") || kind.equals("keyvalue") || !value.equals(name);
            default -> true;
        };
    }

    /** Give what must not be written anywhere: passwords of data stores, and addresses that have one in them. */
    public Set<String> secrets() {
        return Set.copyOf(secrets);
    }

    /** Give the references that the variables of a thing most likely are, by key. */
    public Map<String, MapNode> of(Live live) {
        Map<String, Source> found = new LinkedHashMap<>();
        Map<String, String> variables = new TreeMap<>(live.variables());
        variables.forEach((key, value) -> candidates(live, value).stream()
                .filter(Source::tells)
                .findFirst()
                .ifPresent(it -> found.put(key, it)));
        Map<String, Source> telling = Map.copyOf(found);
        variables.forEach((key, value) -> {
            if (!telling.containsKey(key)) {
                beside(key, candidates(live, value), telling).ifPresent(it -> found.put(key, it));
            }
        });
        Map<String, MapNode> entries = new LinkedHashMap<>();
        found.forEach((key, source) -> entries.put(key, source.entry()));
        return entries;
    }

    private List<Source> candidates(Live live, String value) {
        return byValue.getOrDefault(value, List.of()).stream()
                .filter(it -> !it.target().equals(live.key()))
                .toList();
    }

    /** Of several that would do, that one counts whose other variable is called most alike: {@code DB_HOST}, {@code DB_PORT}. */
    private static Optional<Source> beside(String key, List<Source> candidates, Map<String, Source> telling) {
        return candidates.stream()
                .filter(it -> it.isCalledSo(key))
                .filter(it ->
                        telling.values().stream().anyMatch(its -> its.target().equals(it.target())))
                .max(Comparator.comparingInt((Source it) -> likeness(key, it, telling)));
    }

    private static int likeness(String key, Source source, Map<String, Source> telling) {
        return telling.entrySet().stream()
                .filter(it -> it.getValue().target().equals(source.target()))
                .mapToInt(it -> common(key, it.getKey()))
                .max()
                .orElse(0);
    }

    private static int common(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }
}
