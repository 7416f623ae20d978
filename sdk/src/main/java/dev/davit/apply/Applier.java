package dev.davit.apply;

import dev.davit.apply.Journal.Unfinished;
import dev.davit.apply.StepResult.State;
import dev.davit.document.Fields;
import dev.davit.plan.Action;
import dev.davit.plan.Change;
import dev.davit.plan.Comparison;
import dev.davit.plan.ObjectKey;
import dev.davit.plan.Plan;
import dev.davit.plan.PlanCheck;
import dev.davit.plan.Stale;
import dev.davit.plan.Step;
import dev.davit.plan.Wanted;
import dev.davit.plan.Wave;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Carry out one plan: ask for the rights, take the lease, look again where the plan is a saved one, then wave after wave, and
 * put down a release record.
 *
 * <p>When a step fails, no other is begun: those that run are finished, nothing that depends on the failed one starts, and
 * nothing is deleted that the plan deletes later. Killed at any moment it leaves a state from which a new plan, or the same
 * one with its journal, comes to the same end.
 *
 * <p>An applier is used once.
 */
public final class Applier {
    private final Operator operator;
    private final Journal journal;
    private final ApplyOptions options;
    private final Consumer<Event> listener;
    private final Ticker ticker;
    private final AtomicBoolean stop = new AtomicBoolean();
    private boolean interrupted;

    /**
     * Make one.
     *
     * @param operator the platform
     * @param journal the journal of the plan's stack, stage and place, open
     * @param options how
     * @param listener is told how it goes, by one thread at a time; what it throws is ignored, as a closed pipe stops no apply
     */
    public Applier(Operator operator, Journal journal, ApplyOptions options, Consumer<Event> listener) {
        this(operator, journal, options, listener, Ticker.SYSTEM);
    }

    Applier(Operator operator, Journal journal, ApplyOptions options, Consumer<Event> listener, Ticker ticker) {
        this.operator = operator;
        this.journal = journal;
        this.options = options;
        this.listener = listener;
        this.ticker = ticker;
    }

    /** Carry out a plan that was made a moment ago. */
    public Outcome apply(Plan plan) {
        return apply(plan, Optional.empty());
    }

    /**
     * Carry out a plan that was approved earlier, or that an earlier run did not finish. It is compared again when the lease
     * is ours; where the journal knows the plan, steps that were made and whose objects are as they were left are not made
     * again.
     *
     * @param compare compares again, such as {@code wanted -> connection.compare(wanted, options)}
     */
    public Outcome applySaved(Plan plan, Function<Wanted, Comparison> compare) {
        return apply(plan, Optional.of(compare));
    }

    /** Begin no more steps, and end when the calls that are on their way have come back. May be called by any thread. */
    public void stop() {
        if (stop.compareAndSet(false, true)) {
            tell(listener, new Event.Stopping("told to stop"));
        }
    }

    private Outcome apply(Plan plan, Optional<Function<Wanted, Comparison>> compare) {
        Outcome outcome = outcome(plan, compare);
        tell(listener, new Event.Ended(outcome));
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return outcome;
    }

    private Outcome outcome(Plan plan, Optional<Function<Wanted, Comparison>> compare) {
        if (!plan.blockers().isEmpty()) {
            return ended(Ending.BLOCKED, plan.blockers().get(0).what());
        }
        try {
            if (plan.isEmpty() && !isLeftOpen(plan)) {
                return ended(Ending.NOTHING_TO_DO, "all is as it is to be");
            }
            tell(listener, new Event.Preparing());
            List<Refusal> refusals = operator.preflight(plan);
            if (!refusals.isEmpty()) {
                return new Outcome.Builder()
                        .from(ended(Ending.NO_PERMISSION, "rights are missing"))
                        .refusals(refusals)
                        .build();
            }
            return underLease(plan, compare);
        } catch (LeaseHeldException e) {
            return failed(Ending.LEASE_HELD, e);
        } catch (ApplyException e) {
            return failed(early(e.reason()), e);
        } catch (InterruptedException e) {
            interrupted = !stop.get();
            return ended(Ending.INTERRUPTED, "it was told to stop before its first step");
        }
    }

