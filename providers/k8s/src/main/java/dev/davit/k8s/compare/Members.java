package dev.davit.k8s.compare;

import dev.davit.document.MapNode;
import dev.davit.k8s.cluster.ApiServer;
import dev.davit.k8s.cluster.Kind;
import dev.davit.k8s.cluster.Kinds;
import dev.davit.k8s.ownership.Home;
import dev.davit.plan.ObjectKey;
import java.util.ArrayList;
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

    /** Give them by key; of an object that two versions show, the wanted one. */
    Map<ObjectKey, MapNode> of(Membership membership, List<MapNode> wanted) {
        Map<ObjectKey, MapNode> members = new LinkedHashMap<>();
        if (!membership.exists()) {
            return members;
        }
        Kinds kinds = server.kinds();
        Set<Kind> toList = new LinkedHashSet<>();
        wanted.forEach(it -> kinds.find(Objects.text(it, "apiVersion"), Objects.text(it, "kind"))
                .ifPresent(toList::add));
        Set<String> known = new LinkedHashSet<>();
        toList.forEach(it -> known.add(it.key()));
        membership.kinds().stream()
                .filter(it -> !known.contains(it))
                .forEach(it -> kinds.find(it).ifPresent(toList::add));
        String selector = Home.MEMBER + "=" + membership.id();
        List<Callable<List<MapNode>>> calls = new ArrayList<>();
        for (Kind kind : toList) {
            Set<String> places = kind.namespaced() ? membership.all(wanted) : Set.of("");
            places.forEach(place -> calls.add(() -> new Listing(server).of(kind, place, selector)));
        }
        workers.all(calls).forEach(list -> list.forEach(it -> members.putIfAbsent(Objects.key(it), it)));
        return members;
    }
}
