package dev.davit.cli.command;

import dev.davit.cli.ExitCode;
import dev.davit.cli.Failure;
import dev.davit.cli.Terminal;
import dev.davit.cli.view.ImportView;
import dev.davit.cli.view.OutputFormat;
import dev.davit.importing.ImportSource;
import dev.davit.importing.Imported;
import dev.davit.target.FileFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.lang.model.SourceVersion;
import picocli.CommandLine.Model.OptionSpec;

/** Turns a file that somebody wrote, or what is live, into a definition. */
final class ImportCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final ImportSourceOptions source;
    private final Argument<String> packageName;
    private final Argument<String> className;
    private final Argument<ImportStyle> style;
    private final Argument<Path> out;
    private final Argument<Boolean> stdout;
    private final Argument<Boolean> check;
    private final Argument<Boolean> force;
    private final Argument<OutputFormat> format;

    ImportCommand(Syntax syntax, Terminal terminal) {
        this.terminal = terminal;
        syntax.usage()
                .description(
                        "Turn a render.yaml, Kubernetes objects or what is live into a definition, and prove that both say the same.",
                        "The definition is compiled, synthesized and compared with the source, value by value.")
                .footer("", "Ends with 3 where the definition says something else and no line of the report says why.");
        source = new ImportSourceOptions(syntax);
        packageName = syntax.text(OptionSpec.builder("--package")
                .paramLabel("NAME")
                .description("The package of the class. Default: none."));
        className = syntax.text(
                OptionSpec.builder("--class")
                        .paramLabel("NAME")
                        .description(
                                "The name of the class. Default: that of the project or of the namespace in it, else of the folder or workspace."));
        style = syntax.choice(
                OptionSpec.builder("--style")
                        .paramLabel("STYLE")
                        .defaultValue("file")
                        .description(
                                "${COMPLETION-CANDIDATES}: one file that davit runs as it is, or a Maven project. Default: ${DEFAULT-VALUE}."),
                ImportStyle.values());
        out = syntax.path(OptionSpec.builder("-o", "--out")
                .paramLabel("DIR")
                .description("Folder to write to. Default: this folder."));
        stdout = syntax.flag(OptionSpec.builder("--stdout").description("Print the Java instead of writing it."));
        check = syntax.flag(
                OptionSpec.builder("--check").description("Write nothing; only prove that the import says the same."));
        force = syntax.flag(OptionSpec.builder("--force")
                .description("Write over files that are there, once the import is proved."));
        format = ViewOptions.format(syntax);
    }

    @Override
    public Integer call() {
        requireNames();
        if (stdout.get() && (check.get() || format.get() == OutputFormat.JSON)) {
            throw new Failure(
                    ExitCode.USAGE,
                    "--stdout stands alone",
                    "--stdout",
                    "it prints Java, and --check and --output json want something else of the same run",
                    "leave one of them out");
        }
        ForeignFile foreign = source.source(terminal);
        Imported imported = foreign.read(packageName.given(), className.given());
        List<ImportedFile> files = style.get().files(imported.source(), packageName.given());
        Path folder = out.given().orElse(Path.of(""));
        ImportView view = new ImportView(foreign.source().name(), imported, terminal.colorsErr());
        if (format.get() != OutputFormat.JSON) {
            terminal.notes(view.decisions());
        }
        if (stdout.get()) {
            terminal.out().print(imported.source().text());
        } else if (!check.get()) {
            write(folder, files);
        }
        if (format.get() == OutputFormat.JSON) {
            terminal.out()
                    .print(view.json(
                            check.get()
                                    ? List.of()
                                    : files.stream()
                                            .map(it -> folder.resolve(it.path()).toString())
                                            .toList()));
        } else {
            terminal.notes(view.verdict());
        }
        if (!stdout.get() && !check.get() && imported.proof().unexplained().isEmpty()) {
            String definition = style.get() == ImportStyle.FILE
                    ? folder.resolve(files.get(0).path()).toString()
                    : folder.toString().isEmpty() ? "." : folder.toString();
            terminal.note("next: davit " + next(foreign, definition));
        }
        return imported.proof().unexplained().isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
    }

    /** A definition for a cluster names the context by itself. */
    private static String next(ForeignFile foreign, String definition) {
        if (!(foreign.source() instanceof ImportSource.Live live)) {
            return "check " + definition;
        }
        Optional<String> place = live.place().filter(it -> foreign.target().equals("render"));
        return "plan " + definition + " --adopt"
                + (live.sandbox().isPresent() ? " --sandbox" : "")
                + place.map(it -> " --context " + it).orElse("");
    }

    private void requireNames() {
        className
                .given()
                .filter(it -> !SourceVersion.isIdentifier(it) || SourceVersion.isKeyword(it))
                .ifPresent(it -> refuse("--class " + it, "a class's name is an identifier of Java"));
        packageName
                .given()
                .filter(it -> !SourceVersion.isName(it))
                .ifPresent(
                        it -> refuse("--package " + it, "a package's name is identifiers of Java with dots between"));
    }

    private static void refuse(String where, String why) {
        throw new Failure(ExitCode.USAGE, "this cannot be a name", where, why, "write another name");
    }

    private void write(Path folder, List<ImportedFile> files) {
        for (ImportedFile it : files) {
            Path path = folder.resolve(it.path());
            if (Files.exists(path) && !force.get() && !isSame(path, it.text())) {
                throw new Failure(
                        ExitCode.CANNOT_WRITE,
                        "the file is there already",
                        path.toString(),
                        "import writes over nothing: someone may have edited it",
                        "name another folder with --out or another class with --class, or write over it with --force");
            }
        }
        for (ImportedFile it : files) {
            Path path = folder.resolve(it.path());
            try {
                if (path.getParent() != null) {
                    Files.createDirectories(path.getParent());
                }
                Files.writeString(path, it.text());
            } catch (IOException e) {
                throw new Failure(
                                ExitCode.CANNOT_WRITE,
                                "the definition cannot be written",
                                path.toString(),
                                FileFault.reason(e, path),
                                "name another folder with --out, or mend that")
                        .causedBy(e);
            }
            terminal.note("wrote " + path);
        }
    }

    private static boolean isSame(Path path, String text) {
        try {
            return new String(Files.readAllBytes(path), StandardCharsets.UTF_8).equals(text);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** One file that an import writes. */
    record ImportedFile(Path path, String text) {
        static ImportedFile of(Optional<String> packageName, Path root, String className, String text) {
            Path folder =
                    packageName.map(it -> root.resolve(it.replace('.', '/'))).orElse(root);
            return new ImportedFile(folder.resolve(className + ".java"), text);
        }
    }
}
