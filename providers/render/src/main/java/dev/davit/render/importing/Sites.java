package dev.davit.render.importing;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.ScalarNode;
import dev.davit.source.Call;
import dev.davit.source.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what a static site has in typed calls. */
final class Sites {
    private final Draft draft;
    private final Item item;
    private final Cursor fields;

    Sites(Draft draft) {
        this.draft = draft;
        this.item = draft.item();
        this.fields = item.fields();
    }

    void write() {
        draft.arguments().add(new Programs(item).content());
        routes();
        fields.list("headers").ifPresent(list -> list.forEach(this::header));
    }

    private void routes() {
        Optional<ListNode> routes = fields.list("routes");
        if (routes.isEmpty()) {
            return;
        }
        List<Cursor.Leftover> left = new ArrayList<>();
        boolean typed = false;
        for (int i = 0; i < routes.get().size(); i++) {
            Node node = routes.get().get(i);
            String pointer = "/routes/" + i;
            if (isRoute(node) && !fields.isRefused(pointer)) {
                route((MapNode) node, pointer);
                typed = true;
            } else {
                left.add(new Cursor.Leftover(
                        pointer,
                        node,
                        fields.reason(pointer).orElse("a route has a type, a source and a destination")));
            }
        }
        if (typed) {
            draft.leave(left);
        } else if (!left.isEmpty()) {
            fields.giveBack("routes", left.get(0).why());
        }
    }

    private void route(MapNode route, String pointer) {
        draft.add(Call.of(
                        route.getText("type").orElseThrow(),
                        Code.quoted(route.getText("source").orElseThrow()),
                        Code.quoted(route.getText("destination").orElseThrow()))
                .marked(item.mark(pointer))
                .commented(draft.comments(route)));
    }

    private static boolean isRoute(Node node) {
        return node instanceof MapNode map
                && map.entries().size() == 3
                && map.getText("type")
                        .filter(it -> it.equals("redirect") || it.equals("rewrite"))
                        .isPresent()
                && map.getText("source").isPresent()
                && map.getText("destination").isPresent();
    }

    private void header(Node node) {
        MapNode header = node instanceof MapNode map ? map : new MapNode(null);
        boolean whole = header.entries().size() == 3
                && header.entries().values().stream().allMatch(it -> it instanceof ScalarNode)
                && header.has("path")
                && header.has("name")
                && header.has("value");
        if (!whole) {
            draft.leave(List.of(new Cursor.Leftover("/headers/-", node, "a header has a path, a name and a value")));
            return;
        }
        draft.add(Call.of(
                        "header",
                        Code.quoted(written(header, "path")),
                        Code.quoted(written(header, "name")),
                        Code.quoted(written(header, "value")))
                .marked(item.mark("/headers"))
                .commented(draft.comments(node)));
    }

    private static String written(MapNode map, String key) {
        return ((ScalarNode) map.get(key).orElseThrow()).written();
    }
}
