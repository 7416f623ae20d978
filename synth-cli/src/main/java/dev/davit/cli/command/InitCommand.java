package dev.davit.cli.command;

import dev.davit.cli.ExitCode;
import dev.davit.cli.Failure;
import dev.davit.cli.Terminal;
import dev.davit.source.JavaName;
import dev.davit.target.FileFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Starts a new definition. */
final class InitCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Argument<Path> folder;

    InitCommand(Syntax syntax, Terminal terminal) {
        this.terminal = terminal;
        syntax.usage().description("Write a first definition into a new or empty folder.");
        folder = syntax.path(PositionalParamSpec.builder()
                .arity("0..1")
                .paramLabel("DIR")
                .defaultValue(".")
                .description("The folder; its name becomes the class's. Default: this folder."));
    }

    @Override
    public Integer call() {
        Path folder = this.folder.get();
        String name = className(folder.toAbsolutePath().normalize());
        Path file = folder.resolve(name + ".java").normalize();
        try {
            requireEmpty(folder);
            Files.createDirectories(folder);
            Files.writeString(file, template(name));
        } catch (IOException e) {
            throw new Failure(
                            ExitCode.CANNOT_WRITE,
                            "the definition cannot be written",
                            file.toString(),
                            FileFault.reason(e, file),
                            "name another folder, or mend that")
                    .causedBy(e);
        }
        terminal.note("wrote " + file);
        terminal.note("next: davit synth " + file);
        return ExitCode.OK;
    }

    private static void requireEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            List<String> strangers = entries.map(it -> it.getFileName().toString())
                    .filter(it -> !it.equals(".git"))
                    .sorted()
                    .limit(5)
                    .toList();
            if (!strangers.isEmpty()) {
                throw new Failure(
                        ExitCode.BAD_INPUT,
                        "the folder is not empty",
                        folder.toString(),
                        "it holds " + String.join(", ", strangers) + ", and init never writes beside other files",
                        "name a new folder: davit init DIR");
            }
        }
    }

    private static String template(String name) throws IOException {
        try (var text = InitCommand.class.getResourceAsStream("/dev/davit/cli/init/Definition.java.txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8).replace("DEFINITION", name);
        }
    }

    /** Makes a class name of a folder's: {@code my-shop} becomes {@code MyShop}. */
    private static String className(Path folder) {
        StringBuilder name = new StringBuilder();
        String words = folder.getFileName() == null ? "" : folder.getFileName().toString();
        for (String word : words.split("[^A-Za-z0-9]+")) {
            name.append(word.isEmpty() ? "" : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        boolean starts = name.length() > 0 && Character.isJavaIdentifierStart(name.charAt(0));
        if (!starts) {
            return "Stack" + name;
        }
        return JavaName.isTaken(name.toString()) ? name + "Stack" : name.toString();
    }
}
