package dev.davit.k8s.manifest;

import dev.davit.document.MapNode;
import dev.davit.document.Origin;
import dev.davit.model.Assembly;
import dev.davit.model.ResourceKey;
import dev.davit.model.Spec;
import dev.davit.target.Scope;
import java.util.List;
import java.util.Optional;

/** Holds what every part must know of the whole: what is asked for, the settings, the connections, and where to report. */
final class Cluster {
    private static final Origin NAMED = Origin.target("objects carry the recommended labels");
    private static final Origin NAMESPACED = Origin.target("the stack lives in one namespace");
    /** One label: a policy that selects by two is refused by Polaris' check of network policies. */
    private static final Origin SELECTED = Origin.target("one label selects the instances");

    private final Scope scope;
    private final Settings settings;
    private final Connections connections;
    private final Findings findings;
    private final Verdicts verdicts = new Verdicts();

    Cluster(Scope scope, Findings findings) {
        this.scope = scope;
        this.settings = new Settings(scope.placement());
        this.connections = Connections.of(scope);
        this.findings = findings;
    }

    Scope scope() {
        return scope;
    }

    Assembly assembly() {
        return scope.assembly();
    }

    Settings settings() {
        return settings;
    }

    Connections connections() {
        return connections;
    }

    Findings findings() {
        return findings;
    }

    Verdicts verdicts() {
        return verdicts;
    }

    String namespace() {
        return settings.namespace().map(Settings::text).orElse(assembly().name());
    }

    Origin namespaceOrigin() {
        return settings.namespace().map(it -> it.origin()).orElse(NAMESPACED);
    }

    /** Gives the specs of a shape that go to the cluster. */
    <S extends Spec> List<S> specs(Class<S> shape) {
        return scope.specs().stream().filter(shape::isInstance).map(shape::cast).toList();
    }

    /** Finds a resource that goes to the cluster. */
    <S extends Spec> Optional<S> placed(ResourceKey key, Class<S> shape) {
        return scope.holds(key) ? assembly().spec(key, shape) : Optional.empty();
    }

    /** Starts an object of the stack; {@code id} says whose it is. */
    MapNode object(String apiVersion, String kind, String name, String id, Origin origin) {
        MapNode object = new MapNode(origin).put("apiVersion", apiVersion).put("kind", kind);
        object.map("metadata", origin)
                .put("name", name)
                .put("namespace", namespace(), namespaceOrigin())
                .put("labels", labels(id));
        return object;
    }

    /** Starts an object that belongs to a resource and has its name. */
    MapNode object(String apiVersion, String kind, Spec spec, Origin origin) {
        return object(apiVersion, kind, spec.id(), spec.id(), origin);
    }

    MapNode labels(String id) {
        return new MapNode(NAMED)
                .put("app.kubernetes.io/name", id)
                .put("app.kubernetes.io/instance", id)
                .put("app.kubernetes.io/part-of", assembly().name())
                .put("app.kubernetes.io/managed-by", "davit");
    }

    MapNode matchLabels(String id) {
        return new MapNode(SELECTED).put("app.kubernetes.io/name", id);
    }

    MapNode selector(String id) {
        return new MapNode(SELECTED).put("matchLabels", matchLabels(id));
    }
}
