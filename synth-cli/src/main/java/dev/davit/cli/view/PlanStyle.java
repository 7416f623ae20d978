package dev.davit.cli.view;

import java.util.Objects;

/**
 * Says how a plan is laid out.
 *
 * @param columns the width
 * @param color whether words may be coloured
 * @param detail how much of it
 * @param drift how much of what others set
 */
public record PlanStyle(int columns, boolean color, PlanDetail detail, DriftDetail drift) {
    public PlanStyle {
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(drift, "drift");
    }
}
