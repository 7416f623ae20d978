package dev.davit.render.importing;

import dev.davit.Plan;
import dev.davit.Region;
import dev.davit.Render;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.source.Code;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Says for Render alone what resources of several kinds have. */
final class CommonFields {
    private static final Map<String, String> PLANS = Map.of(
            "free", "FREE",
            "starter", "STARTER",
            "standard", "STANDARD",
            "pro", "PRO",
            "pro plus", "PRO_PLUS",
            "pro max", "PRO_MAX",
            "pro ultra", "PRO_ULTRA");

    private final Draft draft;
    private final Item item;
    private final Cursor fields;

    CommonFields(Draft draft) {
        this.draft = draft;
        this.item = draft.item();
        this.fields = item.fields();
    }

    /** Takes what several kinds have. */
    void write() {
        if (item.kind() == Item.Kind.GROUP) {
            return;
        }
        preDeploy();
        domains();
        fields.as("region", it -> Region.valueOf(it.toUpperCase(Locale.ROOT)))
                .ifPresent(it -> draft.set("region", "region", Code.plain("Region." + it.name())));
        fields.as("plan", CommonFields::plan).ifPresent(it -> draft.set("plan", "plan", it));
        fields.as("autoDeployTrigger", Resources::autoDeploy)
                .ifPresent(it -> draft.set("autoDeploy", "autoDeployTrigger", it));
        previews();
        fields.text("initialDeployHook")
                .ifPresent(it -> draft.set("initialDeploy", "initialDeployHook", Code.quoted(it)));
        maintenance();
        fields.as("renderSubdomainPolicy", it -> switch (it) {
                    case "enabled" -> "true";
                    case "disabled" -> "false";
                    default -> throw new IllegalArgumentException(it);
                })
                .ifPresent(it -> draft.set("subdomain", "renderSubdomainPolicy", Code.plain(it)));
        Programs.credential(fields)
                .ifPresent(it -> draft.set("baseImageCredential", "registryCredential", Code.quoted(it)));
        allowed();
    }

    private void preDeploy() {
        fields.text("preDeployCommand").ifPresent(line -> {
            Optional<Code[]> words = item.kind().serves() ? Programs.words(line) : Optional.empty();
            words.ifPresentOrElse(
                    it -> draft.call("preDeploy", "preDeployCommand", it),
                    () -> draft.set("preDeploy", "preDeployCommand", Code.quoted(line)));
        });
    }

    private void domains() {
        if (item.kind() == Item.Kind.WEB || item.kind() == Item.Kind.SITE) {
            Programs.texts(fields, "domains")
                    .ifPresent(hosts ->
                            hosts.stream().distinct().forEach(it -> draft.call("domain", "domains", Code.quoted(it))));
        }
    }

    private static Code plan(String word) {
        String constant = PLANS.get(word);
        return constant == null
                ? Code.call("Plan", "of", Code.quoted(Plan.of(word).word()))
                : Code.plain("Plan." + constant);
    }

    private void previews() {
        fields.as("previewPlan", CommonFields::plan).ifPresent(it -> draft.set("previewPlan", "previewPlan", it));
        fields.into("previews").ifPresent(previews -> {
            previews.as("generation", it -> Render.Previews.valueOf(Draft.constant(it)))
                    .ifPresent(it -> draft.set("previews", "previews", Code.plain("Render.Previews." + it.name())));
            previews.as("plan", CommonFields::plan).ifPresent(it -> draft.set("previewPlan", "previews", it));
            previews.number("numInstances")
                    .filter(it -> it > 0)
                    .ifPresent(it -> draft.set("previewInstances", "previews", Draft.number(it)));
        });
    }

    private void maintenance() {
        if (item.kind() != Item.Kind.WEB) {
            return;
        }
        fields.into("maintenanceMode").ifPresent(mode -> {
            mode.flag("enabled")
                    .ifPresent(it -> draft.set("maintenance", "maintenanceMode", Code.plain(String.valueOf(it))));
            mode.text("uri").ifPresent(it -> draft.set("maintenancePage", "maintenanceMode", Code.quoted(it)));
        });
    }

    private void allowed() {
        Optional<ListNode> list = fields.list("ipAllowList");
        if (list.isEmpty()) {
            return;
        }
        if (list.get().size() == 0) {
            if (!item.kind().stores()) {
                draft.set("allowNone", "ipAllowList");
            }
            return;
        }
        boolean whole = list.get().items().stream()
                .allMatch(it -> it instanceof MapNode map
                        && map.getText("source").isPresent()
                        && map.entries().keySet().stream()
                                .allMatch(key -> key.equals("source") || key.equals("description"))
                        && (!map.has("description")
                                || map.getText("description").isPresent()));
        if (!whole) {
            fields.giveBack("ipAllowList", "an entry has a source and a description");
            return;
        }
        for (Node node : list.get()) {
            MapNode entry = (MapNode) node;
            Code source = Code.quoted(entry.getText("source").orElseThrow());
            entry.getText("description")
                    .ifPresentOrElse(
                            it -> draft.set("allow", "ipAllowList", source, Code.quoted(it)),
                            () -> draft.set("allow", "ipAllowList", source));
        }
    }
}
