package dev.davit.k8s.importing;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.Pointer;
import dev.davit.document.ScalarNode;
import dev.davit.source.Call;
import dev.davit.source.Code;
import dev.davit.source.NodeCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes an object as it is. */
final class ObjectCode {
    /** What people change most is below these, and stands better in calls of its own than in one large value. */
    private static final Set<String> OPENED = Set.of(
            "/spec/template",
            "/spec/template/metadata",
            "/spec/template/spec",
            "/spec/jobTemplate",
            "/spec/jobTemplate/spec",
            "/spec/jobTemplate/spec/template",
            "/spec/jobTemplate/spec/template/spec");

    /** The compiler goes one level deeper for each call of a chain. */
    private static final int MOST_CALLS = 60;

    private static final Set<String> IDENTITY = Set.of("name", "namespace", "labels", "annotations");

    private final Item item;
    private final String home;
    private final List<Call> calls = new ArrayList<>();
    private int last;

    private ObjectCode(Item item, String home) {
        this.item = item;
        this.home = home;
        this.last = item.line();
    }

    /**
     * Gives the code of an object.
     *
     * @param home the namespace of the stack
     */
    static Code.Chain of(Item item, String home) {
        return new ObjectCode(item, home).code();
    }

    private Code.Chain code() {
        calls.add(Call.of(
                "of",
                Code.quoted(item.apiVersion()),
                Code.quoted(item.kind()),
                Code.quoted(item.key().name())));
        if (!item.namespaced() && !item.scopeKnown()) {
            calls.add(Call.of("clusterWide"));
        } else if (item.namespaced() && !item.key().scope().equals(home)) {
            calls.add(Call.of("namespace", Code.quoted(item.key().scope())));
        }
        item.tree().getMap("metadata").ifPresent(this::metadata);
        item.tree().entries().forEach((name, node) -> {
            if (!Set.of("apiVersion", "kind", "metadata").contains(name)) {
                set("/" + Pointer.escape(name), node, true);
            }
        });
        return new Code.Chain("KubernetesObject", calls);
    }

    private void metadata(MapNode metadata) {
        texts(metadata, "labels", "label");
        texts(metadata, "annotations", "annotation");
        metadata.entries().forEach((name, node) -> {
            if (!IDENTITY.contains(name)) {
                set("/metadata/" + Pointer.escape(name), node, false);
            }
        });
    }

    private void texts(MapNode metadata, String field, String method) {
        metadata.get(field).ifPresent(node -> {
            boolean plain = node instanceof MapNode map
                    && !map.isEmpty()
                    && map.entries().size() <= MOST_CALLS
                    && map.entries().entrySet().stream()
                            .allMatch(it -> !it.getKey().isEmpty()
                                    && it.getValue() instanceof ScalarNode scalar
                                    && scalar.value() instanceof String);
            if (plain) {
                ((MapNode) node)
                        .entries()
                        .forEach((key, value) -> add(Call.of(method, Code.quoted(key), NodeCode.of(value)), value));
            } else {
                set("/metadata/" + field, node, false);
            }
        });
    }

    private void set(String path, Node node, boolean open) {
        if (node instanceof MapNode map
                && !map.isEmpty()
                && map.entries().size() <= MOST_CALLS
                && map.entries().keySet().stream().allMatch(ObjectCode::isName)) {
            boolean opened = open || OPENED.contains(path);
            if (opened || map.entries().size() == 1) {
                map.entries().forEach((key, value) -> set(path + "/" + Pointer.escape(key), value, false));
                return;
            }
        }
        add(Call.of("set", Code.quoted(path), NodeCode.of(node)), node);
    }

    /** In a path a number, a dash or an equals sign names an item of a list. */
    private static boolean isName(String key) {
        return !key.matches("\\d*|-") && key.indexOf('=') < 0;
    }

    /** Comments in a value stand before the call: none can be in it. */
    private void add(Call call, Node node) {
        int end = Math.max(last(node), last);
        calls.add(call.commented(item.remarks().take(Math.min(last + 1, Item.line(node)), end)));
        last = end;
    }

    private static int last(Node node) {
        int line = Item.line(node);
        if (node instanceof MapNode map) {
            for (Node value : map.entries().values()) {
                line = Math.max(line, last(value));
            }
        } else if (node instanceof ListNode list) {
            for (Node value : list) {
                line = Math.max(line, last(value));
            }
        }
        return line;
    }
}
