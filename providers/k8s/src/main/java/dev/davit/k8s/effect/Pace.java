package dev.davit.k8s.effect;

import dev.davit.document.Node;
import dev.davit.plan.Seconds;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Estimates from its template how long a pod takes to start and to stop.
 *
 * <p>Defaults are the API's: probes every 10 s, 3 failures, 1 success, 30 s of grace. Images that must be pulled and init
 * containers come on top; nothing in the object says how long they take.
 */
record Pace(PodTemplate pod) {
    /** Without any probe a container counts as ready when its process runs; most images start within so many seconds. */
    private static final Seconds UNPROBED = new Seconds(1, 30);

    private static final long GRACE = 30;
    private static final Pattern SLEEP = Pattern.compile("(?:^|[ ;&/])sleep ([0-9]{1,6})(?:$|[ ;&s])");

    /** Gives the time from the start of its containers until it is ready. */
    Seconds start() {
        long least = 1;
        long most = 1;
        for (Node container : pod.containers()) {
            Seconds one = start(container);
            least = Math.max(least, one.least());
            most = Math.max(most, one.most());
        }
        return new Seconds(least, Math.max(least, most));
    }

    private static Seconds start(Node container) {
        Optional<Node> startup = Fields.at(container, "startupProbe");
        Optional<Node> readiness = Fields.at(container, "readinessProbe");
        if (startup.isEmpty() && readiness.isEmpty()) {
            return UNPROBED;
        }
        long least =
                startup.map(Pace::delay).orElse(0L) + readiness.map(Pace::delay).orElse(0L);
        long most = startup.map(it -> delay(it) + period(it) * number(it, "failureThreshold", 3))
                        .orElse(0L)
                + readiness.map(it -> ready(it, startup.isPresent())).orElse(0L);
        return new Seconds(Math.max(1, least), Math.max(1, most));
    }

    /** A process that has started passes at once; one that is still starting is given what the probe tolerates. */
    private static long ready(Node probe, boolean started) {
        return delay(probe)
                + period(probe) * number(probe, started ? "successThreshold" : "failureThreshold", started ? 1 : 3);
    }

    private static long delay(Node probe) {
        return number(probe, "initialDelaySeconds", 0);
    }

    private static long period(Node probe) {
        return number(probe, "periodSeconds", 10);
    }

    private static long number(Node from, String field, long otherwise) {
        return Fields.number(from, field).filter(it -> it >= 0).orElse(otherwise);
    }

    /** Gives how long it may take to stop. */
    long grace() {
        return number(pod.spec(), "terminationGracePeriodSeconds", GRACE);
    }

    /** Gives how long it serves on after it was told to stop: the longest hook; empty where no container has one. */
    Optional<Long> preStop() {
        return pod.containers().stream()
                .flatMap(it -> Fields.at(it, "lifecycle", "preStop").stream())
                .map(Pace::sleep)
                .max(Long::compare);
    }

    private static long sleep(Node hook) {
        List<String> command = Fields.texts(hook, "exec", "command");
        Matcher sleep = SLEEP.matcher(String.join(" ", command));
        return Fields.number(hook, "sleep", "seconds").orElse(sleep.find() ? Long.parseLong(sleep.group(1)) : 0L);
    }

    /** Gives the gap where a pod of this template stops before one of the next starts. */
    Seconds gapBefore(Pace next) {
        return new Seconds(next.start().least(), grace() + next.start().most());
    }

    /** Adds up gaps that follow one another. */
    static Seconds times(long count, Seconds one) {
        return new Seconds(count * one.least(), count * one.most());
    }
}
