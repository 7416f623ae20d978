package dev.davit.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Names one case of a rule: a folder {@code <ID>} or {@code <ID>-<variant>} with {@code Bad.java}, {@code Good.java}, what
 * {@code davit check Bad.java} prints in {@code expected.txt}, and further arguments in {@code args}.
 */
record RuleCase(Path folder) {
    private static final Path ROOT = Path.of("src/test/rules");

    static List<RuleCase> all() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .map(RuleCase::new)
                    .toList();
        }
    }

    String id() {
        return toString().replaceFirst("-.*", "");
    }

    Path expected() {
        return folder.resolve("expected.txt");
    }

    /** Checks a definition, or a plain Blueprint for what only such a one can have. */
    Child.Result check(String name) throws IOException {
        Path java = folder.resolve(name + ".java");
        Path source = Files.exists(java) ? java : folder.resolve(name + ".yaml");
        List<String> words = new ArrayList<>(List.of("check", source.toString()));
        words.addAll(arguments());
        return InProcess.run(words.toArray(String[]::new));
    }

    List<String> arguments() throws IOException {
        Path args = folder.resolve("args");
        return Files.exists(args) ? List.of(Files.readString(args).strip().split(" +")) : List.of();
    }

    @Override
    public String toString() {
        return folder.getFileName().toString();
    }
}
