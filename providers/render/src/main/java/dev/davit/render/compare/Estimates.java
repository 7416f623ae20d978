package dev.davit.render.compare;

import dev.davit.document.MapNode;
import dev.davit.plan.Action;
import dev.davit.plan.Change;
import dev.davit.plan.Estimate;
import dev.davit.plan.Seconds;
import dev.davit.plan.Step;
import dev.davit.render.api.RenderApi;
import dev.davit.target.Workers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Says how long changes take: as the last deploys of a service took, and where it had none, up to the limits at which Render gives one
 * up. Of the time that a data store takes Render says nothing.
 */
final class Estimates {
    /** So many services are asked for their last deploys: that takes a read each. */
    private static final int MOST = 100;

    /** Render gives a build up after two hours; this and the next two: https://render.com/docs/deploys */
    private static final Duration BUILD = Duration.ofMinutes(120);

    private static final Duration BEFORE_DEPLOY = Duration.ofMinutes(30);
    private static final Duration START = Duration.ofMinutes(15);

    private final RenderApi api;

    Estimates(RenderApi api) {
        this.api = api;
    }

    /** Gives the same changes with how long each takes. */
    List<Change> of(List<Change> changes) {
        boolean asks = changes.stream().filter(Estimates::deploys).count() <= MOST;
        try (Workers workers = new Workers()) {
            return workers.all(changes.stream()
                    .<Callable<Change>>map(it -> () -> with(it, asks))
                    .toList());
        }
    }

    private Change with(Change change, boolean asks) {
        return new Change.Builder().from(change).estimate(of(change, asks)).build();
    }

    private Optional<Estimate> of(Change change, boolean asks) {
        if (deploys(change)) {
            Work work = Work.of(change.steps().get(0));
            Optional<Estimate> known = change.basis().filter(it -> asks).flatMap(it -> asBefore(it.uid()));
            return Optional.of(known.orElseGet(() -> limits(change, work)));
        }
        boolean waits = change.action() == Action.CREATE
                && !change.isReadyAtOnce()
                && !Words.isService(change.key().kind());
        return waits || change.action() == Action.DELETE || isRestart(change)
                ? Optional.empty()
                : Optional.of(new Estimate(new Seconds(0, 0), "no deploy"));
    }

    private static boolean isRestart(Change change) {
        return !Words.isService(change.key().kind())
                && change.impact().seconds().isPresent();
    }

    /** A creation deploys by itself. */
    private static boolean deploys(Change change) {
        Step first = change.steps().get(0);
        return Words.isService(change.key().kind())
                && change.action() != Action.DELETE
                && (change.action() == Action.CREATE || Work.of(first).deploy() != Deploy.NONE);
    }

    private Optional<Estimate> asBefore(String service) {
        List<Long> took = new ArrayList<>();
        Deploys.live(api, service).forEach(it -> seconds(it).ifPresent(took::add));
        LongSummaryStatistics all = took.stream().mapToLong(Long::longValue).summaryStatistics();
        return took.isEmpty()
                ? Optional.empty()
                : Optional.of(new Estimate(
                        new Seconds(all.getMin(), all.getMax()),
                        took.size() == 1 ? "as its last deploy" : "as its last " + took.size() + " deploys"));
    }

    private static Optional<Long> seconds(MapNode deploy) {
        Optional<Instant> from = deploy.getText("startedAt").map(Instant::parse);
        Optional<Instant> to = deploy.getText("finishedAt").map(Instant::parse);
        return from.flatMap(it ->
                to.map(end -> Math.max(0, Duration.between(it, end).toSeconds())));
    }

    private static Estimate limits(Change change, Work work) {
        MapNode wants = work.wants();
        boolean builds = change.action() == Action.CREATE
                ? wants.getText("runtime").filter("image"::equals).isEmpty()
                : work.deploy() == Deploy.BUILD_AND_DEPLOY;
        boolean prepares =
                wants.getText("preDeployCommand").filter(it -> !it.isEmpty()).isPresent();
        Duration most = START.plus(builds ? BUILD : Duration.ZERO).plus(prepares ? BEFORE_DEPLOY : Duration.ZERO);
        return new Estimate(
                new Seconds(0, most.toSeconds()),
                change.action() == Action.CREATE
                        ? "never deployed; after so long Render gives up"
                        : "after so long Render gives up");
    }
}
