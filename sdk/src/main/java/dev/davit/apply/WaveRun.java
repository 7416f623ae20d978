package dev.davit.apply;

import dev.davit.apply.StepResult.State;
import dev.davit.plan.Step;
import dev.davit.plan.Wave;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Carries out one wave: makes the calls, a few at once, and looks at each object until it is ready. */
final class WaveRun {
    private final Run run;
    private final ScheduledExecutorService workers;
    private final Wave wave;
    private final Awaited awaited;
    private final CountDownLatch open;
    private final Map<String, StepResult> results = new ConcurrentHashMap<>();

    WaveRun(Run run, ScheduledExecutorService workers, Wave wave, Awaited awaited) {
        this.run = run;
        this.workers = workers;
        this.wave = wave;
        this.awaited = awaited;
        this.open = new CountDownLatch(wave.steps().size());
    }

    /** Gives the results in the wave's order, when all steps have one. */
    List<StepResult> results() {
        wave.steps().forEach(step -> workers.execute(() -> new OneStep(step).begin()));
        while (open.getCount() > 0) {
            try {
                open.await();
            } catch (InterruptedException e) {
                run.interrupted();
            }
        }
        return wave.steps().stream().map(step -> results.get(step.id())).toList();
    }

    private final class OneStep {
        private final Step step;
        private final Optional<Written> before;
        private long begunAt;
        private Written written;
        private Duration nextLook;
        private String progress = "";

        OneStep(Step step) {
            this.step = step;
            this.before = Optional.ofNullable(run.earlier().get(step.id()));
            this.nextLook = run.options().firstLook();
        }

        void begin() {
            begunAt = run.ticker().nanos();
            if (run.isHalted()) {
                end(State.SKIPPED, "not begun", List.of(), null);
                return;
            }
            guarded(() -> {
                written = before.orElse(null);
                if (written == null) {
                    call();
                }
                look();
            });
        }

        private void call() {
            run.tell(new Event.StepBegun(step, wave.number()));
            run.journal().intent(step, run.ticker().now());
            written = run.operator().perform(step, run.fence());
            run.journal().result(step, written, run.ticker().now());
            run.tell(new Event.StepWritten(step, written));
        }

        private void look() {
            if (!run.isAwaitingNothing()) {
                noticeLostLease();
            }
            if (run.isAwaitingNothing()) {
                end(State.NOT_AWAITED, progress.isEmpty() ? "written" : progress, List.of(), null);
                return;
            }
            if (!awaited.includes(step, wave.number())) {
                end(State.NOT_AWAITED, "written, not waited for", List.of(), null);
                return;
            }
            Readiness readiness = run.operator().readiness(step, written, run.fence());
            switch (readiness.state()) {
                case READY ->
                    end(
                            before.isPresent() ? State.WAS_DONE : State.DONE,
                            readiness.progress(),
                            readiness.evidence(),
                            null);
                case FAILED -> end(State.FAILED, readiness.progress(), readiness.evidence(), null);
                case WAITING -> again(readiness);
            }
        }

        /** Whoever lost the lease waits for nothing any more: it is the next one's to judge. */
        private void noticeLostLease() {
            try {
                run.fence().check();
            } catch (LeaseLostException e) {
                run.loseLease(e);
            }
        }

        private void again(Readiness readiness) {
            if (run.ticker().since(begunAt).compareTo(run.options().stepTimeout()) >= 0 || run.isOutOfTime()) {
                end(State.NOT_READY, readiness.progress(), readiness.evidence(), null);
                return;
            }
            if (!readiness.progress().equals(progress)) {
                progress = readiness.progress();
                run.tell(new Event.StepWaits(step, progress));
            }
            workers.schedule(() -> guarded(this::look), nextLook.toNanos(), TimeUnit.NANOSECONDS);
            Duration longer = nextLook.multipliedBy(3).dividedBy(2);
            nextLook = longer.compareTo(run.options().longestLook()) < 0
                    ? longer
                    : run.options().longestLook();
        }

        private void guarded(Runnable work) {
            try {
                work.run();
            } catch (LeaseLostException e) {
                run.loseLease(e);
                end(State.FAILED, e.getMessage(), List.of(), e);
            } catch (RuntimeException e) {
                String words = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
                end(State.FAILED, words, List.of(), e);
            } catch (Error e) {
                run.breakOff(e);
                open.countDown();
            }
        }

        private void noteReady() {
            try {
                run.journal().ready(step, run.ticker().now());
            } catch (JournalException costsOneMoreLook) {
                // The next run looks at the object again; this one knows.
            }
        }

        private void end(State state, String detail, List<String> evidence, RuntimeException failure) {
            StepResult result = new StepResult(
                    step,
                    wave.number(),
                    state,
                    detail,
                    evidence,
                    Optional.ofNullable(failure),
                    Optional.ofNullable(written),
                    Optional.empty(),
                    run.ticker().since(begunAt));
            try {
                if (state == State.FAILED || state == State.NOT_READY) {
                    run.halt(result);
                } else if (result.isGood()) {
                    noteReady();
                }
                if (state != State.SKIPPED) {
                    run.tell(new Event.StepEnded(result));
                }
            } finally {
                results.put(step.id(), result);
                open.countDown();
            }
        }
    }
}
