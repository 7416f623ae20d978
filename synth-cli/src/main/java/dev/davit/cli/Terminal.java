package dev.davit.cli;

import dev.davit.document.DocumentReader;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Own the standard streams: the product goes to {@link #out()}, everything else to {@link #err()}.
 *
 * <p>Both are UTF-8 whatever the locale, because YAML and JSON are. Whether a stream is a terminal is asked by the
 * launcher, per stream, and handed over in the system property {@code davit.tty} ({@code 012} when all three are): the
 * console that Java offers is all or nothing, and from 22 on it is there even when redirected.
 */
public final class Terminal {
    private static final int DEFAULT_WIDTH = 100;

    private final Map<String, String> environment;
    private final String terminals;
    private final WatchedStream outFaults;
    private final PrintStream out;
    private final PrintStream err;
    private final InputStream in;
    private ColorMode color = ColorMode.AUTO;
    private Verbosity verbosity = Verbosity.NORMAL;

    Terminal(InputStream in, OutputStream out, OutputStream err, Map<String, String> environment, String terminals) {
        this.in = in;
        this.environment = Map.copyOf(environment);
        this.terminals = terminals;
        this.outFaults = new WatchedStream(out);
        this.out = utf8(outFaults);
        this.err = utf8(new WatchedStream(err));
    }

    public static Terminal ofProcess() {
        return new Terminal(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                System.getenv(),
                System.getProperty("davit.tty", ""));
    }

    private static PrintStream utf8(OutputStream stream) {
        return new PrintStream(new BufferedOutputStream(stream), false, StandardCharsets.UTF_8);
    }

    /**
     * Keep user code away from the product, for the rest of the process.
     *
     * <p>What it prints goes to {@link #err()} line by line, so that none of it ends up inside a manifest or a JSON document
     * and all of it is there when the process is interrupted. What it reads is empty: a definition that waits for input
     * would hang in CI.
     */
    void shieldFromUserCode() {
        PrintStream lines = new PrintStream(err, true, StandardCharsets.UTF_8);
        System.setOut(lines);
        System.setErr(lines);
        System.setIn(InputStream.nullInputStream());
    }

    /**
     * Read all of the standard input as text.
     *
     * @param name what messages call it
     * @throws dev.davit.document.DocumentException if it is too large or not UTF-8
     */
    public String input(String name) {
        try {
            // The stream of a file itself asks where it is, which a pipe refuses.
            return DocumentReader.text(name, new BufferedInputStream(in).readNBytes(DocumentReader.MAX_SIZE + 1));
        } catch (IOException e) {
            throw new Failure(
                            ExitCode.BAD_INPUT,
                            "it cannot be read",
                            name,
                            String.valueOf(e.getMessage()),
                            "name a file")
                    .causedBy(e);
        }
    }

    /** Give the stream for the product: a manifest, a plan, one JSON document. */
    public PrintStream out() {
        return out;
    }

    /** Send what was printed to {@link #out()}, and tell whether nobody takes it any more. */
    public boolean isOutLost() {
        out.flush();
        return outFaults.fault().isPresent();
    }

    /** Give the stream for progress, warnings and errors. */
    public PrintStream err() {
        return err;
    }

    /** Give the environment that the process was started with. */
    public Map<String, String> environment() {
        return environment;
    }

    /** Set when output is coloured. */
    public void color(ColorMode mode) {
        color = mode;
    }

    /** Set how much is said on {@link #err()}. */
    public void verbosity(Verbosity level) {
        verbosity = level;
    }

    /** Tell whether the user asked for stack traces and steps. */
    public boolean isVerbose() {
        return verbosity == Verbosity.VERBOSE;
    }

    /** Tell whether the user wants nothing but the result, warnings and errors. */
    public boolean isQuiet() {
        return verbosity == Verbosity.QUIET;
    }

    /** Tell whether the product may be coloured. */
    public boolean colorsOut() {
        return color.decide(environment, terminals.contains("1"));
    }

    /** Tell whether messages may be coloured. */
    public boolean colorsErr() {
        return color.decide(environment, terminals.contains("2"));
    }

    /** Tell whether progress may be drawn again in place: at a terminal that can, and not in a log of CI. */
    public boolean redraws() {
        return terminals.contains("2") && !"dumb".equals(environment.get("TERM")) && !isCi();
    }

    /** Tell whether somebody can be asked: at a terminal with a keyboard, and not in CI. */
    public boolean canAsk() {
        return terminals.contains("0") && terminals.contains("2") && !isCi();
    }

    private boolean isCi() {
        return !environment.getOrDefault("CI", "").isEmpty();
    }

    /** Ask on {@link #err()} and give the line that was typed; empty where input ends. */
    public Optional<String> ask(String question) {
        out.flush();
        err.print(Visible.lines(question));
        err.flush();
        try {
            return Optional.ofNullable(
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine());
        } catch (IOException closed) {
            return Optional.empty();
        }
    }

    /** Give the width in columns to wrap at: {@code COLUMNS} where it is a number from 20, else 100. */
    public int width() {
        try {
            return Math.max(20, Integer.parseInt(environment.getOrDefault("COLUMNS", "")));
        } catch (NumberFormatException unset) {
            return DEFAULT_WIDTH;
        }
    }

    /** Say a line about what is going on; nothing with {@code --quiet}. */
    public void note(String line) {
        notes(Visible.lines(line) + "\n");
    }

    /** Say lines about what came of it; nothing with {@code --quiet}. They may be coloured. */
    public void notes(String lines) {
        if (verbosity != Verbosity.QUIET) {
            err.print(lines);
            err.flush();
        }
    }

    /** Show a failure, with the stack of its cause where the user asked for it, and give its exit code. */
    public int show(Failure failure) {
        out.flush();
        err.print(new FailureText(colorsErr()).of(failure));
        if (isVerbose() && failure.getCause() != null) {
            failure.getCause().printStackTrace(err);
        }
        err.flush();
        return failure.exitCode();
    }

    /** Flush both streams and give the code to end with: a product that was lost is a failure, a reader that left is not. */
    int finish(int code) {
        out.flush();
        err.flush();
        if (outFaults.fault().isEmpty() || outFaults.closedByReader()) {
            return code;
        }
        return show(new Failure(
                ExitCode.CANNOT_WRITE,
                "the output could not be written",
                "standard output",
                outFaults.fault().orElseThrow(),
                "mend that or send the output elsewhere, then run again"));
    }
}
