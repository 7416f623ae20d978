package dev.davit.cli.command;

import dev.davit.apply.Ticker;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Failure;
import dev.davit.cli.Terminal;
import dev.davit.cli.view.LogView;
import dev.davit.model.Assembly;
import dev.davit.model.Spec;
import dev.davit.schema.Nearest;
import dev.davit.target.LogLine;
import dev.davit.target.LogPage;
import dev.davit.target.LogQuery;
import dev.davit.target.LogReader;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.OptionSpec;

/** Shows what the programs of a stack wrote. */
final class LogsCommand implements Callable<Integer> {
    /** What is meant where neither a time nor a number of lines is named. */
    private static final Duration USUAL_TIME = Duration.ofHours(24);

    private static final int USUAL_LINES = 100;

    private final Terminal terminal;
    private final StackOptions stack;
    private final Argument<Duration> since;
    private final Argument<Integer> tail;
    private final Argument<Boolean> follow;
    private final Argument<Boolean> timestamps;
    private final Argument<Boolean> json;

    LogsCommand(Syntax syntax, Terminal terminal) {
        this.terminal = terminal;
        syntax.usage()
                .description("Show what the programs of a stack wrote, all together in order of time.")
                .footer("", "A line is NAME/INSTANCE TEXT. What could steer a terminal is shown by its number.");
        stack = new StackOptions(syntax, terminal).withResources(syntax);
        since = syntax.duration(OptionSpec.builder("--since")
                .paramLabel("TIME")
                .description("How far back: 90s, 5m, 2h. Default: 24h."));
        tail = syntax.number(OptionSpec.builder("--tail")
                .paramLabel("N")
                .description("The last N lines alone. Default: 100; with --since all."));
        follow = syntax.flag(OptionSpec.builder("--follow", "-f").description("Go on with new lines until Ctrl-C."));
        timestamps =
                syntax.flag(OptionSpec.builder("--timestamps").description("Begin each line with its time, in UTC."));
        json = syntax.flag(OptionSpec.builder("--json")
                .description("Write each line as a JSON document of its own: time, resource, instance, text."));
    }

    @Override
    public Integer call() {
        requireSome("--since", since.given().map(Duration::isZero).orElse(false));
        requireSome("--tail", tail.given().map(it -> it < 1).orElse(false));
        return stack.with(terminal, (name, connection) -> {
            LogReader reader = connection.logs(query(name));
            requireKnown(name, reader);
            show(name, reader);
            return ExitCode.OK;
        });
    }

    private static void requireSome(String option, boolean none) {
        if (none) {
            throw new Failure(
                    ExitCode.USAGE, "this leaves no lines", option, "it takes 1 or more", "write a larger one");
        }
    }

    private LogQuery query(StackOptions.Name name) {
        OptionalInt lines = tail.given().isPresent()
                ? OptionalInt.of(tail.get())
                : since.given().isPresent() ? OptionalInt.empty() : OptionalInt.of(USUAL_LINES);
        return new LogQuery(name.name(), name.stage(), Set.copyOf(stack.resources()), time(), lines);
    }

    private Duration time() {
        return since.given().orElse(USUAL_TIME);
    }

    /** What the definition has no more may still be live, and the other way round. */
    private void requireKnown(StackOptions.Name name, LogReader reader) {
        if (stack.resources().isEmpty()) {
            return;
        }
        Set<String> live = reader.resources();
        Set<String> known = new TreeSet<>(live);
        name.defined().ifPresent(it -> known.addAll(resources(it)));
        for (String resource : stack.resources()) {
            if (!known.contains(resource)) {
                throw unknown(resource, name, known);
            }
            if (!live.contains(resource)) {
                terminal.note("nothing live has the name " + resource);
            }
        }
    }

    private static Failure unknown(String resource, StackOptions.Name name, Set<String> known) {
        return new Failure(
                ExitCode.USAGE,
                "there is no resource " + resource,
                name.toString(),
                known.isEmpty() ? "it has none" : "there are " + String.join(", ", known),
                Nearest.to(resource, known)
                        .map(it -> "did you mean " + it + "?")
                        .orElse("name one of them, or none for all"));
    }

    private static Set<String> resources(Assembly assembly) {
        return assembly.specs().stream()
                .filter(it -> !it.key().kind().isShared())
                .map(Spec::id)
                .collect(Collectors.toSet());
    }

    private void show(StackOptions.Name name, LogReader reader) {
        boolean said = false;
        boolean goesOn = true;
        while (goesOn) {
            LogPage page = reader.next();
            page.troubles().forEach(terminal::note);
            page.lines().forEach(it -> terminal.out().print(text(it)));
            said = said || !page.lines().isEmpty();
            if (!said && !page.more()) {
                none(name);
                said = true;
            }
            goesOn = !terminal.isOutLost() && (page.more() || follow.get() && waited(reader.pause()));
        }
    }

    private String text(LogLine line) {
        return json.get() ? LogView.json(line) : timestamps.get() ? LogView.timed(line) : LogView.text(line);
    }

    private void none(StackOptions.Name name) {
        terminal.note("no lines of " + name + " in the last " + words(time())
                + (follow.get() ? "; waiting for new ones until Ctrl-C" : ""));
    }

    private static String words(Duration time) {
        return time.toHours() > 0 && time.toSeconds() % 3600 == 0
                ? time.toHours() + "h"
                : time.toSeconds() % 60 == 0 ? time.toMinutes() + "m" : time.toSeconds() + "s";
    }

    private static boolean waited(Duration time) {
        try {
            Ticker.SYSTEM.sleep(time);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
