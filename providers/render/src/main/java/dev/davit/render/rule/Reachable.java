package dev.davit.render.rule;

import dev.davit.check.Report;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.model.Desired;
import dev.davit.model.DesiredObject;
import java.util.Optional;
import java.util.Set;

/**
 * RND008: ask no worker, cron job or static site for a private address. The handles offer none, so this is about raw edits; source:
 * https://render.com/docs/private-network
 */
public final class Reachable extends RenderRule {
    private static final Set<String> WITHOUT_ADDRESS = Set.of("worker", "cron", "static", "job");
    private static final Set<String> ADDRESSES = Set.of("host", "port", "hostport");

    @Override
    public String id() {
        return "RND008";
    }

    @Override
    public String title() {
        return "Only web services and private services are asked for a private address.";
    }

    @Override
    void look(Desired desired, Report report) {
        for (DesiredObject object : desired.objects()) {
            object.tree().getList("envVars").ifPresent(list -> look(object, list, report));
        }
    }

    private static void look(DesiredObject object, ListNode list, Report report) {
        for (Node item : list) {
            if (item instanceof MapNode entry) {
                entry.getMap("fromService")
                        .filter(Reachable::asksInVain)
                        .ifPresent(reference -> report(object, reference, report));
            }
        }
    }

    private static boolean asksInVain(MapNode reference) {
        Optional<String> type = reference.getText("type");
        Optional<String> property = reference.getText("property");
        return type.filter(WITHOUT_ADDRESS::contains).isPresent()
                && property.filter(ADDRESSES::contains).isPresent();
    }

    private static void report(DesiredObject object, MapNode reference, Report report) {
        report.add(
                object.resource().orElse(null),
                reference.origin().orElse(null),
                "a " + reference.getText("type").orElse("") + " has no private address on Render",
                "nothing can connect to it, so Render has no host and no port to give",
                "make it a private service: infra.privateService(...)");
    }
}
