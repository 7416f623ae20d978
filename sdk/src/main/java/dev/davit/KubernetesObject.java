package dev.davit;

import dev.davit.document.Edit;
import dev.davit.document.EditException;
import dev.davit.document.MapNode;
import dev.davit.document.Origin;
import dev.davit.document.Pointer;
import dev.davit.model.SettingValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Describe an object of the Kubernetes API that no resource of a definition becomes: a DaemonSet, a custom resource, or what another
 * tool made and is not to change. It reaches the cluster as it is written; a kind whose schema Davit holds is checked, all others
 * the server checks when a plan is made.
 *
 * @param apiVersion the group and version: {@code apps/v1}
 * @param kind the kind: {@code DaemonSet}
 * @param name its name
 * @param namespace where it is; empty for the namespace of the stack, empty text for a kind without namespaces
 * @param edits what it says, in order
 */
public record KubernetesObject(String apiVersion, String kind, String name, Optional<String> namespace, List<Raw> edits)
        implements SettingValue {
    private static final Set<String> NAMED_ALREADY =
            Set.of("", "/apiVersion", "/kind", "/metadata", "/metadata/name", "/metadata/namespace");

    public KubernetesObject {
        edits = List.copyOf(edits);
    }

    /**
     * Name an object, in the namespace of the stack.
     *
     * @throws IllegalArgumentException if a part is empty, or it is a Secret: its values would stand in the source
     */
    public static KubernetesObject of(String apiVersion, String kind, String name) {
        if (apiVersion.isBlank() || kind.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException(
                    "KubernetesObject.of(...): an object has an apiVersion, a kind and a name, and one of them is empty");
        }
        if (apiVersion.equals("v1") && kind.equals("Secret")) {
            throw new IllegalArgumentException(
                    "KubernetesObject.of(\"v1\", \"Secret\", ...): the values of a Secret would stand in "
                            + "the source; name one that is made elsewhere with .secret(...), or use infra.secret(...)");
        }
        return new KubernetesObject(apiVersion, kind, name, Optional.empty(), List.of());
    }

    /** Put it into another namespace than that of the stack. */
    public KubernetesObject namespace(String other) {
        return new KubernetesObject(apiVersion, kind, name, Optional.of(other), edits);
    }

    /** Say that its kind has no namespaces. Of the kinds whose schema Davit holds this is known. */
    public KubernetesObject clusterWide() {
        return namespace("");
    }

    /** Give it a label. */
    public KubernetesObject label(String key, String text) {
        return put("labels", key, text);
    }

    /** Give it an annotation. */
    public KubernetesObject annotation(String key, String text) {
        return put("annotations", key, text);
    }

    /** A key such as {@code 1} would name an item of a list, so the map must be there before. */
    private KubernetesObject put(String field, String key, String text) {
        String path = "/metadata/" + field;
        boolean there =
                toNode().getMap("metadata").flatMap(it -> it.getMap(field)).isPresent();
        return there ? set(path + "/" + Pointer.escape(key), text) : set(path, Map.of(key, text));
    }

    /**
     * Say what is at a path, making the maps on the way.
     *
     * @param path a JSON pointer (RFC 6901): {@code /spec/replicas}
     * @param value text, boolean, number, null, or a {@code List} or {@code Map} of these, as {@link Raw#map} makes it
     * @throws IllegalArgumentException if the path is none or names what {@link #of} has named, or the value is none of these
     */
    public KubernetesObject set(String path, Object value) {
        if (NAMED_ALREADY.contains(path)) {
            throw new IllegalArgumentException("KubernetesObject.set(" + JavaText.quoted(path)
                    + ", ...): KubernetesObject.of(...) and .namespace(...) say this; set what is below /metadata/labels, "
                    + "/metadata/annotations, /spec and so on");
        }
        Raw edit = Raw.set(path, value);
        List<Raw> all = new ArrayList<>(edits);
        all.add(edit);
        KubernetesObject changed = new KubernetesObject(apiVersion, kind, name, namespace, all);
        changed.tree(Optional.empty(), null);
        return changed;
    }

    /**
     * Make the object.
     *
     * @param home the namespace of the stack; empty where its kind has none
     * @param origin the user's call that placed it
     * @throws IllegalArgumentException if a path leads through what is no map
     */
    public MapNode tree(Optional<String> home, Origin origin) {
        MapNode tree = new MapNode(origin).put("apiVersion", apiVersion, origin).put("kind", kind, origin);
        MapNode metadata = tree.map("metadata", origin).put("name", name, origin);
        namespace.or(() -> home).filter(it -> !it.isEmpty()).ifPresent(it -> metadata.put("namespace", it, origin));
        for (Raw edit : edits) {
            String call = JavaText.call(".set", edit.path());
            Origin at = Origin.raw(call.substring(0, call.length() - 1) + ", ...)", edit.at());
            try {
                new Edit(Edit.Op.SET, Pointer.parse(edit.path()), edit.value().orElse(null), at).apply(tree);
            } catch (EditException e) {
                throw new IllegalArgumentException(
                        "KubernetesObject.set(" + JavaText.quoted(edit.path()) + ", ...): " + e.why() + "; " + e.fix(),
                        e);
            }
        }
        return tree;
    }

    @Override
    public MapNode toNode() {
        return tree(Optional.empty(), null);
    }

    /** Write it as Java, without what it says: that can be long. */
    @Override
    public String toString() {
        return JavaText.call("KubernetesObject.of", apiVersion, kind, name);
    }
}
