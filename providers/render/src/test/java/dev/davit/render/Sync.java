package dev.davit.render;

import dev.davit.document.Dialect;
import dev.davit.document.DocumentReader;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.ScalarNode;
import dev.davit.render.api.RenderApi;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Does to a workspace what Render's own sync of a Blueprint does, straight from the file, with Render's defaults and its older words; it
 * shares no word list with what it is to test. Sources: https://render.com/docs/blueprint-spec and /infrastructure-as-code.
 */
final class Sync {
    private static final Map<String, String> TYPES = Map.of(
            "web", "web_service",
            "pserv", "private_service",
            "worker", "background_worker",
            "cron", "cron_job");

    private final RenderApi api;
    private final String owner;
    private final String repository;
    private final Map<String, MapNode> services = new LinkedHashMap<>();
    private final Map<String, String> ids = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> variables = new LinkedHashMap<>();
    private final List<MapNode> databases = new ArrayList<>();
    private final List<MapNode> groups = new ArrayList<>();
    private final Map<MapNode, String> places = new java.util.IdentityHashMap<>();

    Sync(RenderApi api, String owner, String repository) {
        this.api = api;
        this.owner = owner;
        this.repository = repository;
    }

    /** Says that a file has what Render itself refuses. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(String why) {
            super(why);
        }
    }

    void run(String text) {
        MapNode root = (MapNode)
                DocumentReader.read("render.yaml", text, Dialect.RENDER).get(0);
        take(root, "");
        root.getMap("ungrouped").ifPresent(it -> take(it, ""));
        maps(root, "projects").forEach(this::project);
        outsiders();
        credentials();
        groups.forEach(this::group);
        services.values().stream().filter(Sync::isStore).forEach(this::store);
        databases.forEach(this::database);
        services.values().stream().filter(it -> !isStore(it)).forEach(this::service);
        services.values().stream().filter(it -> !isStore(it)).forEach(this::variables);
    }

    private void take(MapNode lists, String environment) {
        for (MapNode service : maps(lists, "services")) {
            if (services.put(text(service, "name"), service) != null) {
                throw new Refused("two services " + text(service, "name"));
            }
            places.put(service, environment);
        }
        maps(lists, "databases").forEach(it -> {
            databases.add(it);
            places.put(it, environment);
        });
        maps(lists, "envVarGroups").forEach(it -> {
            groups.add(it);
            places.put(it, environment);
        });
    }

    private void project(MapNode project) {
        MapNode body = new MapNode(null).put("name", text(project, "name")).put("ownerId", owner);
        ListNode list = body.list("environments", null);
        for (MapNode environment : maps(project, "environments")) {
            list.add(new MapNode(null)
                    .put("name", text(environment, "name"))
                    .put("networkIsolationEnabled", is(environment, "networking", "isolation"))
                    .put(
                            "protectedStatus",
                            is(environment, "permissions", "protection") ? "protected" : "unprotected"));
        }
        String id = text(api.post("/projects", body), "id");
        for (MapNode environment : maps(project, "environments")) {
            String made = api.list(
                            "/environments?projectId=" + id + "&name=" + text(environment, "name"), "environment")
                    .get(0)
                    .getText("id")
                    .orElseThrow();
            take(environment, made);
        }
    }

    private static boolean is(MapNode map, String part, String flag) {
        return map.getMap(part)
                .flatMap(it -> it.getText(flag))
                .filter("enabled"::equals)
                .isPresent();
    }

    /** What a file points to and does not have is in the workspace already. */
    private void outsiders() {
        Set<String> known = new LinkedHashSet<>(services.keySet());
        Set<String> stores = new LinkedHashSet<>();
        databases.forEach(it -> {
            stores.add(text(it, "name"));
            maps(it, "readReplicas").forEach(replica -> stores.add(text(replica, "name")));
        });
        Set<String> linked = new LinkedHashSet<>();
        groups.forEach(it -> linked.add(text(it, "name")));
        for (MapNode service : List.copyOf(services.values())) {
            for (MapNode variable : maps(service, "envVars")) {
                variable.getMap("fromService")
                        .filter(it -> known.add(text(it, "name")))
                        .ifPresent(this::outsideService);
                variable.getMap("fromDatabase")
                        .filter(it -> stores.add(text(it, "name")))
                        .ifPresent(it -> databases.add(new MapNode(null).put("name", text(it, "name"))));
                variable.getText("fromGroup")
                        .filter(linked::add)
                        .ifPresent(it -> groups.add(new MapNode(null).put("name", it)));
            }
        }
    }

