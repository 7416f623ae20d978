package dev.davit.cli.view;

import dev.davit.plan.Change;
import dev.davit.plan.Plan;
import dev.davit.plan.Step;
import dev.davit.plan.Wave;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Shows what is done together, and in which order. */
final class PlanWaves {
    private static final int FEWEST_ALIKE = 4;

    private final Plan plan;
    private final Page page;
    private final PlanDetail detail;
    private final Set<Change> above;
    private final Map<String, Change> changes = new HashMap<>();
    private final FieldLines fields;
    private final ObjectLines objects;

    /** Takes the changes that were explained before: they keep their line and need no more words. */
    PlanWaves(Plan plan, Page page, PlanDetail detail, Set<Change> above) {
        this.plan = plan;
        this.page = page;
        this.detail = detail;
        this.above = above;
        this.fields = new FieldLines(page, detail);
        this.objects = ObjectLines.of(page, plan.changes());
        plan.changes().forEach(change -> change.steps().forEach(step -> changes.put(step.id(), change)));
    }

    void show() {
        for (Wave wave : plan.waves()) {
            page.heading("Wave " + wave.number() + " of " + plan.waves().size()
                    + (wave.after().isEmpty() ? "" : ", after " + wave.after()));
            show(wave);
        }
    }

    private void show(Wave wave) {
        Map<Object, List<Change>> alike = new LinkedHashMap<>();
        for (Step step : wave.steps()) {
            Change change = changes.get(step.id());
            if (change != null && change.steps().size() == 1) {
                alike.computeIfAbsent(likeness(change), key -> new ArrayList<>())
                        .add(change);
            } else {
                alike.put(step, List.of());
            }
        }
        alike.forEach((key, group) -> {
            if (key instanceof Step step) {
                step(step);
            } else if (group.size() < FEWEST_ALIKE) {
                group.forEach(this::change);
            } else {
                objects.alike(group);
            }
        });
    }

    /** Objects share a line only where the line says the same of all, and nothing is to be said below it. */
    private Object likeness(Change change) {
        if (detail != PlanDetail.SUMMARY || above.contains(change)) {
            return change;
        }
        return List.of(
                change.action(), change.key().kind(), change.key().scope(), change.impact(), change.unverified());
    }

    private void change(Change change) {
        objects.one(
                change, above.contains(change) ? "see above" : change.impact().reason());
        fields(change);
    }

    private void step(Step step) {
        Change change = changes.get(step.id());
        if (change == null) {
            page.words("  . ", step.does());
            return;
        }
        List<String> ids = change.steps().stream().map(Step::id).toList();
        int number = ids.indexOf(step.id()) + 1;
        objects.one(change, "step " + number + " of " + ids.size());
        page.words(" ".repeat(ActionWord.WIDTH + 4), step.does());
        if (number == 1) {
            fields(change);
        }
    }

    private void fields(Change change) {
        if (detail != PlanDetail.SUMMARY) {
            fields.show(change);
        }
    }
}
