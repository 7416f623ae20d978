package dev.davit.cli.project;

import dev.davit.cli.ExitCode;
import dev.davit.cli.Failure;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Let the user's own Maven compile a project, and pass on what it says. */
record MavenRun(Path folder, Consumer<String> notes) {
    private static final List<String> GOALS = List.of("-q", "-B", "-ntp", "compile", "dependency:build-classpath");

    /** Maven 3 resets the colour as it ends, even where it was told to use none. */
    private static final Pattern COLOR = Pattern.compile("\u001b\\[[0-9;]*m");

    void compileAndListClassPath(Path list) {
        List<String> command = new ArrayList<>(List.of("mvn"));
        command.addAll(GOALS);
        command.add("-DincludeScope=runtime");
        command.add("-Dmdep.outputFile=" + list.toAbsolutePath());
        notes.accept("classes or class path of " + folder + " are out of date, running mvn compile");
        try {
            int code = run(command);
            if (code != 0) {
                throw failed(code);
            }
        } catch (IOException e) {
            throw missing().causedBy(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(ExitCode.INTERRUPTED).causedBy(e);
        }
    }

    private int run(List<String> command) throws IOException, InterruptedException {
        Process maven = new ProcessBuilder(command)
                .directory(folder.toAbsolutePath().toFile())
                .redirectErrorStream(true)
                .start();
        maven.getOutputStream().close();
        try (BufferedReader said = maven.inputReader()) {
            said.lines()
                    .map(line -> COLOR.matcher(line).replaceAll(""))
                    .filter(line -> !line.isBlank())
                    .forEach(notes);
        }
        return maven.waitFor();
    }

    private Failure failed(int code) {
        return new Failure(
                ExitCode.BAD_INPUT,
                "Maven could not compile the project",
                folder.resolve("pom.xml").normalize().toString(),
                "mvn ended with " + code + " and said what is above",
                "make \"mvn compile\" pass in that folder and run again");
    }

    private Failure missing() {
        return new Failure(
                ExitCode.UNAVAILABLE,
                "Maven is needed and not there",
                folder.resolve("pom.xml").normalize().toString(),
                "the classes or the class path are out of date, and no mvn was found on the PATH",
                "install Maven 3.8 or newer, or name a jar or the sources");
    }
}
