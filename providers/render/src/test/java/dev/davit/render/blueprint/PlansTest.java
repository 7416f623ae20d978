package dev.davit.render.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.Cpu;
import dev.davit.Size;
import dev.davit.document.MapNode;
import dev.davit.render.BlueprintTarget;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PlansTest {
    @Test
    void half_a_core_and_half_a_gibibyte_is_the_starter_plan() {
        assertThat(Plans.SERVER.cheapest(Cpu.millis(500), Size.mib(512)))
                .map(Offer::word)
                .hasValue("starter");
    }

    @Test
    void memory_alone_can_ask_for_more() {
        assertThat(Plans.SERVER.cheapest(Cpu.millis(100), Size.mib(513)))
                .map(Offer::word)
                .hasValue("standard");
    }

    @Test
    void a_cron_job_with_sixteen_gibibytes_writes_the_size_because_the_old_name_is_not_for_it() {
        assertThat(Plans.CRON.cheapest(Cpu.cores(4), Size.gib(16)))
                .map(Offer::word)
                .hasValue("4c-16g");
    }

    @Test
    void a_database_with_a_standby_has_no_basic_plan() {
        assertThat(Plans.POSTGRES.cheapest(Cpu.millis(500), Size.gib(1)))
                .map(Offer::word)
                .hasValue("basic-1gb");
        assertThat(Plans.POSTGRES.withStandby().cheapest(Cpu.millis(500), Size.gib(1)))
                .map(Offer::word)
                .hasValue("pro-4gb");
    }

    @Test
    void nothing_holds_more_than_the_largest() {
        assertThat(Plans.KEY_VALUE.cheapest(Cpu.millis(1), Size.gib(41))).isEmpty();
        assertThat(Plans.SERVER.largest()).isEqualTo(Offer.of("12c-96g", 12_000, 96 * 1024));
    }

    @Property
    void a_plan_holds_what_is_asked_for(
            @ForAll @IntRange(min = 1, max = 12_000) int millis, @ForAll @IntRange(min = 1, max = 98_304) int mib) {
        assertThat(Plans.SERVER.cheapest(Cpu.millis(millis), Size.mib(mib)))
                .hasValueSatisfying(it ->
                        assertThat(it.holds(Cpu.millis(millis), Size.mib(mib))).isTrue());
    }

    @Property
    void a_plan_that_was_chosen_is_known_by_its_name(@ForAll @IntRange(min = 1, max = 98_304) int mib) {
        Offer offer = Plans.SERVER.cheapest(Cpu.millis(1), Size.mib(mib)).orElseThrow();
        assertThat(Plans.SERVER.offer(offer.word())).hasValue(offer);
    }

    @Test
    void render_s_schema_knows_every_plan() {
        assertKnown(Plans.SERVER, "services", Map.of("type", "web", "name", "a", "runtime", "node"));
        assertKnown(
                Plans.CRON,
                "services",
                Map.of("type", "cron", "name", "a", "runtime", "node", "schedule", "* * * * *"));
        assertKnown(Plans.KEY_VALUE, "services", Map.of("type", "keyvalue", "name", "a", "ipAllowList", List.of()));
        assertKnown(Plans.POSTGRES, "databases", Map.of("name", "a"));
    }

    private static void assertKnown(Plans plans, String list, Map<String, Object> service) {
        plans.offers().forEach(offer -> {
            MapNode entry = new MapNode(null);
            service.forEach(entry::put);
            entry.put("plan", offer.word());
            MapNode document = new MapNode(null).put(list, List.of(entry));
            assertThat(new BlueprintTarget().validate(document))
                    .as(offer.word())
                    .isEmpty();
        });
    }
}
