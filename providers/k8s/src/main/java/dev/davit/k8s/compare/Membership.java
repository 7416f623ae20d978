package dev.davit.k8s.compare;

import dev.davit.document.MapNode;
import dev.davit.k8s.cluster.ApiServer;
import dev.davit.k8s.cluster.Reply;
import dev.davit.k8s.ownership.Home;
import dev.davit.plan.Blocker;
import dev.davit.plan.ObjectKey;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Know which live objects are a stack's own: the members of its ApplySet, as kubectl writes it.
 *
 * @param home where the parent Secret is
 * @param kinds the kinds that members may have, as the parent says; empty where there is no parent
 * @param namespaces where members may be
 * @param exists whether there is a parent that is ours
 * @param blocker what is wrong with the parent
 */
record Membership(Home home, Set<String> kinds, Set<String> namespaces, boolean exists, Optional<Blocker> blocker) {

    static Membership read(ApiServer server, Home home) {
        Reply reply = server.get(home.parent());
        if (reply.notFound()) {
            return new Membership(home, Set.of(), Set.of(), false, Optional.empty());
        }
        MapNode parent = reply.body();
        Optional<Blocker> fault = fault(parent, home);
        return new Membership(
                home,
                items(Objects.annotation(parent, Home.KINDS)),
                items(Objects.annotation(parent, Home.NAMESPACES)),
                fault.isEmpty(),
                fault);
    }

    private static Optional<Blocker> fault(MapNode parent, Home home) {
        String where = "Secret " + home.namespace() + "/" + home.name();
        ObjectKey key = new ObjectKey("Secret", home.namespace(), home.name());
        String tooling = Objects.annotation(parent, Home.TOOLING);
        if (!tooling.startsWith("davit/")) {
            return Optional.of(new Blocker(
                    Optional.of(key),
                    "the record of what belongs to this stack is another tool's",
                    where + ", annotation " + Home.TOOLING,
                    tooling.isEmpty() ? "it names no tool" : "it names " + tooling,
                    "delete or rename that Secret if it is left over; else use another stack name or namespace"));
        }
        String found = Objects.label(parent, Home.ID);
        return found.equals(home.id())
                ? Optional.empty()
                : Optional.of(new Blocker(
                        Optional.of(key),
                        "the record of what belongs to this stack was changed",
                        where + ", label " + Home.ID,
                        "it says \"" + found + "\"; for this name and namespace it is " + home.id(),
                        "put the label back: what it marks as ours could be another stack's"));
    }

    /** Give the set's id. */
    String id() {
        return home.id();
    }

    /** Give all namespaces in which members may be. */
    Set<String> all(List<MapNode> wanted) {
        Set<String> all = new TreeSet<>(namespaces);
        all.add(home.namespace());
        wanted.stream().map(Objects::namespace).filter(it -> !it.isEmpty()).forEach(all::add);
        return all;
    }

    private static Set<String> items(String list) {
        return Arrays.stream(list.split(","))
                .filter(it -> !it.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
