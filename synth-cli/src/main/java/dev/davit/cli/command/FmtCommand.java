package dev.davit.cli.command;

import dev.davit.cli.ExitCode;
import dev.davit.cli.Failure;
import dev.davit.cli.Terminal;
import dev.davit.importing.Decision;
import dev.davit.importing.Formatted;
import dev.davit.target.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Writes old words of a file anew. */
final class FmtCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Argument<Path> file;
    private final Argument<Boolean> stdout;
    private final Argument<Boolean> check;

    FmtCommand(Syntax syntax, Terminal terminal) {
        this.terminal = terminal;
        syntax.usage()
                .description(
                        "Write the old words of a render.yaml anew: deprecated fields and types in today's spelling.",
                        "Comments, order and quotes stay, and what the file says stays the same.");
        file = syntax.path(
                PositionalParamSpec.builder().paramLabel("FILE").description("The render.yaml, written in place."));
        stdout = syntax.flag(OptionSpec.builder("--stdout").description("Print the text instead of writing it."));
        check = syntax.flag(OptionSpec.builder("--check")
                .description("Write nothing; end with 3 if something would be written anew."));
    }

    @Override
    public Integer call() {
        ForeignFile foreign = ForeignFile.of(file.get());
        Formatted formatted = foreign.call(it -> it.format(file.get()));
        formatted.changed().forEach(it -> say("renamed", it));
        formatted.left().forEach(it -> say("left", it));
        if (stdout.get()) {
            terminal.out().print(formatted.text());
        } else if (!check.get() && !formatted.changed().isEmpty()) {
            write(formatted.text());
        }
        terminal.note(
                formatted.changed().isEmpty() && formatted.left().isEmpty()
                        ? file.get() + " is in today's words"
                        : formatted.changed().size() + " written anew, "
                                + formatted.left().size() + " left as they are");
        return check.get() && !formatted.changed().isEmpty() ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private void say(String word, Decision it) {
        terminal.note(String.format("%-10s %s:%d  %s: %s", word, file.get(), it.line(), it.what(), it.why()));
    }

    private void write(String text) {
        try {
            Files.writeString(file.get(), text);
        } catch (IOException e) {
            throw new Failure(
                            ExitCode.CANNOT_WRITE,
                            "the file cannot be written",
                            file.get().toString(),
                            FileFault.reason(e, file.get()),
                            "mend that, or use --stdout")
                    .causedBy(e);
        }
    }
}
