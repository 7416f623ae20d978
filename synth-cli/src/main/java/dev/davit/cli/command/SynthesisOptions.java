package dev.davit.cli.command;

import dev.davit.Evaluation;
import dev.davit.check.Rule;
import dev.davit.cli.Terminal;
import dev.davit.cli.project.UserProject;
import dev.davit.document.DocumentReader;
import dev.davit.importing.Imported;
import dev.davit.target.Images;
import dev.davit.target.Synthesis;
import dev.davit.target.Synthesizer;
import dev.davit.target.Target;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Model.OptionSpec;

/** What every command has that synthesizes a definition. */
final class SynthesisOptions {
    private final DefinitionOptions definition;
    private final Argument<String> target;
    private final Argument<List<String>> images;
    private final String command;

    SynthesisOptions(Syntax syntax) {
        this(
                syntax,
                "render, kubernetes or all. Default: where the definition places its resources; all where it does not say.");
    }

    private SynthesisOptions(Syntax syntax, String targets) {
        command = syntax.command();
        definition = new DefinitionOptions(syntax);
        target = syntax.text(OptionSpec.builder("--target").paramLabel("TARGET").description(targets));
        images = syntax.texts(OptionSpec.builder("--image")
                .paramLabel("ID=REF")
                .description("The image that a build made for a workload; repeat for more. Goes before images.lock."));
    }

    /** Takes the same for a command that is for live targets. */
    static SynthesisOptions live(Syntax syntax) {
        return new SynthesisOptions(syntax, LiveChoice.DESCRIPTION);
    }

    /** Synthesizes files. */
    Synthesis files(Path source, Terminal terminal) {
        return synthesize(source, terminal, Synthesizer::withoutObjects);
    }

    /** Synthesizes objects, and finds the same as if files were written. */
    Synthesis objects(Path source, Terminal terminal) {
        return synthesize(source, terminal, Synthesizer::withoutFiles);
    }

    private Synthesis synthesize(Path source, Terminal terminal, UnaryOperator<Synthesizer> wanted) {
        Targets targets = Targets.onClassPath().require(target.get());
        List<String> given = BuiltImages.requireReferences(images.get());
        return definition.run(source, terminal, (project, evaluation) -> {
            BuiltImages built = built(project, evaluation, given, terminal);
            return wanted.apply(synthesizer(project, targets, targets.pick(target.get(), evaluation.assembly())))
                    .synthesize(evaluation, built.all());
        });
    }

    /** Synthesizes for what is chosen. */
    Synthesis synthesize(Path source, LiveChoice choice, Terminal terminal) {
        List<String> given = BuiltImages.requireReferences(images.get());
        return definition.run(source, terminal, (project, evaluation) -> {
            LivePlaces live = choice.of(evaluation.assembly(), command, source);
            BuiltImages built = built(project, evaluation, given, terminal);
            return synthesizer(project, choice.targets(), live.targets())
                    .withoutObjects()
                    .synthesize(evaluation, built.all());
        });
    }

    /** Checks a file that somebody wrote for a platform: what is found in the definition that says the same is told of the file. */
    Synthesis check(ForeignFile file) {
        Imported imported = file.read(Optional.empty(), Optional.empty());
        String target = file.target();
        Targets targets = Targets.onClassPath();
        List<Rule> rules = InstalledRules.of(Rule.class.getClassLoader());
        Evaluation evaluation = Evaluation.of(imported.definition(), definition.stage());
        Synthesis synthesis = synthesizer(rules, targets, targets.pick(target, evaluation.assembly()))
                .withoutFiles()
                .synthesize(evaluation, Images.NONE);
        return new ForeignFindings(
                        file.source().name(),
                        DocumentReader.text(Path.of(file.source().name()))
                                .lines()
                                .toList(),
                        target,
                        imported)
                .of(synthesis);
    }

    /** Chooses among the live targets as the options say. */
    LiveChoice choice(PlaceOptions place) {
        return place.choice(target.given());
    }

    /** Synthesizes for live targets, and connects to the places meanwhile. */
    LiveStack live(Path source, PlaceOptions place, Terminal terminal) {
        LiveChoice choice = choice(place);
        Targets targets = choice.targets();
        choice.possible().forEach(Connecting::prepare);
        List<String> given = BuiltImages.requireReferences(images.get());
        return definition.run(source, terminal, (project, evaluation) -> {
            LivePlaces live = choice.of(evaluation.assembly(), command, source);
            live.targets().forEach(it -> place.introduce(it, terminal));
            Connecting connecting = Connecting.start(place, live, evaluation.assembly());
            try {
                BuiltImages built = built(project, evaluation, given, terminal);
                Synthesis synthesis = synthesizer(project, targets, live.targets())
                        .withoutFiles()
                        .synthesize(evaluation, built.all());
                return LiveStack.of(live, synthesis, connecting, place, terminal);
            } catch (RuntimeException | Error e) {
                connecting.abandon();
                throw e;
            }
        });
    }

    private static BuiltImages built(
            UserProject project, Evaluation evaluation, List<String> given, Terminal terminal) {
        BuiltImages built = BuiltImages.read(given, project.baseDirectory());
        built.requireWorkloads(evaluation.assembly(), terminal);
        return built;
    }

    private static Synthesizer synthesizer(UserProject project, Targets targets, List<? extends Target> picked) {
        List<Rule> rules =
                project.call(() -> InstalledRules.of(project.definition().getClassLoader()));
        return synthesizer(rules, targets, picked);
    }

    private static Synthesizer synthesizer(List<Rule> rules, Targets targets, List<? extends Target> picked) {
        return new Synthesizer(List.copyOf(picked), rules, LocalDate.now(ZoneOffset.UTC)).knowing(targets.findingIds());
    }
}
