package dev.davit.render.importing;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.ScalarNode;
import dev.davit.importing.Decision;
import dev.davit.importing.Decision.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes a Blueprint in today's words.
 *
 * <p>Source of the old ones: the descriptions in Render's schema of 2026-10-02 and https://render.com/docs/blueprint-spec; {@code env}
 * is no longer in the schema, and Render still takes it.
 */
final class Spelling {
    private static final Set<String> SERVERS = Set.of("web", "pserv", "worker");

    /** What people write for a type though Render has no such word. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("web_service", "web"),
            Map.entry("web-service", "web"),
            Map.entry("private_service", "pserv"),
            Map.entry("private-service", "pserv"),
            Map.entry("private", "pserv"),
            Map.entry("background_worker", "worker"),
            Map.entry("background-worker", "worker"),
            Map.entry("background", "worker"),
            Map.entry("cron_job", "cron"),
            Map.entry("cronjob", "cron"),
            Map.entry("key_value", "keyvalue"),
            Map.entry("key-value", "keyvalue"));

    private static final Set<String> STATIC_TYPES = Set.of("static", "static_site", "static-site");

    private final BlueprintFile file;
    private final List<Decision> decisions;

    Spelling(BlueprintFile file, List<Decision> decisions) {
        this.file = file;
        this.decisions = decisions;
    }

    /** Gives the tree in today's words; the file's own stays as it is. */
    MapNode today() {
        MapNode root = file.root().copy();
        nameByText(root);
        root.get("previewsEnabled")
                .flatMap(Spelling::flag)
                .ifPresent(it -> preview(root, "previewsEnabled", "", it ? "automatic" : "off"));
        root.get("previewsExpireAfterDays").ifPresent(it -> {
            renamed("", it, "previewsExpireAfterDays", "previews.expireAfterDays");
            root.remove("previewsExpireAfterDays");
            previews(root).ifPresent(previews -> putUnlessThere(previews, "expireAfterDays", it));
        });
        Map<String, MapNode> services = new HashMap<>();
        Places.of(root).forEach(place -> place.items("services").forEach(it -> service(it, services)));
        Places.of(root).forEach(place -> {
            place.items("databases")
                    .forEach(it -> new Slips(slip -> understood(
                                    "database " + it.getText("name").orElse("") + "/" + slip.key(),
                                    slip.node(),
                                    slip.key(),
                                    slip.what(),
                                    slip.why()))
                            .addresses(it));
            place.items("services").forEach(it -> references(it, services));
            place.items("envVarGroups").forEach(it -> references(it, services));
        });
        return root;
    }

    /** A name of digits is a number to YAML; to Render it is a name. */
    private static void nameByText(Node node) {
        if (node instanceof MapNode map) {
            map.get("name")
                    .filter(it -> it instanceof ScalarNode scalar
                            && scalar.value() != null
                            && !(scalar.value() instanceof String))
                    .ifPresent(it -> map.put(
                            "name", ((ScalarNode) it).written(), it.origin().orElse(null)));
            map.entries().values().forEach(Spelling::nameByText);
        } else if (node instanceof ListNode list) {
            list.forEach(Spelling::nameByText);
        }
    }

    private static Optional<MapNode> previews(MapNode map) {
        if (map.get("previews").filter(BlueprintFile::isNull).isPresent()) {
            map.remove("previews");
        }
        return map.has("previews")
                ? map.getMap("previews")
                : Optional.of(map.map("previews", map.origin().orElse(null)));
    }

    private static void putUnlessThere(MapNode map, String key, Node value) {
        if (!map.has(key)) {
            map.put(key, value);
        }
    }

    private void preview(MapNode map, String old, String path, String generation) {
        Node node = map.remove(old).orElseThrow();
        renamed(path, node, old, "previews.generation");
        previews(map)
                .ifPresent(it -> putUnlessThere(
                        it,
                        "generation",
                        ScalarNode.of(generation, node.origin().orElse(null))));
    }

