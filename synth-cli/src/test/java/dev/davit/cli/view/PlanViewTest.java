package dev.davit.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.cli.Golden;
import dev.davit.plan.Change;
import dev.davit.plan.Estimate;
import dev.davit.plan.Plan;
import dev.davit.plan.Seconds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanViewTest {
    private static final Path KEPT = Path.of("src/test/cases/plan-view");

    private static PlanStyle style(int columns, PlanDetail detail) {
        return new PlanStyle(columns, false, detail, DriftDetail.COUNT);
    }

    private static Plan plan(String name) {
        return switch (name) {
            case "empty" -> Plans.empty();
            case "small" -> Plans.small();
            case "blocked" -> Plans.blocked();
            case "hundred" -> Plans.hundred();
            default -> Plans.hostile();
        };
    }

    @ParameterizedTest
    @CsvSource({
        "empty, 80, SUMMARY",
        "small, 80, SUMMARY",
        "small, 140, SUMMARY",
        "small, 80, CHANGES",
        "small, 140, FULL",
        "blocked, 80, SUMMARY",
        "hundred, 80, SUMMARY",
        "hundred, 140, SUMMARY",
        "hostile, 80, FULL"
    })
    void a_plan_reads_as_the_repository_keeps_it(String name, int columns, PlanDetail detail) throws Exception {
        String text = PlanView.plan(plan(name), style(columns, detail));

        assertThat(text.lines()).allMatch(it -> it.length() <= columns);
        Golden.assertHolds(KEPT.resolve(name + "-" + columns + "-" + detail + ".txt"), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty", "small", "blocked"})
    void a_diff_reads_as_the_repository_keeps_it(String name) throws Exception {
        PlanStyle all = new PlanStyle(100, false, PlanDetail.CHANGES, DriftDetail.ALL);

        Golden.assertHolds(KEPT.resolve("diff-" + name + ".txt"), PlanView.diff(plan(name), "Diff", all));
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty", "blocked"})
    void drift_reads_as_the_repository_keeps_it(String name) throws Exception {
        PlanStyle all = new PlanStyle(100, false, PlanDetail.CHANGES, DriftDetail.ALL);

        Golden.assertHolds(KEPT.resolve("drift-" + name + ".txt"), PlanView.drift(plan(name), 41, all));
    }

    @Test
    void colour_is_added_to_words_and_replaces_none() throws Exception {
        String colored = PlanView.plan(Plans.small(), new PlanStyle(100, true, PlanDetail.CHANGES, DriftDetail.COUNT));
        String plain = PlanView.plan(Plans.small(), style(100, PlanDetail.CHANGES));

        assertThat(colored.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain);
        Golden.assertHolds(KEPT.resolve("small-in-colour.txt"), colored.replace("\u001b", "ESC"));
    }

    @Test
    void the_verdict_is_in_the_first_three_lines() {
        List<String> lines = PlanView.plan(Plans.blocked(), style(140, PlanDetail.SUMMARY))
                .lines()
                .limit(3)
                .toList();

        assertThat(lines.get(1)).contains("CANNOT BE APPLIED", "1 delete");
        assertThat(lines.get(2)).contains("data-loss");
    }

    @Test
    void below_the_first_line_two_plans_of_one_difference_are_equal() {
        Plan later = new Plan.Builder()
                .from(Plans.small())
                .readAt(Plans.READ.plusSeconds(999))
                .expiresAt(Plans.READ.plusSeconds(5000))
                .build();

        assertThat(withoutFirstLine(PlanView.plan(later, style(80, PlanDetail.FULL))))
                .isEqualTo(withoutFirstLine(PlanView.plan(Plans.small(), style(80, PlanDetail.FULL))));
    }

    private static String verdict(int recorded) {
        Plan small = Plans.small();
        Plan plan = new Plan.Builder()
                .from(small)
                .recorded(small.unchanged().subList(0, recorded))
                .build();
        return PlanView.plan(plan, style(140, PlanDetail.SUMMARY))
                .lines()
                .toList()
                .get(1);
    }

    @Test
    void what_was_not_asked_about_says_by_what_it_is_known() {
        String changes = "  2 create, 2 update, 1 adopt, 1 replace, 1 delete, ";
        assertThat(verdict(0)).isEqualTo(changes + "3 unchanged");
        assertThat(verdict(2)).isEqualTo(changes + "3 unchanged, 2 of them by the record of the last apply");
        assertThat(verdict(3)).isEqualTo(changes + "3 unchanged, by the record of the last apply");
    }

    private static String withoutFirstLine(String text) {
        return text.substring(text.indexOf('\n'));
    }

    private static String expected(long least, long most, int of) {
        Plan small = Plans.small();
        List<Change> changes = small.changes().stream()
                .map(it -> small.changes().indexOf(it) >= of
                        ? it
                        : new Change.Builder()
                                .from(it)
                                .estimate(new Estimate(new Seconds(least, most), "as its last 3 deploys"))
                                .build())
                .toList();
        Plan plan = new Plan.Builder().from(small).changes(changes).build();
        return PlanView.plan(plan, style(140, PlanDetail.SUMMARY))
                .lines()
                .filter(it -> it.contains("expected"))
                .findFirst()
                .orElse("");
    }

    @Test
    void how_long_it_takes_is_said_with_what_takes_longest_and_how_much_nobody_knows() {
        assertThat(expected(40, 130, 1))
                .isEqualTo(
                        "  expected     40s to 2m10s (PersistentVolumeClaim shop/reports-data: as its last 3 deploys),"
                                + " 6 of unknown length on top");
        assertThat(expected(0, 900, 7))
                .startsWith("  expected     up to 1h15m (")
                .endsWith("deploys)");
        assertThat(expected(5, 5, 7)).startsWith("  expected     about 25s (");
        assertThat(expected(0, 0, 7)).isEmpty();
        assertThat(expected(1, 2, 0)).isEmpty();
    }

    @Test
    void the_page_on_what_is_live_shows_a_plan_as_it_is() throws Exception {
        assertThat(Files.readString(Path.of("../docs/live.md")))
                .contains("```text\n" + PlanView.plan(Plans.small(), style(80, PlanDetail.SUMMARY)) + "```\n");
    }

    @Test
    void text_of_others_cannot_draw() {
        String text = PlanView.plan(Plans.hostile(), style(100, PlanDetail.FULL));

        assertThat(text.chars()).allMatch(it -> it == '\n' || it >= ' ' && it < 0x7f);
        assertThat(text.lines().filter(it -> it.startsWith("  + CREATE"))).isEmpty();
    }
}
