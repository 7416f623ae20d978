package dev.davit.cli.view;

import dev.davit.apply.Health;
import dev.davit.apply.LeaseRecord;
import dev.davit.apply.Readiness;
import dev.davit.apply.Release;
import dev.davit.document.Json;
import dev.davit.document.MapNode;
import dev.davit.plan.Place;
import dev.davit.plan.Plan;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Shows how a stack is.
 *
 * @param stack the stack
 * @param stage its stage
 * @param place where
 * @param releases what was applied, newest first
 * @param lease who applies it just now
 * @param drift what it takes back to the last release that was done; empty where that cannot be said
 * @param health how the workloads are; empty where they may not be looked at
 */
public record StatusView(
        String stack,
        String stage,
        Place place,
        List<Release> releases,
        Optional<LeaseRecord> lease,
        Optional<Plan> drift,
        Optional<List<Health>> health) {
    /** Write it for people. */
    public String text(int columns, Instant now) {
        Page page = new Page(columns, false);
        page.words("", stack + "/" + stage + "  " + place.target() + ", " + place.name());
        if (releases.isEmpty()) {
            page.words("  release  ", "nothing was applied yet");
        } else {
            releases.stream().limit(1).forEach(it -> release(page, "  release  ", it));
            if (releases.get(0).state() != Release.State.DONE) {
                releases.stream()
                        .filter(it -> it.state() == Release.State.DONE)
                        .limit(1)
                        .forEach(it -> release(page, "  before   ", it));
            }
        }
        page.words(
                "  drift    ", drift.map(StatusView::drift).orElse("not known: there is no release to compare with"));
        page.words("  lease    ", LeaseText.of(lease, now));
        page.words("  ready    ", health.map(StatusView::ready).orElse("not known: the rights to look are missing"));
        health.ifPresent(all -> all.forEach(it -> workload(page, it)));
        return page.toString();
    }

    private static void release(Page page, String lead, Release it) {
        page.words(
                lead,
                it.number() + " " + ReleaseView.word(it) + " at "
                        + ReleaseView.time(it.endedAt().orElse(it.startedAt())) + " by " + it.by() + ": "
                        + ReleaseView.summary(it)
                        + it.failure().map(why -> "; " + why).orElse(""));
    }

    private static String ready(List<Health> all) {
        long ready =
                all.stream().filter(it -> it.state() == Readiness.State.READY).count();
        return all.isEmpty() ? "nothing runs" : ready + " of " + Count.of(all.size(), "workload");
    }

    private static void workload(Page page, Health it) {
        String detail = it.state() == Readiness.State.READY ? "" : "; " + it.detail();
        page.words(
                String.format(Locale.ROOT, "    %-7s", word(it.state())),
                it.key() + ": " + it.ready() + " of " + it.wanted() + " ready"
                        + (it.restarts() == 0 ? "" : ", " + Count.of(Math.toIntExact(it.restarts()), "restart"))
                        + detail);
        it.troubles().forEach(trouble -> page.words("             ", trouble));
    }

    private static String word(Readiness.State state) {
        return switch (state) {
            case READY -> "ready";
            case WAITING -> "waits";
            case FAILED -> "FAILED";
        };
    }

    private static MapNode node(Health it) {
        MapNode node = new MapNode(null)
                .put("kind", it.key().kind())
                .put("scope", it.key().scope())
                .put("name", it.key().name())
                .put("state", it.state().name().toLowerCase(Locale.ROOT))
                .put("detail", it.detail())
                .put("ready", it.ready())
                .put("wanted", it.wanted())
                .put("restarts", it.restarts());
        return node.put("troubles", it.troubles());
    }

    private static String drift(Plan plan) {
        int objects = PlanSummary.touched(plan);
        return objects == 0
                ? "none: " + Count.of(plan.unchanged().size(), "object") + " as applied"
                : Count.of(objects, "object") + " not as applied, "
                        + plan.unchanged().size() + " are; davit drift shows which";
    }

    /** Write it as {@code /dev/davit/cli/status.schema.json} describes it. */
    public String json() {
        MapNode root = new MapNode(null)
                .put("schema", "davit/status")
                .put("schemaVersion", 1)
                .put("stack", stack)
                .put("stage", stage)
                .put("target", place.target())
                .put("place", place.name());
        releases.stream().limit(1).forEach(it -> root.put("release", ReleaseView.node(it)));
        drift.ifPresent(it -> root.put(
                "drift",
                new MapNode(null)
                        .put("changed", PlanSummary.touched(it))
                        .put("unchanged", it.unchanged().size())));
        lease.ifPresent(it -> root.put(
                "lease",
                new MapNode(null)
                        .put("holder", it.holder())
                        .put("renewedAt", it.renewedAt().toString())
                        .put("seconds", it.seconds())));
        health.ifPresent(
                all -> root.put("workloads", all.stream().map(StatusView::node).toList()));
        return Json.write(root);
    }
}