    /** Reads a flag as readers of YAML 1.1 do, too; what is none stays as it is, for the schema to refuse. */
    private static Optional<Boolean> flag(Node node) {
        String text = node instanceof ScalarNode scalar ? scalar.written().toLowerCase(Locale.ROOT) : "";
        return switch (text) {
            case "true", "yes", "on" -> Optional.of(true);
            case "false", "no", "off" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private void service(MapNode service, Map<String, MapNode> services) {
        String name = service.getText("name").orElse("");
        String path = "service " + name;
        services.putIfAbsent(name, service);
        type(service, path);
        new Slips(it -> understood(path + "/" + it.key(), it.node(), it.key(), it.what(), it.why())).mend(service);
        if (service.getText("type").filter("keyvalue"::equals).isPresent() && !service.has("ipAllowList")) {
            understood(
                    path + "/ipAllowList",
                    service,
                    "type",
                    "the store has no ipAllowList",
                    "Render refuses a new one without it, and an empty list lets nobody in from outside");
        }
        rename(service, path, "env", "runtime");
        service.get("autoDeploy").filter(it -> flag(it).isPresent()).ifPresent(it -> {
            renamed(path, it, "autoDeploy", "autoDeployTrigger");
            service.remove("autoDeploy");
            putUnlessThere(
                    service,
                    "autoDeployTrigger",
                    ScalarNode.of(
                            flag(it).orElseThrow() ? "commit" : "off",
                            it.origin().orElse(null)));
        });
        service.get("domain").ifPresent(it -> domain(service, path, it));
        service.get("pullRequestPreviewsEnabled")
                .flatMap(Spelling::flag)
                .ifPresent(on -> preview(service, "pullRequestPreviewsEnabled", path, on ? "automatic" : "off"));
        if (service.getText("type").filter(SERVERS::contains).isPresent()
                && service.get("previewPlan").isPresent()) {
            Node plan = service.remove("previewPlan").orElseThrow();
            renamed(path, plan, "previewPlan", "previews.plan");
            previews(service).ifPresent(it -> putUnlessThere(it, "plan", plan));
        }
    }

    private void type(MapNode service, String path) {
        String type = service.getText("type").orElse("");
        Node node = service.get("type").orElse(service);
        if (type.equals("redis")) {
            renamed(path, node, "type: redis", "type: keyvalue");
            service.put("type", "keyvalue", node.origin().orElse(null));
        } else if (STATIC_TYPES.contains(type)) {
            understood(
                    path + "/type",
                    node,
                    "type",
                    "\"" + type + "\" is no type",
                    "a site is a web with runtime: static");
            service.put("type", "web", node.origin().orElse(null));
            service.remove("env");
            service.put("runtime", "static", node.origin().orElse(null));
        } else if (TYPES.containsKey(type)) {
            String meant = TYPES.get(type);
            understood(path + "/type", node, "type", "\"" + type + "\" is no type", "it is called " + meant);
            service.put("type", meant, node.origin().orElse(null));
        }
    }

    private void rename(MapNode map, String path, String old, String now) {
        // A map can only mean variables, as Docker Compose has them: the schema refuses it.
        map.get(old).filter(ScalarNode.class::isInstance).ifPresent(it -> {
            map.remove(old);
            if (!map.has(now)) {
                renamed(path, it, old, now);
                map.put(now, it);
            } else if (map.get(now).filter(it::equals).isEmpty()) {
                understood(
                        path + "/" + old,
                        it,
                        old,
                        old + " and " + now + " say different things",
                        old + " is the old word for " + now + ", so " + now + " counts");
            }
        });
    }

    private void domain(MapNode service, String path, Node domain) {
        renamed(path, domain, "domain", "domains");
        service.remove("domain");
        if (service.getList("domains").isPresent()) {
            service.getList("domains").orElseThrow().add(domain);
        } else {
            service.list("domains", domain.origin().orElse(null)).add(domain);
        }
    }

    /** A reference names the type of what it refers to; the file has it a second time, so the file's own counts. */
    private void references(MapNode holder, Map<String, MapNode> services) {
        for (Node entry : holder.getList("envVars").map(ListNode::items).orElse(List.of())) {
            Optional<MapNode> reference = entry instanceof MapNode map ? map.getMap("fromService") : Optional.empty();
            reference.ifPresent(it -> reference(
                    it,
                    Optional.ofNullable(services.get(it.getText("name").orElse(""))),
                    "service " + holder.getText("name").orElse("") + "/envVars/"
                            + ((MapNode) entry).getText("key").orElse("")));
        }
    }

    private void reference(MapNode reference, Optional<MapNode> target, String path) {
        String type = reference.getText("type").orElse("");
        if (type.equals("redis")) {
            renamed(path, reference.get("type").orElseThrow(), "type: redis", "type: keyvalue");
            type = "keyvalue";
            reference.put("type", type, reference.origin().orElse(null));
        }
        Optional<String> real = target.flatMap(it -> it.getText("type"));
        boolean site = target.filter(
                        it -> it.getText("runtime").filter("static"::equals).isPresent())
                .isPresent();
        if (real.isPresent() && !real.get().equals(type) && !(site && type.equals("static"))) {
            understood(
                    path + "/fromService/type",
                    reference,
                    "fromService",
                    type.isEmpty() ? "the reference names no type" : "the reference names the type \"" + type + "\"",
                    "the service of that name in this file is a " + real.get());
            reference.put("type", real.get(), reference.origin().orElse(null));
        }
    }

    private void renamed(String path, Node node, String old, String now) {
        decide(Kind.RENAMED, path, node, old, old + " is an old spelling", "it is called " + now + " today");
    }

    private void understood(String path, Node node, String key, String what, String why) {
        decide(Kind.UNDERSTOOD, path, node, key, what, why);
    }

    private void decide(Kind kind, String path, Node node, String key, String what, String why) {
        decisions.add(file.decision(kind, node, key.replaceAll(":.*", ""), path, what, why));
    }
}
