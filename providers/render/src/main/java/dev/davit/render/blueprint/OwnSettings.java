package dev.davit.render.blueprint;

import dev.davit.Dockerfile;
import dev.davit.Image;
import dev.davit.NativeRuntime;
import dev.davit.Plan;
import dev.davit.Size;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.model.Kind;
import dev.davit.model.Setting;
import dev.davit.model.Spec;
import dev.davit.model.WorkloadSpec;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes what a user says of one resource in Render's own words, because no other target has the like.
 *
 * <p>Source of the fields and of which kind has which: Render's Blueprint schema of 2026-10-02.
 */
final class OwnSettings {
    private static final Set<Kind> SERVERS = EnumSet.of(Kind.WEB_SERVICE, Kind.PRIVATE_SERVICE, Kind.WORKER);
    private static final Set<Kind> SITES = EnumSet.of(Kind.WEB_SERVICE, Kind.STATIC_SITE);
    private static final Set<Kind> STORES = EnumSet.of(Kind.JOB_QUEUE, Kind.CACHE, Kind.POSTGRES);
    private static final Set<Kind> KEY_VALUE = EnumSet.of(Kind.JOB_QUEUE, Kind.CACHE);
    private static final Set<Kind> DATABASE = EnumSet.of(Kind.POSTGRES);
    private static final Set<Kind> RUNNING =
            EnumSet.of(Kind.WEB_SERVICE, Kind.PRIVATE_SERVICE, Kind.WORKER, Kind.CRON_JOB);

    /** Says where a setting is written for some kinds. */
    private record Field(Set<Kind> kinds, String... path) {}

    private static final Map<String, List<Field>> FIELDS = Map.ofEntries(
            Map.entry("previews", List.of(new Field(with(SERVERS, Kind.STATIC_SITE), "previews", "generation"))),
            Map.entry("previewPlan", List.of(new Field(SERVERS, "previews", "plan"), new Field(STORES, "previewPlan"))),
            Map.entry("previewInstances", List.of(new Field(SERVERS, "previews", "numInstances"))),
            Map.entry("previewStorage", List.of(new Field(DATABASE, "previewDiskSizeGB"))),
            Map.entry("subdomain", List.of(new Field(SITES, "renderSubdomainPolicy"))),
            Map.entry("maintenance", List.of(new Field(EnumSet.of(Kind.WEB_SERVICE), "maintenanceMode", "enabled"))),
            Map.entry("maintenancePage", List.of(new Field(EnumSet.of(Kind.WEB_SERVICE), "maintenanceMode", "uri"))),
            Map.entry("initialDeploy", List.of(new Field(SERVERS, "initialDeployHook"))),
            Map.entry("preDeploy", List.of(new Field(with(RUNNING, Kind.STATIC_SITE), "preDeployCommand"))),
            Map.entry(
                    "healthCheckPath",
                    List.of(new Field(EnumSet.of(Kind.PRIVATE_SERVICE, Kind.WORKER), "healthCheckPath"))),
            Map.entry(
                    "baseImageCredential",
                    List.of(new Field(RUNNING, "registryCredential", "fromRegistryCreds", "name"))),
            Map.entry("startCommand", List.of(new Field(RUNNING, "startCommand"))),
            Map.entry("buildCommand", List.of(new Field(RUNNING, "buildCommand"))),
            Map.entry("persistence", List.of(new Field(KEY_VALUE, "persistenceMode"))),
            Map.entry("connectionPool", List.of(new Field(DATABASE, "connectionPool"))),
            Map.entry("storageAutoscaling", List.of(new Field(DATABASE, "storageAutoscalingEnabled"))));

    /** What Render's schema forbids beside {@code buildSource}. */
    private static final Set<String> NOT_BUILT_ELSEWHERE =
            Set.of("previews", "previewPlan", "previewInstances", "baseImageCredential", "buildCommand");

    /** Those that are not simply one field. */
    private static final Map<String, Set<Kind>> OTHERS = Map.ofEntries(
            Map.entry("autoDeploy", with(RUNNING, Kind.STATIC_SITE)),
            Map.entry("readReplica", DATABASE),
            Map.entry("previewValue", with(RUNNING, Kind.STATIC_SITE, Kind.ENV_GROUP)),
            Map.entry("allow", with(STORES, Kind.WEB_SERVICE, Kind.STATIC_SITE)),
            Map.entry("allowNone", with(STORES, Kind.WEB_SERVICE, Kind.STATIC_SITE)),
            Map.entry("region", with(STORES, RUNNING.toArray(Kind[]::new))),
            Map.entry("name", with(with(STORES, RUNNING.toArray(Kind[]::new)), Kind.STATIC_SITE, Kind.ENV_GROUP)),
            Map.entry("command", RUNNING),
            Map.entry("builtFrom", SERVERS),
            Map.entry("variable", with(RUNNING, Kind.STATIC_SITE, Kind.ENV_GROUP)),
            Map.entry("envGroup", with(RUNNING, Kind.STATIC_SITE)));

    private final Context context;
    private final Spec spec;

    OwnSettings(Context context, Spec spec) {
        this.context = context;
        this.spec = spec;
    }

