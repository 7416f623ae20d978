package dev.davit.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Hold one case: a folder with input files, {@code run.sh} with what the user types, and {@code expected.txt} with all that comes
 * of it.
 *
 * <p>A file {@code needs} names targets without which the case means nothing. {@code run.sh} may call {@code plain CMD...}, which runs a command as a user whom file permissions stop, even where the tests
 * run as root.
 */
record Case(Path folder) {
    private static final Set<String> NOT_INPUT = Set.of("run.sh", "expected.txt", "needs");

    private static final String PLAIN = """
            plain() {
              if [ "$(id -u)" = 0 ]; then
                setpriv --bounding-set=-dac_override,-dac_read_search --inh-caps=-dac_override,-dac_read_search -- "$@"
              else
                "$@"
              fi
            }
            """;

    static List<Case> below(String folder) throws IOException {
        try (Stream<Path> cases = Files.list(Path.of("src/test/cases", folder))) {
            return cases.filter(Files::isDirectory).sorted().map(Case::new).toList();
        }
    }

    void run(Path scratch) throws Exception {
        assumeTrue(Installed.targets().containsAll(needs()), "the targets that it needs are on the class path");
        Shell shell = new Shell(scratch).with("COLUMNS", "100");
        copyInput(shell.work());
        Child.Result result = shell.run(PLAIN + shared() + Files.readString(folder.resolve("run.sh")));
        Golden.assertHolds(folder.resolve("expected.txt"), text(result).replace(scratch.toString(), "/scratch"));
    }

    /** Functions for all cases of a group. */
    private String shared() throws IOException {
        Path file = folder.resolveSibling("shared.sh");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private List<String> needs() throws IOException {
        Path file = folder.resolve("needs");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private static String text(Child.Result result) {
        return "exit " + result.code() + "\n--- stdout\n" + result.out() + "--- stderr\n" + result.err();
    }

    private void copyInput(Path work) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString();
                if (!NOT_INPUT.contains(name)) {
                    Path copy = work.resolve(name);
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
    }

    @Override
    public String toString() {
        return folder.getFileName().toString();
    }
}
