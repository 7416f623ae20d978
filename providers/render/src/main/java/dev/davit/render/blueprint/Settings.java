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
    void putRegion(MapNode node) {
        Optional<Setting> region = placement.setting("region");
        node.put(
                "region",
                region.map(it -> ((Region) it.value()).word()).orElse("oregon"),
                region.map(Setting::origin).orElse(DEFAULTS));
    }

    /** Writes what starts a deploy. */
    void putAutoDeploy(MapNode node) {
        Optional<Setting> trigger = placement.setting("autoDeploy");
        String word = trigger.map(it -> (AutoDeploy) it.value())
                .map(it -> switch (it) {
                    case COMMIT -> "commit";
                    case CHECKS_PASS -> "checksPass";
                    case OFF -> "off";
                })
                .orElse("checksPass");
        node.put("autoDeployTrigger", word, trigger.map(Setting::origin).orElse(DEFAULTS));
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

    /** Writes who may reach a store from outside, in full: without the list a database is open to all. */
    void putAllowList(MapNode node, ResourceKey key) {
        List<Setting> allowed = placement.settings().stream()
                .filter(it -> it.name().equals("allow")
                        && it.resource().filter(key::equals).isPresent())
                .toList();
        ListNode list = node.list(
                "ipAllowList",
                allowed.isEmpty()
                        ? Origin.target("only the private network reaches a store")
                        : allowed.get(0).origin());
        for (Setting entry : allowed) {
            String[] parts = ((String) entry.value()).split(" ", 2);
            list.add(new MapNode(entry.origin()).put("source", parts[0]).put("description", parts[1]));
        }
    }
}
