package dev.davit.k8s.operate;

import dev.davit.apply.Fence;
import dev.davit.apply.Readiness;
import dev.davit.apply.Written;
import dev.davit.k8s.cluster.ApiServer;
import dev.davit.k8s.cluster.Reply;
import dev.davit.plan.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Looks how far an applied object is, and collects what explains a failure. */
final class Watching {
    private static final int LOG_LINES = 10;
    private static final int EVENTS = 3;

    private final ApiServer api;
    private final Locator locator;
    private final Surroundings surroundings;
    private final Unblocking unblocking;

    Watching(ApiServer api, Locator locator, Surroundings surroundings) {
        this.api = api;
        this.locator = locator;
        this.surroundings = surroundings;
        this.unblocking = new Unblocking(api, surroundings);
    }

    Readiness readiness(Step step, Written written, Fence fence) {
        Reply reply = api.get(locator.path(step));
        Live live = new Live(reply.body());
        if (reply.notFound()) {
            return gone(step);
        }
        if (!reply.ok()) {
            throw Answers.refused(reply, step);
        }
        if (!live.uid().equals(written.uid())) {
            return Readiness.failed("somebody deleted it and made it anew", List.of());
        }
        Readiness readiness = explained(live, verdict(live));
        return readiness.state() == Readiness.State.WAITING
                        && ReadyRules.kindOf(live).equals("StatefulSet.apps")
                ? unblocking.unblock(live, fence).orElse(readiness)
                : readiness;
    }

    /** A Job that cleans up after itself was there, for we wrote it; it is only removed once it has ended. */
    private static Readiness gone(Step step) {
        boolean cleansUp = step.body()
                .map(Live::new)
                .filter(it -> it.number("spec", "ttlSecondsAfterFinished").isPresent())
                .isPresent();
        return cleansUp ? Readiness.ready("done and cleaned up") : Readiness.failed("somebody deleted it", List.of());
    }

    /** What the object says of itself is often enough, and costs nothing more. */
    private Verdict verdict(Live live) {
        Verdict alone = ReadyRules.judge(live, Around.nothing());
        boolean needed = alone.isWaiting() || ReadyRules.kindOf(live).equals("Service");
        return needed || alone.state() == Readiness.State.FAILED
                ? ReadyRules.judge(live, surroundings.of(live))
                : alone;
    }

    private Readiness explained(Live live, Verdict verdict) {
        if (verdict.state() != Readiness.State.FAILED) {
            return verdict.with(List.of());
        }
        List<String> evidence = new ArrayList<>();
        if (verdict.culprit().isEmpty()) {
            evidence.addAll(warnings(live.kind(), live));
        }
        verdict.culprit()
                .or(() -> DoomedPods.unready(surroundings.of(live).pods()))
                .ifPresent(it -> evidence.addAll(evidence(it)));
        return verdict.with(evidence);
    }

    private List<String> evidence(Culprit culprit) {
        List<String> lines = new ArrayList<>(warnings("Pod", culprit.pod()));
        lines.addAll(log(culprit));
        return lines;
    }

    private List<String> warnings(String kind, Live live) {
        List<Live> events = surroundings.events(live).stream()
                .filter(it -> it.text("type").filter("Warning"::equals).isPresent())
                .sorted(Comparator.comparing(Watching::time))
                .toList();
        return events.subList(Math.max(0, events.size() - EVENTS), events.size()).stream()
                .map(it -> "event of " + kind + " " + live.name() + ": "
                        + Lines.visible(it.text("reason").orElse("") + ": "
                                + it.text("message").orElse("")))
                .toList();
    }

    private static String time(Live event) {
        return event.text("lastTimestamp")
                .or(() -> event.text("eventTime"))
                .or(() -> event.text("metadata", "creationTimestamp"))
                .orElse("");
    }

    private List<String> log(Culprit culprit) {
        if (!culprit.ran()) {
            return List.of();
        }
        String container = culprit.container().orElseThrow();
        boolean before = !culprit.reason().equals(DoomedPods.NOT_READY);
        return surroundings.log(culprit.pod(), container, before, LOG_LINES).stream()
                .map(it -> "log of " + container + ": " + it)
                .toList();
    }
}