    private void outsideService(MapNode reference) {
        String type = text(reference, "type");
        MapNode service = new MapNode(null).put("name", text(reference, "name")).put("type", type);
        if (!type.equals("redis") && !type.equals("keyvalue")) {
            service.put("runtime", "image").put("image", new MapNode(null).put("url", "ghcr.io/others/this:1"));
            reference
                    .getText("envVarKey")
                    .ifPresent(it -> service.list("envVars", null)
                            .add(new MapNode(null).put("key", it).put("value", "theirs")));
        }
        services.put(text(reference, "name"), service);
    }

    private void credentials() {
        Set<String> names = new LinkedHashSet<>();
        services.values().forEach(it -> {
            names.add(credential(it.getMap("registryCredential").orElse(new MapNode(null))));
            names.add(credential(
                    it.getMap("image").flatMap(image -> image.getMap("creds")).orElse(new MapNode(null))));
        });
        names.remove("");
        names.forEach(it -> ids.put(
                "credential " + it,
                text(
                        api.post(
                                "/registrycredentials",
                                new MapNode(null)
                                        .put("registry", "GITHUB")
                                        .put("name", it)
                                        .put("username", "us")
                                        .put("authToken", "token")
                                        .put("ownerId", owner)),
                        "id")));
    }

    private static String credential(MapNode map) {
        return map.getMap("fromRegistryCreds").flatMap(it -> it.getText("name")).orElse("");
    }

    private MapNode body(MapNode thing) {
        MapNode body = new MapNode(null).put("name", text(thing, "name")).put("ownerId", owner);
        String place = places.getOrDefault(thing, "");
        return place.isEmpty() ? body : body.put("environmentId", place);
    }

    private void group(MapNode group) {
        ListNode list = new ListNode(null);
        for (MapNode variable : maps(group, "envVars")) {
            if (variable.has("value")) {
                list.add(pair(text(variable, "key"), plain(variable, "value")));
            } else if (variable.has("generateValue")) {
                list.add(new MapNode(null).put("key", text(variable, "key")).put("generateValue", true));
            }
        }
        ids.put(
                "group " + text(group, "name"),
                text(api.post("/env-groups", body(group).put("envVars", list)), "id"));
    }

    private static MapNode pair(String key, String value) {
        return new MapNode(null).put("key", key).put("value", value);
    }

    private static boolean isStore(MapNode service) {
        return List.of("keyvalue", "redis").contains(text(service, "type"));
    }

    private static String plan(MapNode thing, String usual) {
        return plain(thing, "plan").isEmpty() ? usual : word(plain(thing, "plan"));
    }

    /** {@code pro plus} is {@code pro_plus}, and a size by hardware is the same on both sides. */
    private static String word(String plan) {
        return Character.isDigit(plan.charAt(0)) ? plan : plan.replace(' ', '_').replace('-', '_');
    }

    private static ListNode addresses(ListNode list) {
        ListNode all = new ListNode(null);
        list.forEach(it -> all.add(new MapNode(null)
                .put("cidrBlock", text((MapNode) it, "source"))
                .put("description", text((MapNode) it, "description"))));
        return all;
    }

