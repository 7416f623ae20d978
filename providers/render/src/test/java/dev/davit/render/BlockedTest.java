package dev.davit.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.apply.Ending;
import dev.davit.plan.Blocker;
import dev.davit.plan.Plan;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Render would refuse a plan says before anything moves. */
class BlockedTest {
    private static final String SHOP = """
            services:
            - type: worker
              name: worker
              runtime: image
              region: oregon
              plan: starter
              image: {url: "ghcr.io/acme/worker:1"}
              disk: {name: models, mountPath: /models, sizeGB: 20}
            - {type: keyvalue, name: jobs, plan: pro plus, ipAllowList: []}
            databases:
            - {name: db, plan: basic-1gb, diskSizeGB: 20}
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "sizeGB: 20, sizeGB: 10, disk.sizeGB of worker worker cannot become smaller: 20 to 10",
        "diskSizeGB: 20, diskSizeGB: 15, diskSizeGB of database db cannot become smaller: 20 to 15",
        "plan: pro plus, plan: pro, plan of keyvalue jobs cannot become smaller: pro plus to pro",
        "plan: pro plus, plan: 256mb, plan of keyvalue jobs cannot become smaller: pro plus to 256mb",
        "plan: pro plus, plan: free, plan of keyvalue jobs cannot become smaller: pro plus to free",
        "region: oregon, region: ohio, region of worker worker cannot be changed from oregon to ohio"
    })
    void it_is_a_blocker_and_nothing_is_written(String before, String after, String what) {
        try (Whole whole = new Whole(folder)) {
            whole.apply(SHOP);
            Plan plan = whole.plan(SHOP.replace(before, after));
            assertThat(plan.blockers()).extracting(Blocker::what).containsExactly(what);
            int sent = whole.requests();
            assertThat(whole.carryOut(plan).ending()).isNotEqualTo(Ending.DONE);
            assertThat(whole.writesSince(sent)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "sizeGB: 20, sizeGB: 30",
        "plan: pro plus, plan: pro max",
        "plan: pro plus, plan: 10g",
        "plan: pro plus, plan: 20g"
    })
    void what_grows_or_stays_is_none(String before, String after) {
        try (Whole whole = new Whole(folder)) {
            assertThat(whole.apply(SHOP).plan(SHOP.replace(before, after)).blockers())
                    .isEmpty();
        }
    }
}
