package dev.davit.cli.command;

import dev.davit.cli.ExitCode;
import dev.davit.cli.Failure;
import dev.davit.cli.Terminal;
import dev.davit.cli.view.FindingsView;
import dev.davit.cli.view.OutputFormat;
import dev.davit.cli.view.ReportView;
import dev.davit.target.Artifact;
import dev.davit.target.OutputFolder;
import dev.davit.target.OutputReport;
import dev.davit.target.Synthesis;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.OptionSpec;

/** Writes the files of a definition. */
final class SynthCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Argument<Path> source;
    private final SynthesisOptions synthesis;
    private final Argument<Path> out;
    private final Argument<Boolean> stdout;
    private final Argument<Boolean> check;
    private final Argument<OutputFormat> format;

    SynthCommand(Syntax syntax, Terminal terminal) {
        this.terminal = terminal;
        syntax.usage()
                .description("Turn a definition into a Render Blueprint, Kubernetes manifests, or both.")
                .footer("", "Removes from the output folder only what an earlier synth wrote there.");
        source = DefinitionOptions.source(syntax);
        synthesis = new SynthesisOptions(syntax);
        out = syntax.path(OptionSpec.builder("-o", "--out")
                .paramLabel("DIR")
                .description("Folder to write to. Default: out/STACK/STAGE."));
        stdout = syntax.flag(
                OptionSpec.builder("--stdout").description("Print the YAML of one target instead of writing files."));
        check = syntax.flag(OptionSpec.builder("--check")
                .description("Write nothing; fail if the folder does not hold what would be written."));
        format = ViewOptions.format(syntax);
    }

    @Override
    public Integer call() {
        if (stdout.get() && (check.get() || out.given().isPresent() || format.get() == OutputFormat.JSON)) {
            throw new Failure(
                    ExitCode.USAGE,
                    "--stdout stands alone",
                    "--stdout",
                    "it prints YAML, and --out, --check and --output json want something else of the same run",
                    "leave one of them out");
        }
        Synthesis result = synthesis.files(source.get(), terminal);
        Findings.show(result, terminal);
        if (result.stopped()) {
            return stop(result);
        }
        if (stdout.get()) {
            return print(result);
        }
        return check.get() ? compare(result) : write(result);
    }

    private Path folder(Synthesis result) {
        return out.given()
                .orElseGet(() -> Path.of(
                        "out", result.assembly().name(), result.assembly().stage()));
    }

    private int stop(Synthesis result) {
        terminal.note("nothing was written: " + new FindingsView(result.findings(), false).count());
        report(result, false, List.of());
        return ExitCode.FINDINGS;
    }

    private int print(Synthesis result) {
        if (result.targets().size() != 1) {
            throw new Failure(
                    ExitCode.USAGE,
                    "--stdout prints one target, and this definition has "
                            + result.targets().stream().map(it -> it.target()).collect(Collectors.joining(" and ")),
                    "--stdout",
                    "two of them in one stream would be valid for neither",
                    "add --target render or --target kubernetes");
        }
        String yaml = result.targets().get(0).artifacts().stream()
                .filter(it -> it.path().endsWith(".yaml") && !it.path().endsWith("/kustomization.yaml"))
                .map(Artifact::text)
                .collect(Collectors.joining("---\n"));
        terminal.out().print(yaml);
        return ExitCode.OK;
    }

    private int compare(Synthesis result) {
        Path folder = folder(result);
        List<Artifact> artifacts = result.artifacts();
        List<String> differing = OutputFolder.at(folder).check(artifacts);
        report(result, differing.isEmpty(), artifacts);
        if (differing.isEmpty()) {
            terminal.note(folder + " holds what synth writes");
            return ExitCode.OK;
        }
        throw new Failure(
                        ExitCode.FAILED,
                        "the folder does not hold what synth writes",
                        folder.toString(),
                        "the definition changed since, or someone edited these files",
                        "run davit synth without --check and commit the result")
                .withDetails(differing.stream().map(it -> "  " + it + "\n").collect(Collectors.joining()));
    }

    private int write(Synthesis result) {
        Path folder = folder(result);
        List<Artifact> artifacts = result.artifacts();
        OutputReport written = OutputFolder.at(folder).write(artifacts);
        report(result, true, artifacts);
        new WrittenFiles(folder, result, written).show(terminal);
        return ExitCode.OK;
    }

    private void report(Synthesis result, boolean ok, List<Artifact> files) {
        if (format.get() == OutputFormat.JSON) {
            terminal.out()
                    .print(ReportView.of(
                            "synth", ok, result, ok ? folder(result).toString() : "", files));
        }
    }
}