    private static Set<Kind> with(Set<Kind> kinds, Kind... more) {
        Set<Kind> all = EnumSet.copyOf(kinds);
        all.addAll(List.of(more));
        return all;
    }

    /** Says whether a kind has a setting; empty for a setting that is none of these. */
    static Optional<Boolean> fits(String name, Kind kind) {
        if (OTHERS.containsKey(name)) {
            return Optional.of(OTHERS.get(name).contains(kind));
        }
        return Optional.ofNullable(FIELDS.get(name))
                .map(fields -> fields.stream().anyMatch(it -> it.kinds().contains(kind)));
    }

    /** Writes them over what the definition's own words gave. */
    void write(MapNode node) {
        for (Setting setting : context.settings().of(spec.key())) {
            for (Field field : FIELDS.getOrDefault(setting.name(), List.of())) {
                if (field.kinds().contains(spec.kind())) {
                    put(node, field.path(), setting);
                }
            }
        }
        context.settings()
                .of("command", spec.key())
                .filter(it -> spec instanceof WorkloadSpec)
                .ifPresent(it -> {
                    if (spec.declaration().sets("command")) {
                        context.remarks().overridden(spec, "command", "how it starts");
                    }
                    node.put(commandField(), it.value(), it.origin());
                });
        writeReplicas(node);
        new OwnVariables(context, spec).write(node);
        writePreviewValues(node);
        reportAutoDeploy();
    }

    /** An image has no repository whose commits could start a deploy; source: https://render.com/docs/blueprint-spec. */
    private void reportAutoDeploy() {
        if (spec instanceof WorkloadSpec workload && workload.source() instanceof Image) {
            context.settings().of(spec.key()).stream()
                    .filter(it -> it.name().equals("autoDeploy"))
                    .forEach(it -> context.remarks().unused(it, spec.key(), "no commit starts a deploy of an image"));
        }
    }

    private void put(MapNode node, String[] path, Setting setting) {
        if (setting.name().equals("baseImageCredential") && !isBuilt()) {
            context.remarks().unused(setting, spec.key(), spec.key() + " is not built from a Dockerfile");
            return;
        }
        if (setting.name().equals("preDeploy") && spec.declaration().sets("preDeploy")) {
            context.remarks().overridden(spec, "preDeploy", "what runs before a deploy");
        }
        boolean elsewhere = context.settings().of("builtFrom", spec.key()).isPresent();
        if (elsewhere && NOT_BUILT_ELSEWHERE.contains(setting.name())) {
            context.remarks().unused(setting, spec.key(), "a service that is built from a build source has none");
            return;
        }
        MapNode parent = node;
        for (int i = 0; i < path.length - 1; i++) {
            String step = path[i];
            MapNode above = parent;
            parent = above.getMap(step).orElseGet(() -> above.map(step, setting.origin()));
        }
        if (setting.name().equals("persistence") && spec.declaration().sets("persistent")) {
            context.notes().emulated(spec.key(), "Render's own setting for persistence goes before .persistent()");
        }
        parent.put(path[path.length - 1], word(setting), setting.origin());
    }

    private String commandField() {
        return ((WorkloadSpec) spec).source() instanceof NativeRuntime ? "startCommand" : "dockerCommand";
    }

    private boolean isBuilt() {
        return spec instanceof WorkloadSpec workload && workload.source() instanceof Dockerfile;
    }

    private static Object word(Setting setting) {
        Object value = setting.value();
        if (setting.name().equals("subdomain")) {
            return value.equals(true) ? "enabled" : "disabled";
        }
        if (value instanceof Plan plan) {
            return plan.word();
        }
        if (value instanceof Size size) {
            return size.inGibRoundedUp();
        }
        return value instanceof Enum<?> constant
                ? constant.name().toLowerCase(Locale.ROOT).replace('_', '-')
                : value;
    }

    private void writeReplicas(MapNode node) {
        ListNode replicas = new ListNode(null);
        context.settings().of(spec.key()).stream()
                .filter(it -> it.name().equals("readReplica") && spec.kind() == Kind.POSTGRES)
                .forEach(it -> replicas.add(new MapNode(it.origin()).put("name", it.value())));
        node.putUnlessEmpty("readReplicas", replicas, null);
    }

    private void writePreviewValues(MapNode node) {
        for (Setting setting : context.settings().of(spec.key())) {
            if (setting.name().equals("previewValue")) {
                List<?> pair = (List<?>) setting.value();
                Optional<MapNode> entry = variable(node, String.valueOf(pair.get(0)));
                if (entry.isPresent()) {
                    entry.get().put("previewValue", pair.get(1), setting.origin());
                } else {
                    context.remarks()
                            .unused(setting, spec.key(), pair.get(0) + " is not a variable that is set to plain text");
                }
            }
        }
    }

    private static Optional<MapNode> variable(MapNode node, String name) {
        return node.getList("envVars").stream()
                .flatMap(list -> list.items().stream())
                .map(MapNode.class::cast)
                .filter(it -> it.getText("key").filter(name::equals).isPresent() && it.has("value"))
                .findFirst();
    }
}
