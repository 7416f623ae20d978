package dev.davit.k8s.operate;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Names a container that has a log, or will have one.
 *
 * @param resource the resource whose program it is
 * @param pod its pod
 * @param container its name in the pod
 * @param isMain whether it is the pod's first, by whose name nobody asks
 */
record LoggedContainer(String resource, Live pod, String container, boolean isMain) {
    /** Tells it from one of the same name in a pod that was there before. */
    String id() {
        return pod.uid() + "/" + container;
    }

    String instance() {
        return isMain ? pod.name() : pod.name() + "/" + container;
    }

    String path() {
        return "/api/v1/namespaces/" + pod.namespace() + "/pods/" + pod.name() + "/log?timestamps=true&container="
                + URLEncoder.encode(container, StandardCharsets.UTF_8);
    }

    /** Gives what it waits for, if it never ran; empty words where that is only its turn. */
    Optional<String> waits() {
        return DoomedPods.containers(pod)
                .filter(it -> it.text("name").filter(container::equals).isPresent())
                .findFirst()
                .map(LoggedContainer::waits)
                .orElseGet(() -> Optional.of(pod.condition("PodScheduled")
                        .filter(Condition::isFalse)
                        .map(it -> it.reason() + ": " + it.message())
                        .orElse("")));
    }

    private static Optional<String> waits(Live status) {
        boolean ran = status.map("state", "running").isPresent()
                || status.map("state", "terminated").isPresent()
                || status.map("lastState", "terminated").isPresent();
        return ran
                ? Optional.empty()
                : Optional.of(status.text("state", "waiting", "reason")
                        .filter(it -> !PodTrouble.USUAL.contains(it))
                        .map(it -> it
                                + status.text("state", "waiting", "message")
                                        .map(": "::concat)
                                        .orElse(""))
                        .orElse(""));
    }
}