    private void store(MapNode store) {
        MapNode body = body(store).put("plan", plan(store, "starter")).put("region", region(store));
        store.getList("ipAllowList").ifPresent(it -> body.put("ipAllowList", addresses(it)));
        for (String field : List.of("maxmemoryPolicy", "persistenceMode")) {
            store.getText(field).ifPresent(it -> body.put(field, it.replace('-', '_')));
        }
        ids.put(text(store, "name"), text(api.post("/key-value", body), "id"));
    }

    private static String region(MapNode thing) {
        return thing.getText("region").orElse("oregon");
    }

    private void database(MapNode database) {
        MapNode body = body(database)
                .put("plan", plan(database, "basic_256mb"))
                .put("region", region(database))
                .put(
                        "version",
                        plain(database, "postgresMajorVersion").isEmpty()
                                ? "18"
                                : plain(database, "postgresMajorVersion"));
        for (String field : List.of("databaseName", "diskSizeGB", "connectionPool")) {
            database.get(field).ifPresent(it -> body.put(field, it));
        }
        database.get("user").ifPresent(it -> body.put("databaseUser", it));
        database.get("storageAutoscalingEnabled").ifPresent(it -> body.put("enableDiskAutoscaling", it));
        database.getMap("highAvailability")
                .flatMap(it -> it.get("enabled"))
                .ifPresent(it -> body.put("enableHighAvailability", it));
        ListNode open = new ListNode(null)
                .add(new MapNode(null).put("source", "0.0.0.0/0").put("description", "everywhere"));
        body.put("ipAllowList", addresses(database.getList("ipAllowList").orElse(open)));
        database.getList("readReplicas").ifPresent(it -> body.put("readReplicas", it));
        ids.put("database " + text(database, "name"), text(api.post("/postgres", body), "id"));
    }

    private static String runtime(MapNode service) {
        return service.getText("type").filter("static"::equals).isPresent()
                ? "static"
                : service.getText("runtime").orElse(service.getText("env").orElse(""));
    }

    private void service(MapNode service) {
        String runtime = runtime(service);
        boolean site = runtime.equals("static");
        String type = site ? "static_site" : TYPES.get(text(service, "type"));
        if (type == null) {
            throw new Refused("no type " + text(service, "type"));
        }
        MapNode body = body(service).put("type", type);
        MapNode details = body.map("serviceDetails", null);
        source(service, runtime, body);
        if (site) {
            site(service, details);
        } else {
            details.put("runtime", runtime)
                    .put("plan", plan(service, "starter"))
                    .put("region", region(service));
            program(service, runtime, details);
        }
        edge(service, details, type);
        MapNode answer = api.post("/services", body).getMap("service").orElseThrow();
        String id = text(answer, "id");
        ids.put(text(service, "name"), id);
        List<String> domains = new ArrayList<>();
        service.getText("domain").ifPresent(domains::add);
        service.getList("domains").ifPresent(it -> it.forEach(domain -> domains.add(domain.toString())));
        domains.forEach(it -> domain(id, it));
    }

    /** The twin of an earlier one is there already. */
    private void domain(String id, String name) {
        String path = "/services/" + id + "/custom-domains";
        if (api.list(path, "customDomain").stream()
                .noneMatch(it -> text(it, "name").equalsIgnoreCase(name))) {
            api.post(path, new MapNode(null).put("name", name));
        }
    }

    private void source(MapNode service, String runtime, MapNode body) {
        if (runtime.equals("image")) {
            MapNode asked = service.getMap("image").orElseThrow(() -> new Refused("no image"));
            MapNode image = body.map("image", null).put("ownerId", owner).put("imagePath", text(asked, "url"));
            String credential = credential(asked.getMap("creds").orElse(new MapNode(null)));
            if (!credential.isEmpty()) {
                image.put("registryCredentialId", ids.get("credential " + credential));
            }
        } else {
            body.put("repo", service.getText("repo").orElse(repository))
                    .put("branch", service.getText("branch").orElse("main"));
            service.getText("rootDir").ifPresent(it -> body.put("rootDir", it));
            service.getMap("buildFilter").ifPresent(it -> {
                MapNode filter = body.map("buildFilter", null);
                filter.put("paths", it.getList("paths").orElse(new ListNode(null)));
                filter.put("ignoredPaths", it.getList("ignoredPaths").orElse(new ListNode(null)));
            });
        }
        String deploys = plain(service, "autoDeploy");
        body.put(
                "autoDeployTrigger",
                service.getText("autoDeployTrigger")
                        .orElse(List.of("false", "no", "off").contains(deploys) ? "off" : "commit"));
    }

