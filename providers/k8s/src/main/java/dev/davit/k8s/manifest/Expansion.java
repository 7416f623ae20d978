package dev.davit.k8s.manifest;

import java.util.regex.Pattern;

/**
 * Writes text where Kubernetes expands {@code $(NAME)}: in values of variables, commands and arguments. There {@code $$} stands for
 * one {@code $}. Source: https://kubernetes.io/docs/tasks/inject-data-application/define-interdependent-environment-variables/
 */
final class Expansion {
    /** A dollar sign that is read as more than itself, or would be if more text followed. */
    private static final Pattern ACTIVE = Pattern.compile("\\$(?=[$(]|\\z)");

    private Expansion() {}

    /** Writes text that must stay as it is. */
    static String literal(String text) {
        return ACTIVE.matcher(text).replaceAll("\\$\\$");
    }

    /** Writes a place that takes the value of a variable. */
    static String variable(String name) {
        return "$(" + name + ")";
    }
}
