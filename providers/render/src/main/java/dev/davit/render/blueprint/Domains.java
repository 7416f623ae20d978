package dev.davit.render.blueprint;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.model.Spec;
import java.util.List;

/** Writes host names of the user's own. */
final class Domains {
    private Domains() {}

    static void write(MapNode node, Spec spec, List<String> hosts) {
        ListNode list = new ListNode(spec.declaration().created());
        hosts.stream().distinct().forEach(host -> list.add(Node.of(host, spec.origin("domain." + host))));
        node.putUnlessEmpty("domains", list, null);
    }
}
