package dev.davit.render.compare;

import dev.davit.document.MapNode;
import dev.davit.plan.Action;
import dev.davit.plan.Change;
import dev.davit.plan.Fingerprint;
import dev.davit.plan.Kept;
import dev.davit.plan.ObjectKey;
import dev.davit.plan.Planner;
import dev.davit.render.ownership.StackRecord;
import dev.davit.target.CompareOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what is the stack's and no longer wanted. Nothing goes that the stack's record does not name, whatever it is called. */
final class Leaving {
    private final Snapshot snapshot;
    private final StackRecord record;
    private final Set<ObjectKey> wanted;
    private final CompareOptions options;
    private final Mask mask;
    private final List<Change> changes = new ArrayList<>();
    private final List<Kept> kept = new ArrayList<>();

    /**
     * Looks for what goes.
     *
     * @param wanted what does not
     */
    Leaving(Snapshot snapshot, StackRecord record, Set<ObjectKey> wanted, CompareOptions options, Mask mask) {
        this.snapshot = snapshot;
        this.record = record;
        this.wanted = wanted;
        this.options = options;
        this.mask = mask;
    }

    /** Gives the deletions that were found. */
    List<Change> changes() {
        return changes;
    }

    /** Gives what stays though nothing wants it. */
    List<Kept> kept() {
        return kept;
    }

    /** Gives what is the stack's, is there, and is not wanted any more; projects and environments left out. */
    Map<ObjectKey, MapNode> things() {
        Map<ObjectKey, MapNode> things = new LinkedHashMap<>();
        record.entries().keySet().stream()
                .filter(key -> !wanted.contains(key) && !Projects.isOne(key.kind()))
                .forEach(key -> own(key).ifPresent(it -> things.put(key, it)));
        return things;
    }

    private Optional<MapNode> own(ObjectKey key) {
        return snapshot.find(key.kind(), key.name()).stream()
                .filter(it -> record.owns(key, it.getText("id").orElse(""), Subject.createdAt(it)))
                .findFirst();
    }

    void find(List<Subject> subjects) {
        things().forEach((key, it) -> thing(key, new Live(key.kind(), it)));
        emptied(subjects);
    }

    boolean isUnsure(ObjectKey key) {
        return record.find(key).filter(it -> it.id().isEmpty()).isPresent();
    }

    /** What an apply meant to make and nobody wrote down as made may be somebody else's under the same name. */
    private void thing(ObjectKey key, Live live) {
        boolean unsure = isUnsure(key);
        if ((live.isStateful() || unsure) && !options.deletes().contains(key.toString())) {
            String why = Words.isService(key.kind()) && live.isStateful() ? "its disk holds data" : "it holds data";
            kept.add(new Kept(
                    key,
                    live.isStateful() ? why : "an apply that failed was to make it, and maybe somebody else did",
                    "--allow-delete \"" + key + "\""));
            return;
        }
        delete(key, live, Words.isService(key.kind()) ? 0 : key.kind().equals("envVarGroup") ? 10 : 20);
    }

    /** What Davit made to hold things goes when nothing is left in it. */
    private void emptied(List<Subject> subjects) {
        Set<String> leaving = new LinkedHashSet<>();
        changes.stream().flatMap(it -> it.basis().stream()).forEach(it -> leaving.add(it.uid()));
        subjects.stream()
                .filter(it -> it.tree().has(Projects.ENVIRONMENT))
                .filter(it -> !wanted.contains(Projects.key(it.live()
                        .flatMap(live -> live.answer().getText(Projects.ENVIRONMENT))
                        .orElse(""))))
                .flatMap(it -> it.live().stream())
                .forEach(it -> leaving.add(it.id()));
        for (String kind : List.of(Projects.ENVIRONMENT, Projects.PROJECT)) {
            record.entries().forEach((key, entry) -> {
                if (key.kind().equals(kind) && entry.made() && !wanted.contains(key)) {
                    own(key).ifPresent(it -> holder(key, it, leaving));
                }
            });
        }
    }

    private void holder(ObjectKey key, MapNode holder, Set<String> leaving) {
        List<String> left = new ArrayList<>(Projects.held(holder));
        left.removeAll(leaving);
        if (!left.isEmpty()) {
            kept.add(new Kept(
                    key,
                    "what is in it stays: " + String.join(", ", left),
                    "move that elsewhere or delete it, then apply again"));
            return;
        }
        Live live = new Live(key.kind(), holder);
        leaving.add(live.id());
        delete(key, live, key.kind().equals(Projects.ENVIRONMENT) ? 30 : 40);
    }

    private void delete(ObjectKey key, Live live, int rank) {
        Fingerprint basis = Steps.basis(live, List.of(), mask);
        changes.add(new Change.Builder()
                .key(key)
                .action(Action.DELETE)
                .impact(Effects.deletion(live))
                .basis(basis)
                .rank(Planner.DELETIONS + rank)
                .addSteps(Steps.delete(key, basis))
                .build());
    }
}
