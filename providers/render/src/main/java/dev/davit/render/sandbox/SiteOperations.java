package dev.davit.render.sandbox;

import dev.davit.document.MapNode;
import dev.davit.document.Node;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Answers for the header, redirect and rewrite rules of static sites; a change takes effect at once. */
final class SiteOperations {
    private final World world;

    SiteOperations(World world) {
        this.world = world;
    }

    void addTo(Router router) {
        router.on("GET /services/{}/headers", call -> list(call, Kind.HEADER, "header", "path", "name", "value"))
                .on("PUT /services/{}/headers", call -> replace(call, Kind.HEADER, "headerArray"))
                .on("POST /services/{}/headers", this::addHeader)
                .on("DELETE /services/{}/headers/{}", call -> remove(call, Kind.HEADER))
                .on("GET /services/{}/routes", call -> list(call, Kind.ROUTE, "route", "type", "source", "destination"))
                .on("PUT /services/{}/routes", call -> replace(call, Kind.ROUTE, "routeArray"))
                .on("POST /services/{}/routes", this::addRoute)
                .on("DELETE /services/{}/routes/{}", call -> remove(call, Kind.ROUTE))
                .on("PATCH /services/{}/routes/{}", this::move);
    }

    /** The description knows no 400 for most of these operations, and 404 for all. */
    private Entity site(Call call) {
        Entity service = world.state().get(Kind.SERVICE, call.variable(0));
        if (ServiceType.of(service) != ServiceType.STATIC_SITE) {
            throw new Problem(404, "not found: only static sites have header, redirect and rewrite rules");
        }
        return service;
    }

    private Answer list(Call call, Kind kind, String name, String... fields) {
        List<Entity> rules = Filters.by(call, site(call).parts("_" + kind.table()), fields);
        Map<String, Node> byKey = new TreeMap<>();
        // Routes are read in the order in which they are tried.
        rules.forEach(it -> byKey.put(String.format("%06d", it.number("priority", 0)) + it.id(), it.shown()));
        return Paging.page(call, name, byKey, false);
    }

    private Answer replace(Call call, Kind kind, String definition) {
        Entity site = site(call);
        SiteRules.replace(world, site, kind, call.bodyList(definition));
        World.touch(site, call.now());
        return Answer.ok(SiteRules.list(site, kind).copy());
    }

    /** The description calls what it answers with {@code headers}, though it is one. */
    private Answer addHeader(Call call) {
        Entity rule = SiteRules.add(world, site(call), Kind.HEADER, call.body("headerInput"), Integer.MAX_VALUE);
        return Answer.created(new MapNode(null).put("headers", rule.shown()));
    }

    private Answer addRoute(Call call) {
        Entity asked = call.body("routePost");
        Entity rule = SiteRules.add(world, site(call), Kind.ROUTE, asked, asked.number("priority", Integer.MAX_VALUE));
        return Answer.created(rule.shown());
    }

    private Answer remove(Call call, Kind kind) {
        SiteRules.remove(site(call), kind, call.variable(1));
        return Answer.gone();
    }

    /** The description calls what it answers with {@code headers}, though it is a route. */
    private Answer move(Call call) {
        Entity site = site(call);
        SiteRules.move(site, call.variable(1), call.body("routePatch").number("priority", 0));
        MapNode route = SiteRules.get(site, Kind.ROUTE, call.variable(1)).shown();
        return Answer.ok(new MapNode(null).put("headers", route));
    }
}
