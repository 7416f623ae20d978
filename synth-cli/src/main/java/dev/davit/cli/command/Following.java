package dev.davit.cli.command;

import dev.davit.apply.Applier;
import dev.davit.apply.Event;
import dev.davit.cli.view.ApplyProgress;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Follows an apply once there is something to do: shows how far it has come, and stops it at a signal. Most runs in CI have nothing to do,
 * and none of this to wait for.
 */
final class Following implements Consumer<Event>, AutoCloseable {
    private final ApplyProgress progress;
    private final boolean quiet;
    private Optional<Applier> applier = Optional.empty();
    private Optional<Interruption> interruption = Optional.empty();
    private Optional<ScheduledExecutorService> pulse = Optional.empty();

    Following(ApplyProgress progress, boolean quiet) {
        this.progress = progress;
        this.quiet = quiet;
    }

    /** Stops this one at a signal. */
    void follow(Applier followed) {
        applier = Optional.of(followed);
    }

    @Override
    public void accept(Event event) {
        if (event instanceof Event.Preparing) {
            interruption = Optional.of(Interruption.listen(signal -> {
                applier.ifPresent(Applier::stop);
                progress.interrupted();
            }));
            if (!quiet) {
                pulse = Optional.of(beating());
            }
        }
        if (!quiet) {
            progress.accept(event);
        }
    }

    private ScheduledExecutorService beating() {
        ScheduledExecutorService beats = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
        });
        beats.scheduleAtFixedRate(progress::tick, 1, 1, TimeUnit.SECONDS);
        return beats;
    }

    /** Gives the code to end with, if a signal came. */
    Optional<Integer> code() {
        return interruption.flatMap(Interruption::code);
    }

    /** Leaves the terminal to what is said of the end. */
    void end() {
        pulse.ifPresent(ScheduledExecutorService::shutdownNow);
        progress.close();
    }

    @Override
    public void close() {
        end();
    }
}
