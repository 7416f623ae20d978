package dev.davit.k8s.compare;

import dev.davit.document.MapNode;
import dev.davit.k8s.cluster.ApiServer;
import dev.davit.k8s.cluster.Kind;
import dev.davit.k8s.cluster.Kinds;
import dev.davit.k8s.ownership.Home;
import dev.davit.plan.ObjectKey;
import dev.davit.target.Workers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/** Find the live members of a stack: a few lists instead of one request for each object. */
final class Members {
    private final ApiServer server;
    private final Workers workers;

    Members(ApiServer server, Workers workers) {
        this.server = server;
        this.workers = workers;
    }

    /** Says what one list is of. */
    record Query(Kind kind, String place, String selector) {
        /** Written out as in {@link dev.davit.model.ResourceKey}. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Query query
                    && kind.equals(query.kind)
                    && place.equals(query.place)
                    && selector.equals(query.selector);
        }

        @Override
        public int hashCode() {
            return 31 * kind.hashCode() + place.hashCode();
        }
    }

    /** Give what is to be listed: the kinds that are wanted, in the wanted version, and those that the parent names. */
    private List<Query> queries(Membership membership, List<MapNode> wanted) {
        if (!membership.exists()) {
            return List.of();
        }
        Kinds kinds = server.likelyKinds();
        Set<Kind> toList = new LinkedHashSet<>();
        wanted.forEach(it -> kinds.find(Objects.text(it, "apiVersion"), Objects.text(it, "kind"))
                .ifPresent(toList::add));
        Set<String> known = new LinkedHashSet<>();
        toList.forEach(it -> known.add(it.key()));
        membership.kinds().stream()
                .filter(it -> !known.contains(it))
                .forEach(it -> kinds.find(it).ifPresent(toList::add));
        String selector = Home.MEMBER + "=" + membership.id();
        List<Query> queries = new ArrayList<>();
        for (Kind kind : toList) {
            Set<String> places = kind.namespaced() ? membership.all(wanted) : Set.of("");
            places.forEach(place -> queries.add(new Query(kind, place, selector)));
        }
        return queries;
    }

    /** List what can be listed before the wanted objects are known. */
    Map<Query, List<MapNode>> ahead(Membership membership) {
        return lists(queries(membership, List.of()));
    }

    private Map<Query, List<MapNode>> lists(List<Query> queries) {
        List<Callable<List<MapNode>>> calls = new ArrayList<>();
        queries.forEach(it -> calls.add(() -> new Listing(server).of(it.kind(), it.place(), it.selector())));
        List<List<MapNode>> answers = workers.all(calls);
        Map<Query, List<MapNode>> lists = new HashMap<>();
        for (int i = 0; i < queries.size(); i++) {
            lists.put(queries.get(i), answers.get(i));
        }
        return lists;
    }

    /**
     * Give them by key; of an object that two versions show, the wanted one.
     *
     * @param ahead the lists that are there already
     */
    Map<ObjectKey, MapNode> of(Membership membership, List<MapNode> wanted, Map<Query, List<MapNode>> ahead) {
        List<Query> queries = queries(membership, wanted);
        Map<Query, List<MapNode>> lists = new HashMap<>(ahead);
        lists.putAll(lists(queries.stream().filter(it -> !ahead.containsKey(it)).toList()));
        Map<ObjectKey, MapNode> members = new LinkedHashMap<>();
        queries.forEach(it -> lists.get(it).forEach(member -> members.putIfAbsent(Objects.key(member), member)));
        return members;
    }
}
