package dev.davit.cli.view;

import dev.davit.plan.Change;
import dev.davit.plan.Impact;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Shows objects one line each, in columns that fit all of them. */
final class ObjectLines {
    private static final String INDENT = "  ";
    private static final int NAME = INDENT.length() + ActionWord.WIDTH + 2;
    private static final int EVIDENCE_WIDTH = 10;

    private final Page page;
    private final int effect;
    private final int evidence;

    private ObjectLines(Page page, int effect, int evidence) {
        this.page = page;
        this.effect = effect;
        this.evidence = evidence;
    }

    /** Makes room for the widest name, as far as the effect still fits behind it. */
    static ObjectLines of(Page page, List<Change> changes) {
        int name = widest(changes.stream().mapToInt(it -> it.key().toString().length()));
        int effect = widest(
                changes.stream().mapToInt(it -> ImpactText.effect(it.impact()).length()));
        int room = page.columns() - NAME - effect - EVIDENCE_WIDTH - 4;
        int column = NAME + Math.min(name, room) + 2;
        return new ObjectLines(page, column, column + effect + 2);
    }

    private static int widest(IntStream lengths) {
        return lengths.max().orElse(0);
    }

    /** Shows one with what is to be said of it, where there is room. */
    void one(Change change, String remark) {
        impact(named(change, change.key().toString()), change, remark);
    }

    /** Shows objects that differ by nothing but their names. */
    void alike(List<Change> changes) {
        Change first = changes.get(0);
        String scope = first.key().scope();
        impact(
                named(
                        first,
                        changes.size() + " " + first.key().shortKind() + (scope.isEmpty() ? "" : " in " + scope) + ":"),
                first,
                first.impact().reason());
        page.words(" ".repeat(NAME), changes.stream().map(it -> it.key().name()).collect(Collectors.joining(", ")));
    }

    private Page.Line named(Change change, String name) {
        return ActionWord.of(change.action())
                .on(page.line().add(INDENT))
                .at(NAME)
                .add(name);
    }

    private void impact(Page.Line line, Change change, String remark) {
        Impact impact = change.impact();
        int needed = ImpactText.effect(impact).length() + EVIDENCE_WIDTH + 4;
        if (!line.hasRoomFor(needed)) {
            line.end();
            line = page.line();
        }
        line.at(effect).add(ImpactText.paint(impact.effect()), ImpactText.effect(impact));
        // What the platform did not compute is no better known for what would be felt of it.
        line.at(evidence).add(change.unverified().isPresent() ? "unverified" : ImpactText.evidence(impact));
        line.ifItFits(0, remark).end();
    }
}
