package dev.davit.render.importing;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.Origin;
import dev.davit.document.ScalarNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Mends what people write in a Blueprint although Render has another word for it, where only one thing can be meant. Each is one that
 * files in public repositories have.
 */
final class Slips {
    /**
     * Says what was mended.
     *
     * @param node where
     * @param key the word that stands there
     * @param what what is wrong
     * @param why what it is taken for
     */
    record Slip(Node node, String key, String what, String why) {}

    private static final Map<String, String> KEYS = Map.of(
            "publishDir", "staticPublishPath",
            "publishPath", "staticPublishPath",
            "customDomains", "domains");

    private static final List<String> GROUP = List.of("fromGourp", "fromeGroup", "fromgroup");

    private final Consumer<Slip> found;

    Slips(Consumer<Slip> found) {
        this.found = found;
    }

    void mend(MapNode service) {
        KEYS.forEach((wrong, right) -> service.get(wrong)
                .filter(it -> !service.has(right) && (it instanceof ScalarNode || texts(it)))
                .ifPresent(it -> {
                    service.remove(wrong);
                    service.put(right, it);
                    report(it, wrong, "it is called " + right);
                }));
        disks(service);
        health(service);
        addresses(service);
        variables(service);
    }

    private void report(Node node, String key, String why) {
        found.accept(new Slip(node, key, "Render has no " + key, why));
    }

    private static boolean texts(Node node) {
        return node instanceof ListNode list && list.items().stream().allMatch(ScalarNode.class::isInstance);
    }

    private void disks(MapNode service) {
        Optional<ListNode> disks = service.getList("disks").filter(it -> it.size() == 1 && !service.has("disk"));
        disks.filter(it -> it.get(0) instanceof MapNode).ifPresent(it -> {
            service.remove("disks");
            service.put("disk", it.get(0));
            report(it, "disks", "a service has one disk, and it is called disk");
        });
    }

    private void health(MapNode service) {
        Optional<MapNode> health = service.getMap("healthCheck").filter(it -> !service.has("healthCheckPath"));
        health.flatMap(it -> it.getText("path")).ifPresent(it -> {
            Node path = health.get().remove("path").orElseThrow();
            service.put("healthCheckPath", path);
            if (health.get().isEmpty()) {
                service.remove("healthCheck");
            }
            report(path, "healthCheck", "the path is called healthCheckPath");
        });
    }

    /** Mends lists of addresses without their field. */
    void addresses(MapNode holder) {
        Optional<ListNode> list = holder.getList("ipAllowList").filter(it -> it.size() > 0 && texts(it));
        list.ifPresent(addresses -> {
            for (int i = 0; i < addresses.size(); i++) {
                Origin why = addresses.get(i).origin().orElse(null);
                addresses.set(i, new MapNode(why).put("source", addresses.get(i)));
            }
            found.accept(new Slip(
                    addresses, "ipAllowList", "an entry of ipAllowList is a text", "it is taken for the source"));
        });
    }

    private void variables(MapNode holder) {
        for (Node node : holder.getList("envVars").map(ListNode::items).orElse(List.of())) {
            if (node instanceof MapNode entry) {
                variable(entry);
            }
        }
    }

    private void variable(MapNode entry) {
        for (String wrong : GROUP) {
            entry.get(wrong).filter(it -> !entry.has("fromGroup")).ifPresent(it -> {
                entry.remove(wrong);
                entry.put("fromGroup", it);
                report(it, wrong, "it is called fromGroup");
            });
        }
        boolean empty = !entry.has("value") && !entry.has("sync") && entry.has("key");
        entry.get("fromSecret").filter(it -> empty && it instanceof ScalarNode).ifPresent(it -> {
            entry.remove("fromSecret");
            entry.put("sync", false, it.origin().orElse(null));
            report(it, "fromSecret", "a secret is a variable with sync: false, which a person fills in");
        });
    }
}
