package dev.davit.cli.view;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Shows how far an apply has come: a region that is drawn again on a terminal, a line per change of state elsewhere.
 *
 * <p>What failed is shown with its evidence at once, on both. Called from several threads.
 */
public final class ApplyProgress {
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

    /** Say how many steps there are. */
    public synchronized void begins(int steps) {
        total = steps;
    }

    /** Say that a wave begins. */
    public synchronized void wave(int number, int of, int steps) {
        wave = "wave " + number + "/" + of;
        say(Paint.BOLD, wave, Count.of(steps, "step"));
    }

    /** Say that a step's call is sent. */
    public synchronized void starts(String id, String does) {
        running.put(id, new Running(does, "", clock.instant()));
        spoke = clock.instant();
        pen.startsStep(spoke, does);
        draw();
    }

    /** Say what a step waits for. */
    public synchronized void waits(String id, String progress) {
        running.computeIfPresent(id, (key, it) -> new Running(it.does(), progress, it.since()));
        draw();
    }

    /** Say that a step is done and ready. */
    public synchronized void ends(String id, String does, String how) {
        done++;
        say(Paint.GOOD, "done", does + suffix(id, how));
    }

    /** Say that a step will not be ready, and why. */
    public synchronized void fails(String id, String does, String why, List<String> evidence) {
        say(Paint.BAD, "FAILED", does + suffix(id, why));
        evidence.forEach(it -> pen.say(clock.instant(), Paint.NONE, "", it));
        draw();
    }

    /** Say what a reader should know beside the steps. */
    public synchronized void notes(String words) {
        say(Paint.NONE, "note", words);
    }

    /** Keep a sentence in sight until the end: what a second Ctrl-C does. */
    public synchronized void keepInSight(String words) {
        warning = words;
        say(Paint.CHANGED, "stop", words);
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

    private String suffix(String id, String words) {
        Running was = running.remove(id);
        String time = was == null ? "" : "  " + Elapsed.of(Duration.between(was.since(), clock.instant()));
        return (words.isEmpty() ? "" : "  " + words) + time;
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