    private static void site(MapNode service, MapNode details) {
        service.getText("buildCommand").ifPresent(it -> details.put("buildCommand", it));
        service.getText("staticPublishPath").ifPresent(it -> details.put("publishPath", it));
        service.getList("headers").ifPresent(it -> details.put("headers", it));
        service.getList("routes").ifPresent(it -> details.put("routes", it));
    }

    private void program(MapNode service, String runtime, MapNode details) {
        MapNode program = details.map("envSpecificDetails", null);
        if (runtime.equals("docker")) {
            program.put("dockerCommand", service.getText("dockerCommand").orElse(""))
                    .put("dockerContext", service.getText("dockerContext").orElse("."))
                    .put("dockerfilePath", service.getText("dockerfilePath").orElse("./Dockerfile"));
            String credential = credential(service.getMap("registryCredential").orElse(new MapNode(null)));
            if (!credential.isEmpty()) {
                program.put("registryCredentialId", ids.get("credential " + credential));
            }
        } else if (runtime.equals("image")) {
            program.put("dockerCommand", service.getText("dockerCommand").orElse(""));
        } else {
            program.put("buildCommand", service.getText("buildCommand").orElse(""))
                    .put("startCommand", service.getText("startCommand").orElse(""));
        }
        if (text(service, "type").equals("cron")) {
            details.put("schedule", text(service, "schedule"));
            return;
        }
        service.getText("preDeployCommand").ifPresent(it -> details.put("preDeployCommand", it));
        service.get("maxShutdownDelaySeconds").ifPresent(it -> details.put("maxShutdownDelaySeconds", it));
        if (service.getMap("scaling").isPresent()) {
            scaling(service.getMap("scaling").get(), details.map("autoscaling", null));
        } else {
            service.get("numInstances").ifPresent(it -> details.put("numInstances", it));
        }
        service.getMap("disk")
                .ifPresent(it -> details.put(
                        "disk",
                        new MapNode(null)
                                .put("name", text(it, "name"))
                                .put("mountPath", text(it, "mountPath"))
                                .put("sizeGB", it.get("sizeGB").orElse(ScalarNode.of(10, null)))));
    }

    private static void scaling(MapNode asked, MapNode body) {
        body.put("enabled", true)
                .put("min", asked.get("minInstances"), null)
                .put("max", asked.get("maxInstances"), null);
        body.map("criteria", null)
                .put("cpu", criterion(asked, "targetCPUPercent"))
                .put("memory", criterion(asked, "targetMemoryPercent"));
    }

    private static MapNode criterion(MapNode asked, String field) {
        return new MapNode(null)
                .put("enabled", asked.has(field))
                .put("percentage", asked.get(field).orElse(ScalarNode.of(80, null)));
    }

    private static void edge(MapNode service, MapNode details, String type) {
        boolean site = type.equals("static_site");
        if (type.equals("web_service")) {
            service.getText("healthCheckPath").ifPresent(it -> details.put("healthCheckPath", it));
            service.getMap("maintenanceMode").ifPresent(it -> details.put("maintenanceMode", it));
        }
        if (site || type.equals("web_service")) {
            service.getText("renderSubdomainPolicy").ifPresent(it -> details.put("renderSubdomainPolicy", it));
            service.getList("ipAllowList").ifPresent(it -> details.put("ipAllowList", addresses(it)));
        }
        boolean old = List.of("true", "yes").contains(plain(service, "pullRequestPreviewsEnabled"));
        String generation = service.getMap("previews")
                .flatMap(it -> it.getText("generation"))
                .orElse(old ? "automatic" : "");
        if (!generation.isEmpty() && !type.equals("cron_job")) {
            details.map("previews", null).put("generation", generation);
        }
    }

