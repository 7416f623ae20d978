package dev.davit.testcluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Call {@code test-cluster/cluster}. */
record ClusterScript(Path file) {
    /** Find it above the working directory, which is the folder of a module. */
    static ClusterScript find() {
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            Path script = folder.resolve("test-cluster/cluster");
            if (Files.isExecutable(script)) {
                return new ClusterScript(script);
            }
        }
        throw new IllegalStateException("no test-cluster/cluster in a folder above " + start);
    }

    Optional<String> lack(Nodes nodes) {
        Output output = Output.of(command("ready", nodes.options()), "");
        return output.succeeded()
                ? Optional.empty()
                : Optional.of(output.error().strip());
    }

    /** Start a cluster that ends with this JVM, and give its kubeconfig. */
    Path up(Path folder, Nodes nodes) {
        List<String> arguments = new ArrayList<>(List.of(folder.toString()));
        arguments.addAll(nodes.options());
        arguments.addAll(
                List.of("--owner", Long.toString(ProcessHandle.current().pid())));
        return Path.of(Output.of(command("up", arguments), "").orThrow().strip());
    }

    void down(Path folder) {
        Output.of(command("down", List.of(folder.toString())), "").orThrow();
    }

    private List<String> command(String verb, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(file.toString(), verb));
        command.addAll(arguments);
        return command;
    }
}
