package dev.davit;

import dev.davit.model.Edge;
import dev.davit.model.ResourceKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds circles among the edges that order resources; each resource is in at most one that is reported. */
final class Cycles {
    private final Collection<ResourceKey> keys;
    private final Map<ResourceKey, List<Edge>> edges;
    private final Set<ResourceKey> done = new HashSet<>();
    private final List<List<Edge>> found = new ArrayList<>();

    Cycles(Collection<ResourceKey> keys, Map<ResourceKey, List<Edge>> edges) {
        this.keys = keys;
        this.edges = edges;
    }

    List<List<Edge>> found() {
        keys.forEach(this::walk);
        return found;
    }

    /** Walks with a stack of its own: a chain of ten thousand resources must not overflow the thread's. */
    private void walk(ResourceKey start) {
        Deque<Edge> path = new ArrayDeque<>();
        Deque<Iterator<Edge>> open = new ArrayDeque<>();
        Set<ResourceKey> onPath = new HashSet<>();
        if (done.contains(start)) {
            return;
        }
        onPath.add(start);
        open.push(next(start));
        while (!open.isEmpty()) {
            if (!open.peek().hasNext()) {
                open.pop();
                ResourceKey left = path.isEmpty() ? start : path.removeLast().to();
                onPath.remove(left);
                done.add(left);
                continue;
            }
            Edge edge = open.peek().next();
            if (onPath.contains(edge.to())) {
                found.add(cycle(path, edge));
            } else if (done.add(edge.to())) {
                path.addLast(edge);
                onPath.add(edge.to());
                open.push(next(edge.to()));
            }
        }
    }

    private Iterator<Edge> next(ResourceKey key) {
        return edges.getOrDefault(key, List.of()).stream().filter(Edge::orders).iterator();
    }

    private static List<Edge> cycle(Deque<Edge> path, Edge last) {
        List<Edge> cycle = new ArrayList<>();
        boolean inside = last.from().equals(last.to());
        for (Edge edge : path) {
            inside |= edge.from().equals(last.to());
            if (inside && !last.from().equals(last.to())) {
                cycle.add(edge);
            }
        }
        cycle.add(last);
        return cycle;
    }
}
