package dev.davit.render.sandbox;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import java.util.List;

/** Keeps the header, redirect and rewrite rules of static sites. A route's place in the list is its priority, from 0. */
final class SiteRules {
    private SiteRules() {}

    static ListNode list(Entity service, Kind kind) {
        return service.list("_" + kind.table());
    }

    static void replace(World world, Entity service, Kind kind, ListNode asked) {
        service.put("_" + kind.table(), new ListNode(null));
        for (Node item : asked) {
            add(world, service, kind, new Entity((MapNode) item), Integer.MAX_VALUE);
        }
    }

    static Entity add(World world, Entity service, Kind kind, Entity asked, long place) {
        Entity rule = Entity.empty().put("id", world.state().newId(kind)).take(asked, "type", "path", "name", "value");
        rule.take(asked, "source", "destination");
        ListNode rules = list(service, kind);
        rules.insert((int) Math.max(0, Math.min(place, rules.size())), rule.tree());
        number(service, kind);
        return rule;
    }

    static Entity get(Entity service, Kind kind, String id) {
        return service.parts("_" + kind.table()).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(kind, id));
    }

    static void remove(Entity service, Kind kind, String id) {
        Entity rule = get(service, kind, id);
        ListNode kept = new ListNode(null);
        list(service, kind).items().stream().filter(it -> it != rule.tree()).forEach(kept::add);
        service.put("_" + kind.table(), kept);
        number(service, kind);
    }

    static void move(Entity service, String id, long place) {
        Entity rule = get(service, Kind.ROUTE, id);
        remove(service, Kind.ROUTE, id);
        ListNode rules = list(service, Kind.ROUTE);
        rules.insert((int) Math.max(0, Math.min(place, rules.size())), rule.tree());
        number(service, Kind.ROUTE);
    }

    private static void number(Entity service, Kind kind) {
        if (kind == Kind.ROUTE) {
            List<Entity> rules = service.parts("_" + kind.table());
            for (int i = 0; i < rules.size(); i++) {
                rules.get(i).put("priority", i);
            }
        }
    }
}
