package dev.davit.render.compare;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.model.ResourceKey;
import dev.davit.plan.ObjectKey;
import dev.davit.render.api.RenderApi;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Resolves what a variable takes from another resource. The API gives and takes values alone: that a value came from a reference is
 * nowhere to be read, so it is compared by what the reference says now.
 */
final class References {
    /** The port of a service that names none; source: https://render.com/docs/web-services, {@code PORT}. */
    private static final String USUAL_PORT = "10000";

    /** A variable that copies one that copies one, and so on; in a circle there is no value. */
    private static final int LONGEST = 10;

    private final Snapshot snapshot;
    private final RenderApi api;
    private final Map<String, Optional<MapNode>> read = new ConcurrentHashMap<>();
    private final Map<String, String> told = new ConcurrentHashMap<>();
    private final Map<String, MapNode> planned;
    private final Set<String> deploying;
    private final Outside outside;

    /** Resolves by what is live. */
    References(Snapshot snapshot, Outside outside) {
        this(snapshot, Map.of(), Set.of(), outside);
    }

    /**
     * Resolves by what will be live.
     *
     * @param outside knows what other targets have
     * @param planned what services are to say, by name: what a plan changes before those that read it
     * @param deploying the services that do not run yet with what they say
     */
    References(Snapshot snapshot, Map<String, MapNode> planned, Set<String> deploying, Outside outside) {
        this.snapshot = snapshot;
        this.api = snapshot.api();
        this.planned = Map.copyOf(planned);
        this.deploying = Set.copyOf(deploying);
        this.outside = outside;
    }

    /** Gives the reference of a variable, if it is one. */
    static Optional<MapNode> of(MapNode variable) {
        return variable.getMap("fromService")
                .or(() -> variable.getMap("fromDatabase"))
                .or(() -> variable.getMap(Outside.KEY));
    }

    /** Writes it for people: {@code from keyvalue jobs: connectionString}. */
    static String words(MapNode variable) {
        MapNode reference = of(variable).orElseThrow();
        if (isOutside(variable)) {
            return "from " + Outside.resource(reference) + " on its target: " + text(reference, "property");
        }
        String what =
                text(reference, "property").isEmpty() ? text(reference, "envVarKey") : text(reference, "property");
        return "from " + kind(variable) + " " + text(reference, "name") + ": " + what;
    }

    private static boolean isOutside(MapNode variable) {
        return variable.has(Outside.KEY);
    }

    /** Stands for a service of another target, which no list of this one has. */
    static ObjectKey outside(String name) {
        return new ObjectKey(Outside.KEY, "", name);
    }

    /** Names what it points to. */
    static ObjectKey target(MapNode variable) {
        if (isOutside(variable)) {
            return outside(Outside.resource(of(variable).orElseThrow()).id());
        }
        return new ObjectKey(kind(variable), "", text(of(variable).orElseThrow(), "name"));
    }

    private static String kind(MapNode variable) {
        return variable.has("fromDatabase")
                ? "database"
                : text(variable.getMap("fromService").orElseThrow(), "type");
    }

    /** Gives what it says; nothing if what it points to is not there, or says nothing yet. */
    Optional<String> value(MapNode variable) {
        return value(variable, LONGEST);
    }

    private Optional<String> value(MapNode variable, int links) {
        MapNode reference = of(variable).orElseThrow();
        if (isOutside(variable)) {
            return told(Outside.resource(reference), text(reference, "property"));
        }
        String name = text(reference, "name");
        String property = text(reference, "property");
        String kind = kind(variable);
        return switch (kind) {
            case "database" -> one("database", name).flatMap(it -> ofDatabase(it, property));
            case "keyvalue", "redis" -> one("keyvalue", name).flatMap(it -> ofKeyValue(it, property));
            default ->
                snapshot.service(name)
                        .map(Map.Entry::getValue)
                        .flatMap(it -> property.isEmpty()
                                ? copied(it, text(reference, "envVarKey"), links - 1)
                                : Optional.of(address(it, property)));
        };
    }

    /** What the plan makes up, or lets Render make up, is known when that is done. */
    private Optional<String> copied(MapNode service, String key, int links) {
        Optional<MapNode> entry = planned(service, key);
        return entry.flatMap(it -> it.get("value"))
                .map(Node::toString)
                .or(() -> entry.filter(it -> of(it).isPresent() && links > 0)
                        .map(it -> value(it, links))
                        .orElseGet(() -> variable(service, key)));
    }

    private Optional<MapNode> planned(MapNode service, String key) {
        return Optional.ofNullable(planned.get(text(service, "name"))).flatMap(it -> Variables.entry(it, key));
    }

    /** One question for all that show a token; what is not there yet is asked for again. */
    private Optional<String> told(ResourceKey resource, String property) {
        String name = resource.address() + " " + property;
        Optional<String> known = Optional.ofNullable(told.get(name));
        return known.or(() -> {
            Optional<String> value = outside.value(resource, property);
            value.ifPresent(it -> told.put(name, it));
            return value;
        });
    }

