package dev.davit.cli.view;

import dev.davit.apply.Outcome;
import dev.davit.apply.Refusal;
import dev.davit.apply.Release;
import dev.davit.apply.StepResult;
import dev.davit.apply.StepResult.State;
import dev.davit.document.Json;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.plan.Change;
import dev.davit.plan.FieldChange;
import dev.davit.plan.ObjectKey;
import dev.davit.plan.Plan;
import dev.davit.plan.Stale;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Shows what came of an apply: counts, then what is not as it is to be, with what explains it. */
public final class OutcomeView {
    private static final String INDENT = "             ";

    private final Page page;

    private OutcomeView(Page page) {
        this.page = page;
    }

    /** Count the steps: {@code 4 done, 1 failed, 2 skipped}. */
    public static String counts(Outcome outcome) {
        Map<State, Integer> counts = new EnumMap<>(State.class);
        outcome.steps().forEach(it -> counts.merge(it.state(), 1, Integer::sum));
        List<String> parts = new ArrayList<>();
        counts.forEach(
                (state, number) -> parts.add(number + " " + StepText.word(state).toLowerCase(Locale.ROOT)));
        return parts.isEmpty() ? "no step begun" : String.join(", ", parts);
    }

    /** Write what is not as it is to be: steps, what went stale, rights that are missing. */
    public static String details(Outcome outcome, int columns) {
        OutcomeView view = new OutcomeView(new Page(columns, false));
        outcome.steps().stream().filter(it -> !it.isGood()).forEach(view::step);
        outcome.stale().forEach(view::stale);
        outcome.refusals().forEach(view::refusal);
        return view.page.toString();
    }

    private void step(StepResult result) {
        page.words(
                String.format(Locale.ROOT, "    %-8s ", StepText.word(result.state())),
                result.step().does() + ": " + result.detail());
        result.evidence().forEach(it -> page.words(INDENT, it));
    }

    private void stale(Stale stale) {
        page.words("    STALE    ", stale.key().map(it -> it + ": ").orElse("") + stale.what());
        page.words(INDENT + "approved ", stale.approved());
        fields(stale.approvedChange());
        page.words(INDENT + "now      ", stale.now());
        fields(stale.changeNow());
    }

    private void fields(Optional<Change> change) {
        change.stream()
                .flatMap(it -> it.fields().stream())
                .filter(FieldChange::isOurs)
                .forEach(it -> page.words(
                        INDENT + "           ",
                        it.path() + "  " + it.before().map(ValueText::cut).orElse("(nothing)") + " -> "
                                + it.after().map(ValueText::cut).orElse("(nothing)")));
    }

    private void refusal(Refusal refusal) {
        page.words(
                "    MISSING  ",
                "the right to " + refusal.verb() + " " + refusal.kind()
                        + (refusal.scope().isEmpty() ? "" : " in " + refusal.scope()));
    }

    /** Write it as {@code /dev/davit/cli/outcome.schema.json} describes it. */
    public static String json(Plan plan, Outcome outcome, int exitCode) {
        MapNode root = new MapNode(null)
                .put("schema", "davit/outcome")
                .put("schemaVersion", 1)
                .put("ok", exitCode == 0)
                .put("exitCode", exitCode)
                .put("ending", word(outcome.ending()))
                .put("detail", outcome.detail())
                .put("stack", plan.wanted().stack())
                .put("stage", plan.wanted().stage())
                .put("planDigest", plan.digest())
                .put("isResumable", outcome.isResumable());
        outcome.release().map(Release::number).ifPresent(it -> root.put("release", it));
        ListNode steps = root.list("steps", null);
        outcome.steps().forEach(it -> steps.add(node(it)));
        ListNode stale = root.list("stale", null);
        outcome.stale().forEach(it -> stale.add(node(it)));
        ListNode refusals = root.list("missingRights", null);
        outcome.refusals()
                .forEach(it -> refusals.add(new MapNode(null)
                        .put("verb", it.verb())
                        .put("kind", it.kind())
                        .put("scope", it.scope())));
        return Json.write(root);
    }

    private static MapNode node(StepResult result) {
        MapNode node = new MapNode(null)
                .put("id", result.step().id())
                .put("does", result.step().does())
                .put("object", node(result.step().key()))
                .put("wave", result.wave())
                .put("state", word(result.state()))
                .put("detail", result.detail())
                .put("milliseconds", result.took().toMillis());
        ListNode evidence = node.list("evidence", null);
        result.evidence().forEach(evidence::add);
        return node;
    }

    private static MapNode node(Stale stale) {
        MapNode node = new MapNode(null).put("what", stale.what());
        stale.key().ifPresent(it -> node.put("object", node(it)));
        return node.put("approved", stale.approved()).put("now", stale.now());
    }

    private static MapNode node(ObjectKey key) {
        return new MapNode(null)
                .put("kind", key.kind())
                .put("scope", key.scope())
                .put("name", key.name());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