    /** An earlier run may have made the last of its calls and died before it could say so. */
    private boolean isLeftOpen(Plan plan) {
        return journal.unfinished().isPresent()
                || releases(plan)
                        .lastState()
                        .filter(it -> it != Release.State.DONE)
                        .isPresent();
    }

    private ReleaseStore releases(Plan plan) {
        return operator.releases(plan.wanted().stack(), plan.wanted().stage());
    }

    private Outcome underLease(Plan plan, Optional<Function<Wanted, Comparison>> compare) throws InterruptedException {
        LeaseStore store = operator.lease(plan.wanted().stack(), plan.wanted().stage());
        try (LeaseKeeper lease = LeaseKeeper.take(
                store,
                options.holder(),
                store.terms(options.lease()),
                options.lockTimeout(),
                stoppable(),
                (record, waited) -> tell(listener, new Event.LeaseAwaited(record.holder(), waited)))) {
            tell(listener, new Event.LeaseTaken(lease.token()));
            if (stop.get()) {
                return ended(Ending.INTERRUPTED, "it was told to stop before its first step");
            }
            Optional<Unfinished> known = compare.flatMap(
                    it -> journal.unfinished().filter(run -> run.planDigest().equals(plan.digest())));
            Map<String, Written> earlier = Map.of();
            if (compare.isPresent()) {
                Comparison now = compare.get().apply(plan.wanted());
                Set<String> begun = known.map(Unfinished::begun).orElse(Set.of());
                List<Stale> stale = PlanCheck.check(plan, now, ticker.now(), begun).stream()
                        .filter(it -> !isMadeForTheLease(plan, it, now))
                        .toList();
                if (!stale.isEmpty()) {
                    return new Outcome.Builder()
                            .from(ended(Ending.STALE, "what is live is not what the plan saw"))
                            .stale(stale)
                            .build();
                }
                earlier = earlier(plan, now, known);
            }
            return new Attempt(plan, known, earlier, lease).outcome();
        }
    }

    /** Whoever waits for a lease may be told to stop, too. */
    private Ticker stoppable() {
        return new Ticker() {
            @Override
            public long nanos() {
                return ticker.nanos();
            }

            @Override
            public Instant now() {
                return ticker.now();
            }

            @Override
            public void sleep(Duration time) throws InterruptedException {
                if (stop.get()) {
                    throw new InterruptedException("told to stop");
                }
                ticker.sleep(time);
            }
        };
    }

    /**
     * A lease may need a place to be kept in, which the plan makes in its first wave, and taking it has made that. Only what
     * is as the plan wants it passes: nothing is left to do for it.
     */
    private static boolean isMadeForTheLease(Plan plan, Stale stale, Comparison now) {
        return stale.changeNow().isEmpty()
                && stale.approvedChange()
                        .filter(it -> it.action() == Action.CREATE)
                        .filter(it -> now.unchanged().contains(it.key()))
                        .filter(it -> plan.waves().get(0).steps().containsAll(it.steps()))
                        .isPresent();
    }

    /** Finds the steps that need not be made again: all of a change that nothing is left of, else all but the last begun. */
    private static Map<String, Written> earlier(Plan plan, Comparison now, Optional<Unfinished> known) {
        Map<String, Written> earlier = new HashMap<>();
        if (known.isEmpty()) {
            return earlier;
        }
        Set<ObjectKey> left = now.changes().stream().map(Change::key).collect(Collectors.toSet());
        for (Change change : plan.changes()) {
            List<Step> begun = change.steps().stream()
                    .filter(it -> known.get().begun().contains(it.id()))
                    .toList();
            boolean whole = begun.size() == change.steps().size() && !left.contains(change.key());
            for (Step step : whole || begun.isEmpty() ? begun : begun.subList(0, begun.size() - 1)) {
                Optional.ofNullable(known.get().done().get(step.id())).ifPresent(it -> earlier.put(step.id(), it));
            }
        }
        return earlier;
    }

