package dev.davit.render.importing;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.Pointer;
import dev.davit.document.ScalarNode;
import dev.davit.source.Call;
import dev.davit.source.Code;
import dev.davit.source.NodeCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Turns what no typed call says into raw edits. */
final class RawEdits {
    private final Item item;
    private final List<Call> calls = new ArrayList<>();

    RawEdits(Item item) {
        this.item = item;
    }

    /** Gives the calls that set a place to a value. */
    List<Call> set(String pointer, Node value) {
        if (value instanceof MapNode map && !map.isEmpty() && !isItem(pointer)) {
            map.entries().forEach((key, below) -> set(pointer + "/" + Pointer.escape(key), below));
        } else if (isItem(pointer)) {
            call("add", pointer, value);
        } else {
            call("set", pointer, value);
        }
        return calls;
    }

    private static boolean isItem(String pointer) {
        return pointer.endsWith("/-") || pointer.matches("/routes/\\d+");
    }

    private void call(String method, String pointer, Node value) {
        calls.add(Call.of("raw", item.handle(), Code.call("Raw", method, Code.quoted(pointer), code(value)))
                .marked(item.mark(pointer)));
    }

    /** Render takes versions for text, and 3.10 is none as a number. */
    private static Code code(Node node) {
        return NodeCode.of(withoutFractions(node));
    }

    private static Node withoutFractions(Node node) {
        if (node instanceof MapNode map) {
            MapNode copy = new MapNode(null);
            map.entries().forEach((key, value) -> copy.put(key, withoutFractions(value)));
            return copy;
        }
        if (node instanceof ListNode list) {
            ListNode copy = new ListNode(null);
            list.forEach(it -> copy.add(withoutFractions(it)));
            return copy;
        }
        ScalarNode scalar = (ScalarNode) node;
        return scalar.value() instanceof BigDecimal ? ScalarNode.of(scalar.written(), null) : scalar;
    }
}
