package dev.davit.k8s.effect;

import dev.davit.document.Node;
import dev.davit.plan.ObjectKey;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds how pods read a ConfigMap or Secret. */
final class Readers {
    /** Names the ways. */
    enum Way {
        /** As environment: read once, when a container starts. */
        ENV,
        /** As files that the node renews. */
        FILES,
        /** As a file mounted by itself (subPath), which is never renewed. */
        FIXED_FILE,
        /** As a credential to pull images with. */
        PULL
    }

    private final String name;
    private final boolean secret;

    Readers(ObjectKey key) {
        this.name = key.name();
        this.secret = key.kind().equals(KindName.SECRET);
    }

    /** Gives the ways in which a pod reads it; none means that it does not. */
    Set<Way> ways(PodTemplate pod) {
        Set<Way> ways = EnumSet.noneOf(Way.class);
        if (pod.everyContainer().stream().anyMatch(this::asEnvironment)) {
            ways.add(Way.ENV);
        }
        Fields.list(pod.spec(), "volumes").stream().filter(this::isVolume).forEach(it -> mounts(pod, it, ways));
        if (secret && Fields.list(pod.spec(), "imagePullSecrets").stream().anyMatch(it -> isAt(it, "name"))) {
            ways.add(Way.PULL);
        }
        return ways;
    }

    private boolean asEnvironment(Node container) {
        String from = secret ? "secretRef" : "configMapRef";
        String key = secret ? "secretKeyRef" : "configMapKeyRef";
        return Fields.list(container, "envFrom").stream().anyMatch(it -> isAt(it, from, "name"))
                || Fields.list(container, "env").stream().anyMatch(it -> isAt(it, "valueFrom", key, "name"));
    }

    private boolean isVolume(Node volume) {
        String kind = secret ? "secret" : "configMap";
        return isAt(volume, kind, secret ? "secretName" : "name")
                || Fields.list(volume, "projected", "sources").stream().anyMatch(it -> isAt(it, kind, "name"));
    }

    private void mounts(PodTemplate pod, Node volume, Set<Way> ways) {
        String called = Fields.text(volume, "name").orElse("");
        List<Node> mounts = pod.everyContainer().stream()
                .flatMap(it -> Fields.list(it, "volumeMounts").stream())
                .filter(it -> isNamed(it, called))
                .toList();
        mounts.forEach(it -> ways.add(isPart(it) ? Way.FIXED_FILE : Way.FILES));
        if (mounts.isEmpty()) {
            ways.add(Way.FIXED_FILE);
        }
    }

    private static boolean isNamed(Node mount, String volume) {
        return Fields.text(mount, "name").filter(volume::equals).isPresent();
    }

    private static boolean isPart(Node mount) {
        return Stream.of("subPath", "subPathExpr")
                .anyMatch(it ->
                        Fields.text(mount, it).filter(path -> !path.isEmpty()).isPresent());
    }

    private boolean isAt(Node from, String... path) {
        return Fields.text(from, path).filter(name::equals).isPresent();
    }
}