    private static Ending early(ApplyException.Reason reason) {
        return switch (reason) {
            case UNAVAILABLE -> Ending.UNAVAILABLE;
            case NO_PERMISSION -> Ending.NO_PERMISSION;
            case STALE -> Ending.STALE;
            case REFUSED -> Ending.FAILED;
        };
    }

    private static Outcome ended(Ending ending, String detail) {
        return new Outcome.Builder()
                .ending(ending)
                .detail(detail)
                .isResumable(false)
                .build();
    }

    private static Outcome failed(Ending ending, RuntimeException e) {
        return new Outcome.Builder()
                .from(ended(ending, String.valueOf(e.getMessage())))
                .failure(e)
                .build();
    }

    static void tell(Consumer<Event> listener, Event event) {
        synchronized (listener) {
            try {
                listener.accept(event);
            } catch (RuntimeException ignored) {
                // Whoever watches has gone; what is half done is finished all the same.
            }
        }
    }

    /** Everything from the first write on. */
    private final class Attempt {
        private final Plan plan;
        private final Optional<Unfinished> known;
        private final Fence fence;
        private final Awaited awaited;
        private final List<Release> releases;
        private final Leftover leftover;
        private final Run run;
        private final ReleaseLog log;
        private final List<StepResult> results = new ArrayList<>();

        Attempt(Plan plan, Optional<Unfinished> known, Map<String, Written> earlier, Fence fence) {
            this.plan = plan;
            this.known = known;
            this.fence = fence;
            this.awaited = Awaited.of(plan, options.isAwaiting());
            this.releases = releases(plan).list();
            this.leftover = Leftover.of(
                    journal,
                    plan,
                    known.isPresent(),
                    releases,
                    step -> operator.readiness(step, Leftover.UNKNOWN, fence).state() == Readiness.State.READY);
            Map<String, Written> made = new HashMap<>(leftover.done());
            made.putAll(earlier);
            this.run = new Run(operator, journal, options, ticker, listener, fence, made, stop);
            this.log = new ReleaseLog(releases(plan), fence);
        }

        Outcome outcome() {
            RuntimeException failure = null;
            try {
                begin();
                waves();
                run.rethrow();
                boolean ready = results.stream().allMatch(StepResult::isGood);
                if (ready || isSent()) {
                    operator.finish(plan, fence);
                    log.done(ready, ticker.now());
                    journal.end(Release.State.DONE, ticker.now());
                    return with(Ending.DONE, ready ? "all steps are done" : "all is written, and not waited for", null);
                }
            } catch (LeaseLostException e) {
                run.loseLease(e);
            } catch (ApplyException | JournalException e) {
                failure = e;
            }
            return notDone(failure);
        }

        /** Says whether all is made that there is to make, where that is all that was asked for. */
        private boolean isSent() {
            return !options.isAwaiting()
                    && !stop.get()
                    && results.stream().allMatch(it -> it.isGood() || it.state() == State.NOT_AWAITED);
        }

        private void begin() {
            int number = ReleaseLog.number(releases, known.map(Unfinished::release));
            if (known.isPresent()) {
                journal.resume(options.by(), fence.token(), ticker.now());
            } else {
                journal.begin(plan, leftover.plan(), number, options.by(), fence.token(), ticker.now());
            }
            operator.begin(plan, number, fence);
            log.begin(releases, number, plan, options.by(), ticker.now());
            run.tell(new Event.Begun(plan, number, known.isPresent()));
        }

