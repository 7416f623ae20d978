package dev.davit.k8s.operate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds pods that can never start: waiting for the deadline would only cost time. */
final class DoomedPods {
    /** Restarts back off 10, 20, 40 s: after three of them a program had more than a minute to come up. */
    private static final long RESTARTS = 3;

    static final String NOT_READY = "not ready";

    private static final Set<String> NEVER_STARTS = Set.of(
            "ErrImagePull", "ImagePullBackOff", "ErrImageNeverPull", "InvalidImageName", "CreateContainerConfigError");

    /**
     * What a registry, a network or the kubelet's own cache say when the next try may succeed. That a registry's name does not exist is
     * not among it: a resolver that cannot tell says so in other words, and it is the commonest slip in the name of an image.
     */
    private static final Pattern PASSES = Pattern.compile(
            "time(d )?out|connection (refused|reset)|TLS handshake|temporary failure|\\bEOF\\b|too ?many ?requests"
                    + "|\\b(429|502|503|504)\\b|failed to sync",
            Pattern.CASE_INSENSITIVE);

    private DoomedPods() {}

    /** Finds the first. Pods that are going away, and those that are done, say nothing about the new revision. */
    static Optional<Culprit> in(List<Live> pods, Around around) {
        return pods.stream()
                .filter(it -> !it.isDeleted() && !it.isTrue("Ready"))
                .filter(it -> !Set.of("Succeeded", "Failed").contains(phase(it)))
                .flatMap(it -> Stream.concat(broken(it), homeless(it, around)))
                .findFirst();
    }

    /** Finds why a pod that ended badly did so. */
    static Optional<Culprit> ended(List<Live> pods) {
        return pods.stream()
                .filter(it -> phase(it).equals("Failed"))
                .flatMap(pod -> containers(pod).flatMap(container -> terminated(pod, container, "state")))
                .findFirst();
    }

    /** Finds a program that runs and is not ready: its log may say why. */
    static Optional<Culprit> unready(List<Live> pods) {
        return pods.stream()
                .filter(it ->
                        !it.isDeleted() && !it.isTrue("Ready") && phase(it).equals("Running"))
                .flatMap(pod -> containers(pod)
                        .filter(it -> !it.flag("ready"))
                        .map(it -> new Culprit(pod, it.text("name"), NOT_READY, "", true)))
                .findFirst();
    }

    private static String phase(Live pod) {
        return pod.text("status", "phase").orElse("");
    }

    private static Stream<Culprit> broken(Live pod) {
        return containers(pod).flatMap(it -> Stream.concat(stuck(pod, it), killed(pod, it)));
    }

    static Stream<Live> containers(Live pod) {
        return Stream.concat(pod.maps("status", "initContainerStatuses"), pod.maps("status", "containerStatuses"));
    }

    private static Stream<Culprit> stuck(Live pod, Live container) {
        String reason = container.text("state", "waiting", "reason").orElse("");
        boolean crashes = reason.equals("CrashLoopBackOff") && restarts(container) >= RESTARTS;
        String said = container.text("state", "waiting", "message").orElse("");
        boolean stays = NEVER_STARTS.contains(reason) && !PASSES.matcher(said).find();
        if (!crashes && !stays) {
            return Stream.empty();
        }
        String message = crashes ? "ended " + exit(container) + ", " + restarts(container) + " restarts" : said;
        return Stream.of(culprit(pod, container, reason, message));
    }

    private static Stream<Culprit> killed(Live pod, Live container) {
        return Stream.of("state", "lastState")
                .flatMap(it -> terminated(pod, container, it))
                .filter(it -> it.reason().equals("OOMKilled"));
    }

    private static Stream<Culprit> terminated(Live pod, Live container, String state) {
        return container.map(state, "terminated").map(Live::new).stream()
                .filter(it -> it.number("exitCode").orElse(0L) != 0)
                .map(it -> culprit(
                        pod,
                        container,
                        it.text("reason").orElse("Error"),
                        "exit code " + it.number("exitCode").orElse(0L)));
    }

    private static Culprit culprit(Live pod, Live container, String reason, String message) {
        boolean ran =
                restarts(container) > 0 || container.map("state", "terminated").isPresent();
        return new Culprit(pod, container.text("name"), reason, message, ran);
    }

    /** Counts how often the containers of a pod were started again. */
    static long restartsOf(Live pod) {
        return containers(pod).mapToLong(DoomedPods::restarts).sum();
    }

    private static long restarts(Live container) {
        return container.number("restartCount").orElse(0L);
    }

    private static String exit(Live container) {
        return container
                .number("lastState", "terminated", "exitCode")
                .map(it -> "with exit code " + it)
                .orElse("again and again");
    }

    /** A pod may get the place of an old one that is still going away; then it waits for good reason. */
    private static Stream<Culprit> homeless(Live pod, Around around) {
        if (!around.unschedulable().contains(pod.uid())
                || around.pods().stream().anyMatch(Live::isDeleted)) {
            return Stream.empty();
        }
        String message = pod.condition("PodScheduled").map(Condition::message).orElse("");
        return Stream.of(new Culprit(pod, Optional.empty(), "Unschedulable", message, false));
    }
}
