package dev.davit.document;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;

/** Remember what the anchors of one document name; a name that is given again names the later node. */
final class Anchors {
    private final Map<String, Slot> slots = new HashMap<>();
    private final EventSource source;

    Anchors(EventSource source) {
        this.source = source;
    }

    /** Note that a node begins; the slot is to be filled when the node is complete. */
    Slot begin(NodeEvent event) {
        Slot slot = new Slot();
        event.getAnchor().map(Anchor::getValue).ifPresent(name -> slots.put(name, slot));
        return slot;
    }

    /** Give the node that an alias names. */
    Node named(AliasEvent alias) {
        String name = alias.getAlias().getValue();
        Slot slot = Optional.ofNullable(slots.get(name))
                .orElseThrow(() -> source.refused(
                        alias,
                        "the alias *" + name,
                        "no anchor &" + name + " stands before it in this document",
                        "define the anchor, or write the value out"));
        if (slot.node == null) {
            throw source.refused(
                    alias, "the alias *" + name, "it stands inside what it names, without end", "write the value out");
        }
        return slot.node;
    }

    static final class Slot {
        private Node node;

        Node fill(Node complete) {
            node = complete;
            return complete;
        }
    }
}
