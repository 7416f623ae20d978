package dev.davit.render.compare;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.plan.ObjectKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Hold one thing of a workspace as it was read.
 *
 * @param kind the Blueprint's word for it: {@code web}, {@code database}
 * @param answer what the API says of it
 * @param variables its environment variables, with their values: nothing that is shown comes from here unmasked
 * @param groups the names of the groups of variables that are linked to it
 * @param domains its domains
 * @param twins the domains that Render added to those, with or without {@code www}
 * @param headers its headers
 * @param routes its routes, in their order
 */
public record Live(
        String kind,
        MapNode answer,
        Map<String, String> variables,
        Set<String> groups,
        List<String> domains,
        List<String> twins,
        ListNode headers,
        ListNode routes) {
    /** Keep lists from changing. */
    public Live {
        variables = Map.copyOf(variables);
        groups = Set.copyOf(groups);
        domains = List.copyOf(domains);
        twins = List.copyOf(twins);
    }

    /** Hold a thing of which nothing more is asked. */
    Live(String kind, MapNode answer) {
        this(kind, answer, Map.of(), Set.of(), List.of(), List.of(), new ListNode(null), new ListNode(null));
    }

    /** Gives the same, with one more word in its answer. */
    Live saying(String key, String value) {
        return new Live(kind, answer.copy().put(key, value), variables, groups, domains, twins, headers, routes);
    }

    /** Give the id that Render gave it. */
    public String id() {
        return answer.getText("id").orElse("");
    }

    /** Give its name. */
    public String name() {
        return answer.getText("name").orElse("");
    }

    /** Give when it last changed, as the API writes it. */
    public String version() {
        return answer.getText("updatedAt").orElse("");
    }

    /** Gives all that was read, with the values of variables. */
    MapNode all() {
        MapNode all = new MapNode(null).put("answer", answer);
        MapNode values = new MapNode(null);
        new TreeMap<>(variables).forEach(values::put);
        return all.put("variables", values)
                .put("groups", groups.stream().sorted().toList())
                .put("domains", domains)
                .put("twins", twins)
                .put("headers", headers)
                .put("routes", routes);
    }

    /** Name it. */
    public ObjectKey key() {
        return new ObjectKey(kind, "", name());
    }

    /** Give the id of its disk; empty without one. */
    String diskId() {
        return answer.getMap("serviceDetails")
                .flatMap(it -> it.getMap("disk"))
                .flatMap(it -> it.getText("id"))
                .orElse("");
    }

    /** Say whether it keeps data that is gone with it. */
    boolean isStateful() {
        return kind.equals("database") || kind.equals("keyvalue") || !diskId().isEmpty();
    }

    /** Without the values of variables. */
    @Override
    public String toString() {
        return key() + " " + id();
    }
}
