package dev.davit.plan;

import dev.davit.document.MapNode;
import dev.davit.document.NodeDigest;

/** Names what a plan does. */
final class PlanDigest {
    private PlanDigest() {}

    static String of(Plan plan) {
        return NodeDigest.of(new PlanWriter(plan, false).into(new MapNode(null)));
    }
}