        private void waves() {
            ScheduledThreadPoolExecutor workers = workers();
            try {
                boolean left = !leftover.wave().steps().isEmpty();
                for (Wave wave : plan.waves()) {
                    if (!run.isHalted()) {
                        run.tell(new Event.WaveBegun(wave, plan.waves().size()));
                    }
                    if (left && wave.steps().stream().anyMatch(leftover::holds)) {
                        wave(part(wave, step -> !leftover.holds(step)), workers);
                        wave(leftover.wave(), workers);
                        wave(part(wave, leftover::holds), workers);
                        left = false;
                    } else {
                        wave(wave, workers);
                    }
                }
                if (left) {
                    wave(leftover.wave(), workers);
                }
            } finally {
                workers.shutdown();
                interrupted = run.wasInterrupted();
            }
            results.replaceAll(it -> it.state() == State.SKIPPED ? skipped(it.step(), it.wave()) : it);
        }

        private void wave(Wave wave, ScheduledThreadPoolExecutor workers) {
            if (!run.isHalted() && !wave.steps().isEmpty()) {
                confirm();
            }
            if (run.isHalted()) {
                wave.steps().forEach(step -> results.add(skipped(step, wave.number())));
            } else {
                results.addAll(new WaveRun(run, workers, wave, awaited).results());
                run.rethrow();
            }
        }

        private void confirm() {
            try {
                fence.confirm();
            } catch (LeaseLostException e) {
                run.loseLease(e);
            }
        }

        private static Wave part(Wave wave, Predicate<Step> which) {
            return new Wave(wave.number(), wave.steps().stream().filter(which).toList(), wave.after());
        }

        private StepResult skipped(Step step, int wave) {
            Optional<Step> cause = run.failed();
            return new StepResult(
                    step,
                    wave,
                    State.SKIPPED,
                    "not begun"
                            + cause.map(it -> ": " + it.key() + " comes first").orElse(""),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    cause,
                    Duration.ZERO);
        }

        private Outcome notDone(RuntimeException failure) {
            Ending ending = new Verdict(run, results, failure).ending();
            String detail = failure != null
                    ? failure.getMessage()
                    : run.lost()
                            .map(Throwable::getMessage)
                            .or(() -> results.stream()
                                    .filter(it -> !it.isGood() && it.state() != State.SKIPPED)
                                    .findFirst()
                                    .map(it -> it.step().does() + ": " + it.detail()))
                            .orElse("it was told to stop");
            Release.State state = ending == Ending.INTERRUPTED ? Release.State.STOPPED : Release.State.FAILED;
            putDown(state, ending);
            return with(ending, detail, failure);
        }

        /** What cannot be put down is found by the next run: the record still says that it runs, and nobody holds the lease. */
        private void putDown(Release.State state, Ending ending) {
            try {
                journal.end(state, ticker.now());
                if (run.lost().isEmpty() && log.release().isPresent()) {
                    log.end(state, ticker.now(), Optional.of(words(ending)));
                }
            } catch (ApplyException | JournalException | LeaseLostException e) {
                run.tell(new Event.Stopping("the end cannot be written down: " + e.getMessage()));
            }
        }

        /** Not the platform's words, which may quote what was sent: records outlive the output of a run. */
        private String words(Ending ending) {
            String what = Fields.word(ending).replace('-', ' ');
            return run.failed().map(step -> step.does() + ": " + what).orElse(what);
        }

        private Outcome with(Ending ending, String detail, RuntimeException failure) {
            boolean goesOn = ending != Ending.DONE && ending != Ending.STALE;
            return new Outcome.Builder()
                    .ending(ending)
                    .detail(detail == null ? "no reason is known" : detail)
                    .steps(results)
                    .release(log.release())
                    .failure(Optional.ofNullable(failure))
                    .isResumable(goesOn && plan.wanted().literalSecret().isEmpty())
                    .build();
        }

        private ScheduledThreadPoolExecutor workers() {
            AtomicInteger count = new AtomicInteger();
            return new ScheduledThreadPoolExecutor(Math.max(1, options.atOnce()), task -> {
                Thread thread = new Thread(task, "davit-step-" + count.incrementAndGet());
                thread.setDaemon(true);
                return thread;
            });
        }
    }
}