    private void variables(MapNode service) {
        ListNode list = new ListNode(null);
        resolved(text(service, "name")).forEach((key, value) -> list.add(pair(key, value)));
        String id = ids.get(text(service, "name"));
        if (list.size() > 0) {
            api.put("/services/" + id + "/env-vars", list);
        }
        maps(service, "envVars").stream()
                .flatMap(it -> it.getText("fromGroup").stream())
                .forEach(it -> api.post("/env-groups/" + ids.get("group " + it) + "/services/" + id, null));
    }

    private Map<String, String> resolved(String name) {
        if (!variables.containsKey(name)) {
            Map<String, String> own = new LinkedHashMap<>();
            variables.put(name, own);
            for (MapNode variable : maps(services.get(name), "envVars")) {
                String key = text(variable, "key");
                if (variable.has("value")) {
                    own.put(key, plain(variable, "value"));
                } else if (variable.has("generateValue")) {
                    own.put(key, "made-by-render-" + key);
                } else if (variable.has("fromDatabase")) {
                    own.put(key, ofDatabase(variable.getMap("fromDatabase").orElseThrow()));
                } else if (variable.has("fromService")) {
                    java.util.Optional.ofNullable(
                                    ofService(variable.getMap("fromService").orElseThrow()))
                            .ifPresent(it -> own.put(key, it));
                }
            }
        }
        return variables.get(name);
    }

    private String ofDatabase(MapNode reference) {
        String id = ids.get("database " + text(reference, "name"));
        MapNode database = api.get("/postgres/" + id).orElseThrow();
        MapNode info = api.get("/postgres/" + id + "/connection-info").orElseThrow();
        return switch (text(reference, "property")) {
            case "host" -> id;
            case "port" -> "5432";
            case "user" -> text(database, "databaseUser");
            case "database" -> text(database, "databaseName");
            case "password" -> text(info, "password");
            case "connectionPoolString" -> text(info, "internalConnectionPoolString");
            default -> text(info, "internalConnectionString");
        };
    }

    private String ofService(MapNode reference) {
        String name = text(reference, "name");
        String property = text(reference, "property");
        if (isStore(services.get(name))) {
            String id = ids.get(name);
            return switch (property) {
                case "host" -> id;
                case "port" -> "6379";
                case "hostport" -> id + ":6379";
                default ->
                    text(api.get("/key-value/" + id + "/connection-info").orElseThrow(), "internalConnectionString");
            };
        }
        MapNode service = api.get("/services/" + ids.get(name)).orElseThrow();
        String slug = text(service, "slug");
        if (reference.has("envVarKey")) {
            String key = text(reference, "envVarKey");
            String url =
                    service.getMap("serviceDetails").map(it -> text(it, "url")).orElse("");
            return switch (key) {
                case "RENDER_EXTERNAL_URL" -> url;
                case "RENDER_EXTERNAL_HOSTNAME" -> url.replace("https://", "");
                case "RENDER_INTERNAL_HOSTNAME" -> slug;
                default -> resolved(name).get(key);
            };
        }
        return switch (property) {
            case "host" -> slug;
            case "port" -> "10000";
            default -> slug + ":10000";
        };
    }

    private static List<MapNode> maps(MapNode map, String list) {
        return map.getList(list).map(ListNode::items).orElse(List.of()).stream()
                .filter(it -> it instanceof MapNode)
                .map((Node it) -> (MapNode) it)
                .toList();
    }

    private static String text(MapNode map, String key) {
        return plain(map, key);
    }

    private static String plain(MapNode map, String key) {
        return map.get(key)
                .map(it -> it instanceof ScalarNode scalar
                        ? scalar.value() == null ? "" : scalar.written()
                        : it.toString())
                .orElse("");
    }
}
