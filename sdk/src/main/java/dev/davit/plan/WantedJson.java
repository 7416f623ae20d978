package dev.davit.plan;

import dev.davit.document.Fields;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.model.DesiredObject;
import dev.davit.model.Kind;
import dev.davit.model.ResourceKey;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Write down what a stack is to have, and read it again. Values of secrets are masked. */
public final class WantedJson {
    private WantedJson() {}

    /** Write it for machines. */
    public static MapNode of(Wanted wanted) {
        MapNode node = new MapNode(null)
                .put("stack", wanted.stack())
                .put("stage", wanted.stage())
                .put("target", wanted.target())
                .put("scope", wanted.scope(), null);
        ListNode objects = node.list("objects", null);
        wanted.objects().forEach(it -> objects.add(object(it)));
        ListNode needs = node.list("needs", null);
        wanted.needs()
                .forEach((resource, all) -> needs.add(new MapNode(null)
                        .put("resource", resource.address())
                        .put("needs", all.stream().map(ResourceKey::address).toList())));
        return node;
    }

    private static MapNode object(DesiredObject object) {
        return new MapNode(null)
                .put("kind", object.kind())
                .put("name", object.name())
                .put("resource", object.resource().map(ResourceKey::address), null)
                .put("tree", LiteralSecrets.masked(object.tree()).orElse(object.tree()));
    }

    /**
     * Read it.
     *
     * @throws dev.davit.document.DocumentException if it is not as it was written
     * @throws PlanException if resources need each other in a circle
     */
    public static Wanted read(Fields node) {
        Map<ResourceKey, Set<ResourceKey>> needs = new LinkedHashMap<>();
        for (Fields entry : node.list("needs")) {
            Set<ResourceKey> all = new LinkedHashSet<>();
            entry.texts("needs").forEach(address -> all.add(resource(entry, "needs", address)));
            needs.put(resource(entry, "resource", entry.text("resource")), all);
        }
        new NeedsOrder(needs);
        return new Wanted(
                node.text("stack"),
                node.text("stage"),
                node.text("target"),
                node.optionalText("scope"),
                node.list("objects").stream().map(WantedJson::object).toList(),
                needs);
    }

    private static DesiredObject object(Fields node) {
        return new DesiredObject(
                node.text("kind"),
                node.text("name"),
                optionalResource(node),
                node.fields("tree").map());
    }

    static Optional<ResourceKey> optionalResource(Fields node) {
        return node.optionalText("resource").map(address -> resource(node, "resource", address));
    }

    private static ResourceKey resource(Fields node, String key, String address) {
        for (Kind kind : List.of(Kind.values())) {
            String prefix = Fields.word(kind) + "/";
            if (address.startsWith(prefix) && address.length() > prefix.length()) {
                return new ResourceKey(kind, address.substring(prefix.length()));
            }
        }
        throw node.refused(key, "the address of a resource, such as web-service/shop");
    }
}
