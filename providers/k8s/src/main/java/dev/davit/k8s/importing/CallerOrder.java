package dev.davit.k8s.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts workloads into the order in which a definition had them, as far as policies show it: a policy lists the callers of its resource
 * in that order, and what lists objects by name or by kind does not keep it.
 */
final class CallerOrder {
    private final Map<String, Item> items = new LinkedHashMap<>();
    private final Map<String, Set<String>> before = new LinkedHashMap<>();

    private CallerOrder(List<Item> workloads) {
        workloads.forEach(it -> items.putIfAbsent(Recognition.about(it), it));
    }

    static List<Item> of(List<Item> workloads, List<Item> policies) {
        CallerOrder order = new CallerOrder(workloads);
        policies.forEach(order::add);
        List<Item> sorted = new ArrayList<>();
        Set<String> done = new LinkedHashSet<>();
        order.items.keySet().forEach(it -> order.place(it, done, new LinkedHashSet<>()));
        done.forEach(it -> sorted.add(order.items.get(it)));
        workloads.stream().filter(it -> !sorted.contains(it)).forEach(sorted::add);
        return sorted;
    }

    private void add(Item policy) {
        List<String> callers = Tree.maps(policy.tree(), "spec", "ingress").stream()
                .flatMap(it -> Tree.maps(it, "from").stream())
                .flatMap(it -> Tree.text(it, "podSelector", "matchLabels", Recognition.NAME).stream())
                .filter(items::containsKey)
                .toList();
        for (int i = 1; i < callers.size(); i++) {
            before.computeIfAbsent(callers.get(i), it -> new LinkedHashSet<>()).add(callers.get(i - 1));
        }
    }

    /** What policies contradict each other in stays as it is. */
    private void place(String id, Set<String> done, Set<String> open) {
        if (open.add(id) && !done.contains(id)) {
            before.getOrDefault(id, Set.of()).forEach(it -> place(it, done, open));
            done.add(id);
        }
    }
}
