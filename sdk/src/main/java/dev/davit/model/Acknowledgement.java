package dev.davit.model;

import dev.davit.document.MapNode;
import dev.davit.document.Origin;
import java.time.LocalDate;
import java.util.Objects;

/**
 * Accept one rule's finding, for a reason and for a time.
 *
 * @param rule the rule's id
 * @param reason why the finding is acceptable
 * @param until the last day on which it is
 * @param origin the user's call
 */
public record Acknowledgement(String rule, String reason, LocalDate until, Origin origin) {
    public Acknowledgement {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(origin, "origin");
    }

    /** Say whether its time is over. */
    public boolean expired(LocalDate today) {
        return today.isAfter(until);
    }

    /** Write it for machines. */
    public MapNode toNode() {
        return new MapNode(null)
                .put("rule", rule)
                .put("reason", reason)
                .put("until", until.toString())
                .put("origin", origin.toNode());
    }
}