    private Optional<MapNode> one(String kind, String name) {
        List<MapNode> found = snapshot.find(kind, name);
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private Optional<String> ofDatabase(MapNode database, String property) {
        Optional<MapNode> info = read("/postgres/" + text(database, "id") + "/connection-info");
        return switch (property) {
            case "connectionString" -> info.flatMap(it -> it.getText("internalConnectionString"));
            case "connectionPoolString" -> info.flatMap(it -> it.getText("internalConnectionPoolString"));
            case "password" -> info.flatMap(it -> it.getText("password"));
            case "user" -> database.getText("databaseUser");
            case "database" -> database.getText("databaseName");
            default -> info.flatMap(it -> part(text(it, "internalConnectionString"), property, "5432"));
        };
    }

    private Optional<String> ofKeyValue(MapNode store, String property) {
        Optional<String> whole = read("/key-value/" + text(store, "id") + "/connection-info")
                .flatMap(it -> it.getText("internalConnectionString"));
        return property.equals("connectionString") ? whole : whole.flatMap(it -> part(it, property, "6379"));
    }

    /** Takes a part out of {@code scheme://user:password@host:port/name}. */
    private static Optional<String> part(String connection, String property, String usualPort) {
        int from = connection.lastIndexOf('@') < 0 ? connection.indexOf("://") + 3 : connection.lastIndexOf('@') + 1;
        String address = connection.substring(from).replaceAll("/.*", "");
        int colon = address.indexOf(':');
        String host = colon < 0 ? address : address.substring(0, colon);
        String port = colon < 0 ? usualPort : address.substring(colon + 1);
        return switch (property) {
            case "host" -> Optional.of(host);
            case "port" -> Optional.of(port);
            case "hostport" -> Optional.of(host + ":" + port);
            default -> Optional.empty();
        };
    }

    /** Says whether it copies a variable of a service that is there and has none of that name yet: a person is to set it. */
    boolean isOpen(MapNode variable) {
        MapNode reference = of(variable).orElseThrow();
        return !text(reference, "envVarKey").isEmpty()
                && snapshot.service(text(reference, "name"))
                        .map(Map.Entry::getValue)
                        .filter(it -> planned(it, text(reference, "envVarKey"))
                                .filter(entry -> !Variables.isAsked(entry))
                                .isEmpty())
                        .isPresent()
                && value(variable).isEmpty();
    }

    /** Those that Render sets by itself are in no list; source: https://render.com/docs/environment-variables. */
    private Optional<String> variable(MapNode service, String key) {
        String url = text(service.getMap("serviceDetails").orElseGet(() -> new MapNode(null)), "url");
        return switch (key) {
            case "RENDER_EXTERNAL_URL" -> Optional.of(url).filter(it -> !it.isEmpty());
            case "RENDER_EXTERNAL_HOSTNAME" ->
                Optional.of(url)
                        .filter(it -> it.contains("://"))
                        .map(it -> URI.create(it).getHost());
            case "RENDER_INTERNAL_HOSTNAME", "RENDER_DISCOVERY_SERVICE" ->
                Optional.of(text(service, "slug") + (key.endsWith("SERVICE") ? "-discovery" : ""));
            case "RENDER_SERVICE_NAME" -> service.getText("name");
            case "RENDER_SERVICE_ID" -> service.getText("id");
            default -> own(service, key);
        };
    }

    private Optional<String> own(MapNode service, String key) {
        return read("/services/" + text(service, "id") + "/env-vars/" + key).flatMap(it -> it.getText("value"));
    }

    private String address(MapNode service, String property) {
        String host = text(service, "slug");
        String port = changedPort(service).orElseGet(() -> port(service));
        return switch (property) {
            case "host" -> host;
            case "port" -> port;
            default -> host + ":" + port;
        };
    }

    /** A program that is told another port will open that one. */
    private Optional<String> changedPort(MapNode service) {
        return planned(service, "PORT")
                .flatMap(it -> it.get("value"))
                .map(Node::toString)
                .filter(it -> !it.equals(port(service)))
                .filter(it -> deploying.contains(text(service, "name"))
                        || !own(service, "PORT").equals(Optional.of(it)));
    }

    /** A private service says its port in its address; of another the first open one counts. */
    private static String port(MapNode service) {
        MapNode details = service.getMap("serviceDetails").orElseGet(() -> new MapNode(null));
        String url = text(details, "url");
        if (!url.contains("://") && url.contains(":")) {
            return url.substring(url.lastIndexOf(':') + 1);
        }
        if (!url.isEmpty() && URI.create(url).getPort() > 0) {
            return String.valueOf(URI.create(url).getPort());
        }
        List<Node> ports = details.getList("openPorts").map(ListNode::items).orElse(List.of());
        return ports.stream()
                .findFirst()
                .flatMap(it -> it instanceof MapNode open ? open.get("port") : Optional.of(it))
                .map(Node::toString)
                .orElse(USUAL_PORT);
    }

    /** One read for all that point to a thing; what is not there is asked for again. */
    private Optional<MapNode> read(String path) {
        Optional<MapNode> known = read.getOrDefault(path, Optional.empty());
        if (known.isPresent()) {
            return known;
        }
        Optional<MapNode> found = api.get(path);
        read.put(path, found);
        return found;
    }

    private static String text(MapNode map, String key) {
        return map.getText(key).orElse("");
    }
}
