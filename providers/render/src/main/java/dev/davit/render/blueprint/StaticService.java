package dev.davit.render.blueprint;

import dev.davit.StaticContent;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Origin;
import dev.davit.model.StaticSiteSpec;

/** Writes a static site. */
final class StaticService {
    private final Context context;
    private final StaticSiteSpec spec;

    StaticService(Context context, StaticSiteSpec spec) {
        this.context = context;
        this.spec = spec;
    }

    MapNode write() {
        StaticContent content = spec.content();
        Origin why = spec.origin("content");
        MapNode node = new MapNode(spec.declaration().created())
                .put("type", "web")
                .put(
                        "name",
                        context.settings().name(spec.key()),
                        context.settings().nameOrigin(spec))
                .put("runtime", "static");
        Program.writeCheckout(node, content.checkout(), why);
        node.put("buildCommand", content.build(), why).put("staticPublishPath", content.publishPath(), why);
        Domains.write(node, spec, spec.domains());
        writeRoutes(node);
        writeHeaders(node);
        context.settings().putAutoDeploy(node, spec.key());
        writeEnv(node);
        context.settings().putAllowListIfAny(node, spec.key());
        new OwnSettings(context, spec).write(node);
        Unsupported.rename(context, spec);
        return node;
    }

    private void writeRoutes(MapNode node) {
        ListNode routes = new ListNode(spec.declaration().created());
        spec.routes()
                .forEach(route -> routes.add(new MapNode(spec.origin("route." + route.source()))
                        .put("type", route.redirect() ? "redirect" : "rewrite")
                        .put("source", route.source())
                        .put("destination", route.destination())));
        node.putUnlessEmpty("routes", routes, null);
    }

    private void writeHeaders(MapNode node) {
        ListNode headers = new ListNode(spec.declaration().created());
        spec.headers()
                .forEach(header -> headers.add(new MapNode(spec.origin("header." + header.path() + "." + header.name()))
                        .put("path", header.path())
                        .put("name", header.name())
                        .put("value", header.value())));
        node.putUnlessEmpty("headers", headers, null);
    }

    private void writeEnv(MapNode node) {
        ListNode env = new ListNode(spec.declaration().created());
        spec.content()
                .node()
                .filter(version -> !spec.env().containsKey("NODE_VERSION"))
                .ifPresent(version -> env.add(new MapNode(spec.origin("content"))
                        .put("key", "NODE_VERSION")
                        .put("value", version)));
        spec.env()
                .forEach((name, value) -> env.add(
                        new MapNode(spec.origin("env." + name)).put("key", name).put("value", value)));
        node.putUnlessEmpty("envVars", env, null);
    }
}
