package dev.davit.render.importing;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.Pointer;
import dev.davit.document.ScalarNode;
import dev.davit.source.Call;
import dev.davit.source.Code;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Turns what no typed call says into raw edits. */
final class RawEdits {
    private static final int MOST_ENTRIES = 10;

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

    private static Code code(Node node) {
        if (node instanceof ListNode list) {
            List<Code> items = list.items().stream()
                    .map(it -> BlueprintFile.isNull(it) ? Code.plain("(Object) null") : code(it))
                    .toList();
            return list.items().stream().anyMatch(BlueprintFile::isNull)
                    ? Code.call("Raw", "list", items.toArray(Code[]::new))
                    : Code.list(items);
        }
        if (node instanceof MapNode map) {
            List<Code> entries = new ArrayList<>();
            map.entries().forEach((key, value) -> {
                entries.add(Code.quoted(key));
                entries.add(code(value));
            });
            boolean plain = map.entries().size() <= MOST_ENTRIES
                    && map.entries().values().stream().noneMatch(BlueprintFile::isNull);
            return Code.call(plain ? "Map" : "Raw", plain ? "of" : "map", entries.toArray(Code[]::new));
        }
        return scalar((ScalarNode) node);
    }

    private static Code scalar(ScalarNode scalar) {
        Object value = scalar.value();
        if (value instanceof Long number) {
            return Code.plain(number == (int) (long) number ? String.valueOf(number) : number + "L");
        }
        if (value instanceof BigDecimal) {
            return Code.quoted(scalar.written());
        }
        return value instanceof String text ? Code.quoted(text) : Code.plain(String.valueOf(value));
    }
}
