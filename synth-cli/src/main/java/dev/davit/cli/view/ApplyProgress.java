package dev.davit.cli.view;

import dev.davit.apply.Event;
import dev.davit.apply.StepResult;
import dev.davit.plan.Step;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Shows how far an apply has come: a region that is drawn again on a terminal, a line per change of state elsewhere.
 *
 * <p>What failed is shown with its evidence at once, on both. Called from several threads.
 */
public final class ApplyProgress implements Consumer<Event> {
    /** CI kills jobs that say nothing for minutes; a line a second would be thousands. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(30);

    private final ProgressPen pen;
    private final InstantSource clock;
    private final Instant started;
    private final Map<String, Running> running = new LinkedHashMap<>();
    private String wave = "";
    private String warning = "";
    private int done;
    private int total;
    private Instant spoke;

    private record Running(String does, String progress, Instant since) {}

    private ApplyProgress(ProgressPen pen, InstantSource clock) {
        this.pen = pen;
        this.clock = clock;
        this.started = clock.instant();
        this.spoke = started;
    }

    /** Draw on a terminal of so many columns. */
    public static ApplyProgress onTerminal(PrintStream err, int columns, boolean color, InstantSource clock) {
        return new ApplyProgress(new ProgressPen.Region(err, columns, color), clock);
    }

    /** Append lines of their own time. */
    public static ApplyProgress inLines(PrintStream err, InstantSource clock) {
        return new ApplyProgress(new ProgressPen.Lines(err), clock);
    }

    @Override
    public synchronized void accept(Event event) {
        if (event instanceof Event.LeaseAwaited waiting) {
            say(Paint.NONE, "waiting", waiting.holder() + " applies this stack; " + Elapsed.of(waiting.waited()));
        } else if (event instanceof Event.Begun begun) {
            begins(begun);
        } else if (event instanceof Event.WaveBegun begun) {
            wave = "wave " + begun.wave().number() + "/" + begun.of();
            say(Paint.BOLD, wave, Count.of(begun.wave().steps().size(), "step"));
        } else if (event instanceof Event.StepBegun begun) {
            starts(begun.step());
        } else if (event instanceof Event.StepWaits waits) {
            waits(waits.step(), waits.progress());
        } else if (event instanceof Event.StepEnded ended) {
            ends(ended.result());
        } else if (event instanceof Event.Stopping stopping) {
            stops(stopping.why());
        }
    }

    private void begins(Event.Begun begun) {
        total = begun.plan().waves().stream().mapToInt(it -> it.steps().size()).sum();
        String how = begun.resumed() ? "goes on with" : "is";
        say(
                Paint.NONE,
                "release",
                "this " + how + " release " + begun.release() + " of "
                        + begun.plan().wanted().stack() + "/"
                        + begun.plan().wanted().stage());
    }

    private void starts(Step step) {
        running.put(step.id(), new Running(step.does(), "", clock.instant()));
        draw();
    }

    /** The first wait of a step is told at once, what becomes of it with the heartbeat. */
    private void waits(Step step, String progress) {
        Running was = running.get(step.id());
        if (was == null) {
            return;
        }
        running.put(step.id(), new Running(was.does(), progress, was.since()));
        if (was.progress().isEmpty()) {
            spoke = clock.instant();
            pen.waits(spoke, step.does(), progress);
        }
        draw();
    }

    private void ends(StepResult result) {
        running.remove(result.step().id());
        if (result.state() == StepResult.State.SKIPPED) {
            return;
        }
        done += result.isGood() ? 1 : 0;
        say(
                StepText.paint(result.state()),
                StepText.word(result.state()),
                result.step().does() + "  " + result.detail() + "  " + Elapsed.of(result.took()));
        result.evidence().forEach(it -> pen.say(clock.instant(), Paint.NONE, "", it));
        draw();
    }

    private void stops(String why) {
        warning = why + ": calls that run are finished; Ctrl-C again stops at once";
        say(Paint.CHANGED, "stop", warning);
    }

    /** Draw again, or say that all is well if nothing was said for long. Called once a second. */
    public synchronized void tick() {
        Instant now = clock.instant();
        if (pen.redraws()) {
            draw();
        } else if (!running.isEmpty() && Duration.between(spoke, now).compareTo(HEARTBEAT) >= 0) {
            List<String> all = new ArrayList<>();
            running.values().forEach(it -> all.add(it.does() + (it.progress().isEmpty() ? "" : ": " + it.progress())));
            say(Paint.NONE, "waiting", all.size() + ": " + String.join("; ", all));
        }
    }

    /** Remove what was drawn to be drawn again. */
    public synchronized void close() {
        running.clear();
        pen.draw(List.of());
    }

    private void say(Paint paint, String word, String words) {
        spoke = clock.instant();
        pen.say(spoke, paint, word, words);
        draw();
    }

    private void draw() {
        if (!pen.redraws()) {
            return;
        }
        Instant now = clock.instant();
        List<String> lines = new ArrayList<>();
        lines.add((wave.isEmpty() ? "starting" : wave) + "   " + done + " of " + total + " done   "
                + Elapsed.of(Duration.between(started, now)));
        running.values()
                .forEach(it -> lines.add("  > " + it.does() + "  "
                        + (it.progress().isEmpty() ? "" : it.progress() + "  ")
                        + Elapsed.of(Duration.between(it.since(), now))));
        lines.add(
                warning.isEmpty()
                        ? "  Ctrl-C: let running calls finish and stop.  Again: stop at once."
                        : "  " + warning);
        pen.draw(lines);
    }
}
