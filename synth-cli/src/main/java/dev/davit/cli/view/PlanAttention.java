package dev.davit.cli.view;

import dev.davit.plan.Action;
import dev.davit.plan.Blocker;
import dev.davit.plan.Change;
import dev.davit.plan.Kept;
import dev.davit.plan.ObjectKey;
import dev.davit.plan.Plan;
import dev.davit.plan.Step;
import dev.davit.plan.Wave;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Shows what a reader must not miss: what stands in the way, what users feel, what goes, what stays. */
final class PlanAttention {
    private static final String INDENT = "             ";

    private final Plan plan;
    private final Page page;
    private final boolean waves;

    PlanAttention(Plan plan, Page page, boolean waves) {
        this.plan = plan;
        this.page = page;
        this.waves = waves;
    }

    static boolean isNeeded(Change change) {
        return ImpactText.isNoticed(change.impact().effect())
                || change.action() == Action.DELETE
                || change.action() == Action.REPLACE;
    }

    void show() {
        blockers("Cannot be applied as it is");
        changes();
        kept();
    }

    void blockers(String heading) {
        if (!plan.blockers().isEmpty()) {
            page.heading(heading + " (" + plan.blockers().size() + ")");
            plan.blockers().forEach(this::blocker);
        }
    }

    private void blocker(Blocker blocker) {
        String about = blocker.key().map(ObjectKey::toString).orElse("");
        page.words("  x BLOCKED  ", Paint.BAD, about.isEmpty() ? blocker.what() : about + ": " + blocker.what());
        part("at   ", blocker.where());
        part("why  ", blocker.why());
        part("fix  ", blocker.next());
    }

    private void changes() {
        List<Change> noticed =
                plan.changes().stream().filter(PlanAttention::isNeeded).toList();
        if (noticed.isEmpty()) {
            return;
        }
        page.heading("Needs your attention (" + noticed.size() + " of "
                + plan.changes().size() + ")");
        ObjectLines lines = ObjectLines.of(page, noticed);
        noticed.forEach(it -> change(it, lines));
    }

    private void change(Change change, ObjectLines lines) {
        lines.one(change, "");
        part("why  ", change.impact().reason());
        change.impact().avoid().ifPresent(it -> part("else ", it));
        change.origin()
                .ifPresent(it ->
                        part("from ", it.location().map(at -> at + "  ").orElse("") + it.text()));
        if (waves) {
            part("when ", when(change));
        }
    }

    private String when(Change change) {
        Set<String> steps = change.steps().stream().map(Step::id).collect(Collectors.toSet());
        List<Integer> numbers = plan.waves().stream()
                .filter(wave -> wave.steps().stream().anyMatch(it -> steps.contains(it.id())))
                .map(Wave::number)
                .toList();
        if (numbers.isEmpty()) {
            return "";
        }
        int last = numbers.get(numbers.size() - 1);
        return numbers.size() == 1 ? "wave " + last : "waves " + numbers.get(0) + " to " + last;
    }

    private void kept() {
        if (plan.kept().isEmpty()) {
            return;
        }
        page.heading("Stays, though no longer wanted (" + plan.kept().size() + ")");
        for (Kept kept : plan.kept()) {
            page.words("    KEPT     ", kept.key().toString());
            part("why  ", kept.why());
            part(
                    "else ",
                    Optional.of(kept.permission()).filter(it -> !it.isEmpty()).orElse(""));
        }
    }

    private void part(String label, String words) {
        if (!words.isEmpty()) {
            page.words(INDENT + label, words);
        }
    }
}
