package dev.davit.cli.project;

import dev.davit.cli.ExitCode;
import dev.davit.cli.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** Show what the compiler said, with the user's own paths, lines and a caret. */
record CompileErrors(Path argument, List<Diagnostic<? extends JavaFileObject>> errors) {
    Failure failure() {
        String count = errors.size() == 1 ? "1 error" : errors.size() + " errors";
        String next = neighbour()
                .map(file -> file + " is in the same folder but only " + argument.getFileName()
                        + " was compiled: give the folder instead, " + folder())
                .orElse("correct the lines above and run again");
        return new Failure(ExitCode.BAD_INPUT, argument + " does not compile: " + count, "", "", next)
                .withDetails(errors.stream().map(CompileErrors::show).collect(Collectors.joining()));
    }

    private static String show(Diagnostic<? extends JavaFileObject> error) {
        String message = error.getMessage(Locale.ENGLISH);
        if (!(error.getSource() instanceof MemorySource source)) {
            return message + "\n";
        }
        String[] lines = message.split("\n", 2);
        String first = source.file().path() + ":" + error.getLineNumber() + ": " + lines[0] + "\n";
        String rest = lines.length > 1 ? lines[1] + "\n" : "";
        String hint =
                CompileHint.of(message).map(it -> "  hint:     " + it + "\n").orElse("");
        return first + quotation(source.text(), error.getPosition()) + rest + hint;
    }

    private static String quotation(String text, long position) {
        if (position == Diagnostic.NOPOS || position > text.length()) {
            return "";
        }
        int at = (int) position;
        int start = text.lastIndexOf('\n', at - 1) + 1;
        int end = text.indexOf('\n', at) < 0 ? text.length() : text.indexOf('\n', at);
        // Tabs stay tabs, so that the caret is below its character at any tab width.
        String indent = text.substring(start, at).replaceAll("[^\t]", " ");
        return text.substring(start, end).stripTrailing() + "\n" + indent + "^\n";
    }

    /** The launcher of single files in JDK 22 compiles neighbours by name; here the user says so, by giving the folder. */
    private Optional<Path> neighbour() {
        if (Files.isDirectory(argument)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> !file.getFileName().equals(argument.getFileName()))
                    .filter(file -> file.toString().endsWith(".java"))
                    .filter(this::isMissed)
                    .map(Path::getFileName)
                    .sorted()
                    .findFirst();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private boolean isMissed(Path file) {
        String name = file.getFileName().toString().replace(".java", "");
        Pattern missed = Pattern.compile("symbol: +(class|variable) " + Pattern.quote(name) + "\\b");
        return errors.stream()
                .filter(error -> error.getCode().startsWith("compiler.err.cant.resolve"))
                .anyMatch(error ->
                        missed.matcher(error.getMessage(Locale.ENGLISH)).find());
    }

    private Path folder() {
        return argument.getParent() == null ? Path.of(".") : argument.getParent();
    }
}
