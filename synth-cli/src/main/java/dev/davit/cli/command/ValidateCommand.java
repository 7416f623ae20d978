package dev.davit.cli.command;

import dev.davit.cli.ExitCode;
import dev.davit.cli.Failure;
import dev.davit.cli.Terminal;
import dev.davit.cli.Visible;
import dev.davit.document.DocumentReader;
import dev.davit.document.Origin;
import dev.davit.schema.Violation;
import dev.davit.target.Artifact;
import dev.davit.target.Connection;
import dev.davit.target.LiveTarget;
import dev.davit.target.Synthesis;
import dev.davit.target.TargetOutput;
import dev.davit.target.Validation;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Asks a platform whether it would take a file. */
final class ValidateCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Argument<Path> source;
    private final SynthesisOptions synthesis;
    private final PlaceOptions place;

    ValidateCommand(Syntax syntax, Terminal terminal) {
        this.terminal = terminal;
        syntax.usage()
                .description(
                        "Ask the platform itself whether it would take what synth writes. Changes nothing there.",
                        "SOURCE can be a render.yaml, too.")
                .footer("", "Ends with 3 where it would not. Render has such a check; davit check needs no platform.");
        source = DefinitionOptions.source(syntax);
        synthesis = SynthesisOptions.live(syntax);
        place = new PlaceOptions(syntax, terminal);
    }

    @Override
    public Integer call() {
        LiveChoice choice = synthesis.choice(place);
        return ForeignFile.is(source.get()) ? file(choice) : definition(choice);
    }

    private int file(LiveChoice choice) {
        ForeignFile file = ForeignFile.of(source.get());
        LiveTarget target = choice.ofFile(file.target(), source.get().toString());
        Artifact artifact = Artifact.of(source.get().toString(), DocumentReader.text(source.get()));
        boolean taken = ask(target, Optional.empty(), List.of(artifact)).orElseThrow(() -> unable(target));
        return taken ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private int definition(LiveChoice choice) {
        Synthesis result = synthesis.synthesize(source.get(), choice, terminal);
        LiveStack.requireWritable(result, terminal);
        boolean taken = true;
        for (TargetOutput output : result.targets()) {
            LiveTarget target =
                    choice.ofPlan(output.target(), source.get().toString()).only(output.target());
            LiveStack.requireFor(target, result.assembly());
            Optional<Boolean> said =
                    ask(target, PlaceOptions.defined(result.assembly(), target.name()), output.artifacts());
            if (said.isEmpty() && result.targets().size() == 1) {
                throw unable(target);
            }
            if (said.isEmpty()) {
                terminal.note(unable(target).getMessage());
            }
            taken &= said.orElse(true);
        }
        return taken ? ExitCode.OK : ExitCode.FINDINGS;
    }

    /** Gives whether all are taken; empty where the platform has no such check. */
    private Optional<Boolean> ask(LiveTarget target, Optional<String> defined, List<Artifact> files) {
        boolean taken = true;
        try (Connection connection =
                place.connect(LivePlaces.of(target), it -> defined, it -> Optional.empty(), terminal)) {
            for (Artifact file : files) {
                Optional<Validation> said = connection.validate(file);
                if (said.isEmpty()) {
                    return Optional.empty();
                }
                taken &= said.get().violations().isEmpty();
                terminal.out().print(text(target, file, said.get()));
            }
        }
        return Optional.of(taken);
    }

    private static String text(LiveTarget target, Artifact file, Validation said) {
        if (said.violations().isEmpty()) {
            String outlook = said.outlook().isEmpty() ? "" : ": " + said.outlook();
            return target.name() + " would take " + Visible.line(file.path() + outlook) + "\n";
        }
        StringBuilder text = new StringBuilder();
        for (Violation it : said.violations()) {
            String line = it.origin()
                    .flatMap(Origin::location)
                    .map(at -> ":" + at.line())
                    .orElse("");
            text.append(Visible.line(file.path() + line + " " + it.pointer() + ": " + it.message()))
                    .append('\n');
        }
        return text.toString();
    }

    private static Failure unable(LiveTarget target) {
        return new Failure(
                ExitCode.USAGE,
                target.name() + " has no check of files that can be asked",
                "--target " + target.name(),
                "",
                "davit check looks at the same files by rules and schemas; davit plan asks for each object");
    }
}
