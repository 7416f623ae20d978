package dev.davit.render.blueprint;

import dev.davit.Plan;
import dev.davit.Region;
import dev.davit.Render.AutoDeploy;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Origin;
import dev.davit.model.Placement;
import dev.davit.model.ResourceKey;
import dev.davit.model.Setting;
import dev.davit.model.Spec;
import java.util.List;
import java.util.Optional;

/** Reads Render's settings block. */
final class Settings {
    private static final Origin DEFAULTS = Origin.defaultSet("default set 1");

    private final Placement placement;

    Settings(Placement placement) {
        this.placement = placement;
    }

    /** Writes the region, Render's own default where the user named none: a service never changes it later. */
    void putRegion(MapNode node, ResourceKey key) {
        Optional<Setting> own = of("region", key);
        putRegion(
                node,
                own.map(it -> (Region) it.value()),
                own.map(Setting::origin).orElse(null));
    }

    /** Writes the region: what is said of one, or of all. */
    void putRegion(MapNode node, Optional<Region> own, Origin why) {
        Optional<Setting> all = placement.setting("region");
        node.put(
                "region",
                own.or(() -> all.map(it -> (Region) it.value()))
                        .map(Region::word)
                        .orElse("oregon"),
                own.isPresent() ? why : all.map(Setting::origin).orElse(DEFAULTS));
    }

    /** Gives all that is said of one resource, in the order given. */
    List<Setting> of(ResourceKey key) {
        return placement.settings().stream()
                .filter(it -> it.resource().filter(key::equals).isPresent())
                .toList();
    }

    /** Gives the setting that fills a variable of a resource, before all that its own words say. */
    Optional<Setting> variable(ResourceKey key, String name) {
        return of(key).stream()
                .filter(it -> it.name().equals("variable")
                        && ((List<?>) it.value()).get(0).equals(name))
                .findFirst();
    }

    /** Gives what is said of one resource; the last call counts. */
    Optional<Setting> of(String name, ResourceKey key) {
        return placement.setting(name, key);
    }

    /** Gives the name that a resource has on Render. */
    String name(ResourceKey key) {
        return of("name", key).map(it -> (String) it.value()).orElse(key.id());
    }

    /** Gives all that is said of the whole Blueprint, in the order given. */
    List<Setting> whole() {
        return placement.settings().stream()
                .filter(it -> it.resource().isEmpty())
                .toList();
    }

    /** Gives who named it so. */
    Origin nameOrigin(Spec spec) {
        return of("name", spec.key())
                .map(Setting::origin)
                .orElse(spec.declaration().created());
    }

    /** Gives what is said of the whole Blueprint. */
    Optional<Setting> whole(String name) {
        return placement.setting(name);
    }

    /** Writes what starts a deploy. */
    void putAutoDeploy(MapNode node, ResourceKey key) {
        Optional<Setting> own = placement.setting("autoDeploy", key);
        putAutoDeploy(
                node,
                own.map(it -> (AutoDeploy) it.value()),
                own.map(Setting::origin).orElse(null));
    }

    /** Writes what starts a deploy: what is said of one, or of all. */
    void putAutoDeploy(MapNode node, Optional<AutoDeploy> own, Origin why) {
        Optional<Setting> all = placement.setting("autoDeploy");
        String word = own.or(() -> all.map(it -> (AutoDeploy) it.value()))
                .map(it -> switch (it) {
                    case COMMIT -> "commit";
                    case CHECKS_PASS -> "checksPass";
                    case OFF -> "off";
                })
                .orElse("checksPass");
        node.put(
                "autoDeployTrigger",
                word,
                own.isPresent() ? why : all.map(Setting::origin).orElse(DEFAULTS));
    }

    /** Gives where a resource was put: an environment, or out of all. */
    Optional<Setting> environment(ResourceKey key) {
        return placement.setting("environment", key);
    }

    /** Gives the plan that the user chose. */
    Optional<Setting> plan(ResourceKey key) {
        return placement.setting("plan", key);
    }

    static String word(Setting plan) {
        return ((Plan) plan.value()).word();
    }

    /** Gives the address of a service that is not on Render. */
    Optional<Setting> address(ResourceKey key) {
        return placement.setting("address", key);
    }

    /** Writes who may reach a site, if not all may. */
    void putAllowListIfAny(MapNode node, ResourceKey key) {
        if (!allowed(key).isEmpty() || of("allowNone", key).isPresent()) {
            putAllowList(node, key);
        }
    }

    private List<Setting> allowed(ResourceKey key) {
        return of(key).stream().filter(it -> it.name().equals("allow")).toList();
    }

    /** Writes who may reach a store from outside, in full: without the list a database is open to all. */
    void putAllowList(MapNode node, ResourceKey key) {
        List<Setting> allowed = allowed(key);
        ListNode list = node.list(
                "ipAllowList",
                allowed.isEmpty()
                        ? of("allowNone", key)
                                .map(Setting::origin)
                                .orElse(Origin.target("only the private network reaches a store"))
                        : allowed.get(0).origin());
        for (Setting entry : allowed) {
            String[] parts = ((String) entry.value()).split(" ", 2);
            MapNode item = new MapNode(entry.origin()).put("source", parts[0]);
            list.add(parts.length == 1 ? item : item.put("description", parts[1]));
        }
    }
}
