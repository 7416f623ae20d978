package dev.davit.cli.command;

import dev.davit.apply.ApplyException;
import dev.davit.cli.project.ProjectOptions;
import dev.davit.target.ConnectOptions;
import dev.davit.target.Connection;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Holds what one look at the machine found.
 *
 * @param name what was looked at
 * @param state whether it will do
 * @param found what is there
 * @param fix what to do; empty where nothing needs doing
 */
record MachineCheck(String name, State state, String found, String fix) {
    private static final String CLUSTER = "cluster";
    private static final String RENDER = "render";

    enum State {
        OK,
        MISSING,
        FAILED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static List<MachineCheck> all(Map<String, String> environment) {
        return List.of(
                java(),
                compiler(),
                targets(),
                cache(environment),
                tool("mvn", "only definitions in Maven projects need it", environment),
                tool("kubectl", "davit does not need it", environment),
                cluster(environment),
                render(environment));
    }

    /** A key that is there should work; which of several workspaces is meant a command may still say. */
    private static MachineCheck render(Map<String, String> environment) {
        if (environment.getOrDefault("RENDER_API_KEY", "").isEmpty()
                && environment.getOrDefault("RENDER_API_KEY_FILE", "").isEmpty()) {
            return new MachineCheck(RENDER, State.MISSING, "no RENDER_API_KEY; only what is live needs it", "");
        }
        try (Connection connection = connect(RENDER)) {
            return new MachineCheck(RENDER, State.OK, connection.place().name(), "");
        } catch (ApplyException e) {
            State state = e.reason() == ApplyException.Reason.REFUSED ? State.MISSING : State.FAILED;
            return new MachineCheck(RENDER, state, e.where() + ": " + e.getMessage(), e.next());
        }
    }

    private static Connection connect(String target) {
        return new LiveChoice(Targets.onClassPath(), Optional.of(target), false)
                .beforehand()
                .orElseThrow()
                .only(target)
                .connect(ConnectOptions.to(Optional.empty()));
    }

    /** A machine that only synthesizes needs no cluster; one that names a cluster should reach it. */
    private static MachineCheck cluster(Map<String, String> environment) {
        if (!namesCluster(environment)) {
            return new MachineCheck(CLUSTER, State.MISSING, "no kubeconfig; only what is live needs it", "");
        }
        try (Connection connection = connect("kubernetes")) {
            return new MachineCheck(CLUSTER, State.OK, connection.place().name(), "");
        } catch (ApplyException e) {
            return new MachineCheck(CLUSTER, State.FAILED, e.where() + ": " + e.getMessage(), e.next());
        }
    }

    private static boolean namesCluster(Map<String, String> environment) {
        return !environment.getOrDefault("KUBECONFIG", "").isEmpty()
                || environment.containsKey("KUBERNETES_SERVICE_HOST")
                || Optional.ofNullable(environment.get("HOME"))
                        .filter(it -> Files.isRegularFile(Path.of(it, ".kube", "config")))
                        .isPresent();
    }

    private static MachineCheck java() {
        return new MachineCheck("java", State.OK, Runtime.version() + " in " + System.getProperty("java.home"), "");
    }

    private static MachineCheck compiler() {
        return ToolProvider.getSystemJavaCompiler() != null
                ? new MachineCheck("compiler", State.OK, "in this Java", "")
                : new MachineCheck(
                        "compiler",
                        State.FAILED,
                        "none: this Java is a runtime only",
                        "install a JDK, 17 or newer, and set JAVA_HOME to it");
    }

    private static MachineCheck targets() {
        List<String> names = Targets.onClassPath().names();
        return names.isEmpty()
                ? new MachineCheck("targets", State.FAILED, "none", "build again: mvn -B -DskipTests package")
                : new MachineCheck("targets", State.OK, String.join(", ", names), "");
    }

    private static MachineCheck cache(Map<String, String> environment) {
        Optional<Path> folder = ProjectOptions.cacheFolder(environment);
        if (folder.isEmpty()) {
            return new MachineCheck(
                    "cache", State.MISSING, "no HOME: sources are compiled on every run", "set HOME or XDG_CACHE_HOME");
        }
        try {
            Files.createDirectories(folder.get());
            Files.delete(Files.createTempFile(folder.get(), "doctor", ""));
            return new MachineCheck("cache", State.OK, folder.get().toString(), "");
        } catch (IOException e) {
            return new MachineCheck(
                    "cache",
                    State.MISSING,
                    folder.get() + " cannot be written: sources are compiled on every run",
                    "make it writable or set XDG_CACHE_HOME");
        }
    }

    private static MachineCheck tool(String name, String use, Map<String, String> environment) {
        return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(it -> !it.isEmpty())
                .map(it -> Path.of(it, name))
                .filter(Files::isExecutable)
                .findFirst()
                .map(it -> new MachineCheck(name, State.OK, it.toString(), ""))
                .orElseGet(() -> new MachineCheck(name, State.MISSING, "not on the PATH; " + use, ""));
    }
}
