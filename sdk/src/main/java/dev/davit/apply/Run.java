package dev.davit.apply;

import dev.davit.plan.Step;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Holds what all steps of one apply share, and what makes it stop. */
final class Run {
    private final Operator operator;
    private final Journal journal;
    private final ApplyOptions options;
    private final Ticker ticker;
    private final Consumer<Event> listener;
    private final Fence fence;
    private final Map<String, Written> earlier;
    private final AtomicBoolean stop;
    private final long begunAt;

    private volatile boolean interrupted;
    private final AtomicReference<StepResult> failed = new AtomicReference<>();
    private final AtomicReference<LeaseLostException> lost = new AtomicReference<>();
    private final AtomicReference<Error> broken = new AtomicReference<>();

    Run(
            Operator operator,
            Journal journal,
            ApplyOptions options,
            Ticker ticker,
            Consumer<Event> listener,
            Fence fence,
            Map<String, Written> earlier,
            AtomicBoolean stop) {
        this.operator = operator;
        this.journal = journal;
        this.options = options;
        this.ticker = ticker;
        this.listener = listener;
        this.fence = fence;
        this.earlier = earlier;
        this.stop = stop;
        this.begunAt = ticker.nanos();
    }

    Operator operator() {
        return operator;
    }

    Journal journal() {
        return journal;
    }

    ApplyOptions options() {
        return options;
    }

    Ticker ticker() {
        return ticker;
    }

    /** Guards the writes of steps, and tells those that wait whether to go on. */
    Fence fence() {
        return new Fence() {
            @Override
            public long token() {
                return fence.token();
            }

            @Override
            public void check() {
                fence.check();
            }

            @Override
            public void confirm() {
                fence.confirm();
            }

            @Override
            public boolean isStopping() {
                return isAwaitingNothing();
            }
        };
    }

    /** Gives what steps left behind that an earlier run made and that are still as it left them, by id. */
    Map<String, Written> earlier() {
        return earlier;
    }

    void tell(Event event) {
        Applier.tell(listener, event);
    }

    /** Says whether no more steps may begin. */
    boolean isHalted() {
        return failed.get() != null || stop.get() || lost.get() != null || broken.get() != null;
    }

    /** Says whether not even running steps are waited for. */
    boolean isAwaitingNothing() {
        return stop.get() || lost.get() != null || broken.get() != null;
    }

    boolean isOutOfTime() {
        return ticker.since(begunAt).compareTo(options.totalTimeout()) >= 0;
    }

    void halt(StepResult result) {
        if (failed.compareAndSet(null, result)) {
            tell(new Event.Stopping(result.step().does() + ": " + result.detail()));
        }
        if (lost.get() == null) {
            String reason =
                    result.reason().map(Enum::name).orElse(result.state().name());
            journal.failed(result.step(), reason, ticker.now());
        }
    }

    void loseLease(LeaseLostException e) {
        lost.compareAndSet(null, e);
    }

    /** Takes an interrupt of the thread for the word to stop; calls that are on their way are waited for all the same. */
    void interrupted() {
        interrupted = true;
        stop.set(true);
    }

    boolean wasInterrupted() {
        return interrupted;
    }

    void breakOff(Error e) {
        broken.compareAndSet(null, e);
    }

    /** Throws again what no apply can go on after, with nothing written in its wake. */
    void rethrow() {
        if (broken.get() != null) {
            throw broken.get();
        }
    }

    Optional<LeaseLostException> lost() {
        return Optional.ofNullable(lost.get());
    }

    Optional<Step> failed() {
        return Optional.ofNullable(failed.get()).map(StepResult::step);
    }

    boolean isStopped() {
        return stop.get();
    }
}
