package dev.davit.k8s.operate;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds what keeps a pod from being ready, whether or not it may pass. */
final class PodTrouble {
    /** What every pod goes through. */
    static final Set<String> USUAL = Set.of("", "ContainerCreating", "PodInitializing");

    private PodTrouble() {}

    static Stream<Culprit> of(Live pod) {
        if (pod.isTrue("Ready")
                || pod.text("status", "phase").filter("Succeeded"::equals).isPresent()) {
            return Stream.empty();
        }
        return Stream.concat(
                homeless(pod),
                DoomedPods.containers(pod).flatMap(it -> Stream.concat(waiting(pod, it), ended(pod, it))))
                .findFirst()
                .or(() -> DoomedPods.unready(java.util.List.of(pod)))
                .stream();
    }

    private static Stream<Culprit> homeless(Live pod) {
        return pod
                .condition("PodScheduled")
                .filter(Condition::isFalse)
                .map(it -> new Culprit(pod, Optional.empty(), it.reason(), it.message(), false))
                .stream();
    }

    private static Stream<Culprit> waiting(Live pod, Live container) {
        String reason = container.text("state", "waiting", "reason").orElse("");
        return USUAL.contains(reason)
                ? Stream.empty()
                : Stream.of(new Culprit(
                        pod,
                        container.text("name"),
                        reason,
                        container.text("state", "waiting", "message").orElse(""),
                        false));
    }

    private static Stream<Culprit> ended(Live pod, Live container) {
        return container.number("state", "terminated", "exitCode").filter(it -> it != 0).stream()
                .map(it -> new Culprit(
                        pod,
                        container.text("name"),
                        container.text("state", "terminated", "reason").orElse("Error"),
                        "exit code " + it,
                        true));
    }
}
