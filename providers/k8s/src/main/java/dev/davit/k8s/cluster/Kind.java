package dev.davit.k8s.cluster;

import dev.davit.document.MapNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Describe a kind of object that a server has.
 *
 * @param group the API group; empty for the core
 * @param version the version
 * @param kind the kind: {@code Deployment}
 * @param plural the word in paths: {@code deployments}
 * @param namespaced whether its objects are in namespaces
 * @param listable whether its objects can be listed
 */
public record Kind(String group, String version, String kind, String plural, boolean namespaced, boolean listable) {
    /** Written out as in {@link dev.davit.model.ResourceKey}. */
    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Kind it
                        && group.equals(it.group)
                        && version.equals(it.version)
                        && kind.equals(it.kind)
                        && plural.equals(it.plural)
                        && namespaced == it.namespaced
                        && listable == it.listable;
    }

    @Override
    public int hashCode() {
        return Objects.hash(group, version, plural);
    }

    /** Write it as {@code ObjectKey} does: {@code Deployment.apps}, {@code Service}. */
    public String key() {
        return key(group, kind);
    }

    /** Write a kind as {@code ObjectKey} does. */
    public static String key(String group, String kind) {
        return group.isEmpty() ? kind : kind + "." + group;
    }

    /** Write the kind of an object as {@code ObjectKey} does. */
    public static String key(MapNode object) {
        String version = object.getText("apiVersion").orElse("");
        int slash = version.indexOf('/');
        return key(
                slash < 0 ? "" : version.substring(0, slash),
                object.getText("kind").orElse(""));
    }

    /** Write it as objects do: {@code apps/v1}. */
    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /** Give the path of all its objects, or of those of a namespace; the namespace does not count where kinds have none. */
    public String path(String namespace) {
        String root = (group.isEmpty() ? "/api/" : "/apis/" + group + "/") + version;
        return root + (namespaced && !namespace.isEmpty() ? "/namespaces/" + segment(namespace) : "") + "/" + plural;
    }

    /** Give the path of an object. */
    public String path(String namespace, String name) {
        return path(namespace) + "/" + segment(name);
    }

    private static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
