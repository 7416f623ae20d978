package dev.davit.cli.view;

import dev.davit.plan.Change;
import dev.davit.plan.Comparison.ForeignOf;
import dev.davit.plan.Foreign;
import dev.davit.plan.ObjectKey;
import dev.davit.plan.Plan;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Lays a plan out for a person: the verdict, what needs attention, then what is done in which order.
 *
 * <p>Only the first line holds names of the run and times; two plans of one difference are equal below it.
 */
public final class PlanView {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Plan plan;
    private final PlanStyle style;
    private final Page page;

    private PlanView(Plan plan, PlanStyle style) {
        this.plan = plan;
        this.style = style;
        this.page = new Page(style.columns(), style.color());
    }

    /** Write a plan with its waves. */
    public static String plan(Plan plan, PlanStyle style) {
        PlanView view = new PlanView(plan, style);
        // Where there is nothing to approve nothing needs a name, and to make it takes as long as comparing.
        view.head(
                plan.isEmpty() ? "Plan" : "Plan " + PlanSummary.id(plan),
                "  read " + DAY.format(plan.readAt()) + ", valid to " + TIME.format(plan.expiresAt()));
        new PlanAttention(plan, view.page, true).show();
        Set<Change> above = view.noticed();
        new PlanWaves(plan, view.page, style.detail(), above).show();
        view.foot();
        return view.page.toString();
    }

    /** Write what differs, object by object and without an order of work. */
    public static String diff(Plan plan, String title, PlanStyle style) {
        PlanView view = new PlanView(plan, style);
        view.head(title, "  read " + DAY.format(plan.readAt()));
        new PlanAttention(plan, view.page, false).show();
        view.objects(view.noticed());
        view.foot();
        return view.page.toString();
    }

    /** Write what others changed of a release, and what putting it back would do. */
    public static String drift(Plan plan, int release, PlanStyle style) {
        PlanView view = new PlanView(plan, style);
        view.title("Drift since release " + release, "  read " + DAY.format(plan.readAt()));
        int touched = PlanSummary.touched(plan);
        view.page.words(
                "  ",
                (touched == 0 ? "no drift" : Count.of(touched, "object") + " not as applied") + ", "
                        + PlanSummary.unchanged(plan));
        if (touched > 0) {
            view.page.words("  putting it back ", view.worst());
        }
        view.place();
        view.objects(Set.of());
        new PlanAttention(plan, view.page, false).blockers("In the way of putting it back");
        view.unverified();
        view.others();
        return view.page.toString();
    }

    private Set<Change> noticed() {
        return plan.changes().stream().filter(PlanAttention::isNeeded).collect(Collectors.toSet());
    }

    private void title(String title, String times) {
        page.words(
                "", title + "  " + plan.wanted().stack() + "/" + plan.wanted().stage() + times);
    }

    private void head(String title, String times) {
        title(title, times);
        String blocked = plan.blockers().isEmpty()
                ? ""
                : "CANNOT BE APPLIED, " + Count.of(plan.blockers().size(), "blocker") + ": ";
        page.words("  ", blocked + PlanSummary.counts(plan) + ", " + PlanSummary.unchanged(plan));
        page.words("  worst effect ", worst());
        place();
    }

    private void place() {
        page.words(
                "  place        ", plan.place().target() + ", " + plan.place().name());
        plan.pace().filter(it -> !plan.isEmpty()).ifPresent(it -> page.words("  pace         ", it.toString()));
        PlanSummary.expected(plan).ifPresent(it -> page.words("  expected     ", it));
        int foreign = PlanSummary.foreign(plan);
        if (foreign > 0 && style.drift() == DriftDetail.COUNT) {
            page.words("  left alone   ", Count.of(foreign, "field") + " that others set (--drift all lists them)");
        }
    }

    private String worst() {
        return PlanSummary.worst(plan)
                .map(it -> ImpactText.effect(it.impact()) + " (" + ImpactText.evidence(it.impact()) + "): " + it.key()
                        + ", " + it.impact().reason())
                .orElse("none");
    }

    private void objects(Set<Change> above) {
        List<Change> changes = plan.changes().stream()
                .sorted(java.util.Comparator.comparing(Change::key))
                .toList();
        if (changes.isEmpty()) {
            return;
        }
        page.heading("Changes (" + changes.size() + ")");
        ObjectLines lines = ObjectLines.of(page, changes);
        FieldLines fields = new FieldLines(page, style.detail());
        for (Change change : changes) {
            lines.one(
                    change,
                    above.contains(change) ? "see above" : change.impact().reason());
            if (style.detail() != PlanDetail.SUMMARY) {
                fields.show(change);
            }
        }
    }

    private void foot() {
        unverified();
        others();
        if (!plan.isEmpty()) {
            page.blank();
            page.words("", PlanSummary.counts(plan) + "; worst effect " + worstWord());
        }
    }

    private String worstWord() {
        return PlanSummary.worst(plan).map(it -> ImpactText.effect(it.impact())).orElse("none");
    }

    private void unverified() {
        Map<String, Long> reasons = plan.changes().stream()
                .flatMap(it -> it.unverified().stream())
                .collect(Collectors.groupingBy(it -> it, TreeMap::new, Collectors.counting()));
        if (!reasons.isEmpty()) {
            page.heading("Not verified by the platform ("
                    + reasons.values().stream().mapToLong(it -> it).sum() + ")");
            reasons.forEach((reason, number) ->
                    page.words("      ", Count.of(Math.toIntExact(number), "object") + ": " + reason));
        }
    }

    private void others() {
        if (style.drift() != DriftDetail.ALL || PlanSummary.foreign(plan) == 0) {
            return;
        }
        page.heading("Left alone: set by others (" + PlanSummary.foreign(plan) + ")");
        Map<ObjectKey, List<Foreign>> all = new TreeMap<>();
        plan.changes().stream().filter(it -> !it.foreign().isEmpty()).forEach(it -> all.put(it.key(), it.foreign()));
        for (ForeignOf each : plan.foreign()) {
            all.put(each.key(), each.fields());
        }
        all.forEach((key, fields) -> {
            page.line().add("  " + key).end();
            fields.forEach(it -> page.words(
                    "      ",
                    it.path() + "  " + ValueText.cut(it.value()) + "  by " + it.manager()
                            + it.since().map(at -> " since " + DAY.format(at)).orElse("")));
        });
    }
}
