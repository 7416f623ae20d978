package dev.davit.k8s.importing;

import dev.davit.Definition;
import dev.davit.Evaluation;
import dev.davit.document.MapNode;
import dev.davit.document.SourceLocation;
import dev.davit.importing.DefinitionCompiler;
import dev.davit.k8s.KubernetesTarget;
import dev.davit.model.DesiredObject;
import dev.davit.model.Kind;
import dev.davit.model.Problem;
import dev.davit.model.ResourceKey;
import dev.davit.source.Code;
import dev.davit.source.DefinitionSource;
import dev.davit.source.JavaName;
import dev.davit.target.Synthesis;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Finds out which objects are what resources become: writes the resources, runs them, and gives up those that become something else.
 * Each round gives up at least one, so it ends.
 */
final class Guessing {
    /** More values than this in raw edits read worse than the object as it is. */
    private static final int MOST_EDITED = 40;

    private static final Set<Kind> WITH_CREDENTIALS = Set.of(Kind.JOB_QUEUE, Kind.CACHE, Kind.POSTGRES, Kind.SECRET);

    private final Bundle bundle;
    private final String className;
    private final Supplier<JavaName> names;
    private final Set<ResourceKey> refused = new HashSet<>();
    private final Map<String, Item> items = new LinkedHashMap<>();

    /**
     * Starts.
     *
     * @param names gives names that are not in use
     */
    Guessing(Bundle bundle, String className, Supplier<JavaName> names) {
        this.bundle = bundle;
        this.className = className;
        this.names = names;
        bundle.items().forEach(it -> items.put(it.path(), it));
    }

    Guess run() {
        while (true) {
            Recognition recognition = new Recognition(bundle, refused, names.get());
            List<Draft> drafts = recognition.drafts();
            if (drafts.isEmpty()) {
                return new Guess(List.of(), List.of(), Set.of(), Map.of(), Set.of(), false, "");
            }
            Optional<Guess> guess = tried(recognition, drafts);
            if (guess.isPresent()) {
                return guess.get();
            }
        }
    }

    private Optional<Guess> tried(Recognition recognition, List<Draft> drafts) {
        Guess empty = new Guess(drafts, recognition.settings(), recognition.exposed(), Map.of(), Set.of(), true, "");
        DefinitionSource source = new DefinitionWriter(bundle, empty).resources(className);
        Definition definition = DefinitionCompiler.compile(className, source.text(), bundle.name());
        Evaluation evaluation;
        try {
            evaluation = Evaluation.of(definition, "prod");
        } catch (IllegalArgumentException e) {
            refuse(drafts, source, line(e));
            return Optional.empty();
        }
        List<Problem> problems = evaluation.assembly().problems();
        if (!problems.isEmpty()) {
            problems.stream()
                    .flatMap(it -> it.origins().stream())
                    .forEach(it -> refuse(
                            drafts,
                            source,
                            it.location().map(SourceLocation::line).orElse(0)));
            return Optional.empty();
        }
        return compared(recognition, drafts, evaluation);
    }

    private int line(Throwable e) {
        for (StackTraceElement frame : e.getStackTrace()) {
            if (frame.getClassName().equals(className)) {
                return frame.getLineNumber();
            }
        }
        return 0;
    }

    /** Gives up what stands on a line; where nothing does, the last guess, so that there is an end. */
    private void refuse(List<Draft> drafts, DefinitionSource source, int line) {
        List<String> marks = source.marks().getOrDefault(line, List.of());
        int before = refused.size();
        drafts.stream().filter(it -> marks.contains(it.mark())).forEach(it -> refused.add(it.key()));
        if (refused.size() == before) {
            refused.add(drafts.get(drafts.size() - 1).key());
        }
    }

    private Optional<Guess> compared(Recognition recognition, List<Draft> drafts, Evaluation evaluation) {
        Synthesis synthesis = ImportRun.synthesized(new KubernetesTarget(), evaluation);
        Map<Draft, Map<String, List<Code>>> edits = new LinkedHashMap<>();
        Set<String> made = new HashSet<>();
        boolean namespace = false;
        int before = refused.size();
        List<DesiredObject> objects = synthesis.targets().get(0).desired().objects();
        for (DesiredObject object : objects) {
            String path = bundle.path(object.tree());
            Optional<Item> item = Optional.ofNullable(items.get(path));
            List<Code> changes = item.map(it -> Edits.between(placed(object.tree()), placed(it.tree())))
                    .orElse(List.of());
            Optional<Draft> draft = object.resource().flatMap(key -> find(drafts, key));
            if (object.kind().equals("Namespace") && object.resource().isEmpty()) {
                namespace = item.isPresent() && changes.isEmpty();
                if (namespace) {
                    made.add(path);
                }
            } else if (item.isEmpty() || draft.isEmpty() && !changes.isEmpty() || !fits(object, objects, changes)) {
                giveUp(drafts, draft);
            } else {
                made.add(path);
                if (!changes.isEmpty()) {
                    edits.computeIfAbsent(draft.orElseThrow(), it -> new LinkedHashMap<>())
                            .put(object.kind(), changes);
                }
            }
        }
        edits.forEach((draft, all) -> {
            if (all.values().stream()
                            .flatMap(List::stream)
                            .mapToInt(Guessing::size)
                            .sum()
                    > MOST_EDITED) {
                refused.add(draft.key());
            }
        });
        return refused.size() > before
                ? Optional.empty()
                : Optional.of(new Guess(
                        drafts,
                        recognition.settings(),
                        recognition.exposed(),
                        edits,
                        made,
                        namespace,
                        evaluation.assembly().name()));
    }

    /** Counts the values of a raw edit. */
    private static int size(Code code) {
        return code instanceof Code.Chain chain
                ? chain.calls().stream()
                        .flatMap(it -> it.arguments().stream())
                        .mapToInt(Guessing::size)
                        .sum()
                : 1;
    }

    /** A raw edit names the kind of object, so of that kind there must be one. */
    private static boolean fits(DesiredObject object, List<DesiredObject> objects, List<Code> changes) {
        return changes.isEmpty()
                || objects.stream()
                                .filter(it -> it.resource().equals(object.resource())
                                        && it.kind().equals(object.kind()))
                                .count()
                        == 1;
    }

    /** What belongs to no resource makes the credentials. */
    private void giveUp(List<Draft> drafts, Optional<Draft> draft) {
        draft.ifPresentOrElse(
                it -> refused.add(it.key()),
                () -> drafts.stream()
                        .map(Draft::key)
                        .filter(it -> WITH_CREDENTIALS.contains(it.kind()))
                        .forEach(refused::add));
    }

    private static Optional<Draft> find(List<Draft> drafts, ResourceKey key) {
        return drafts.stream().filter(it -> it.key().equals(key)).findFirst();
    }

    /** The namespace is told by the place. */
    private static MapNode placed(MapNode tree) {
        MapNode copy = tree.copy();
        copy.getMap("metadata").ifPresent(it -> it.remove("namespace"));
        return copy;
    }
}
