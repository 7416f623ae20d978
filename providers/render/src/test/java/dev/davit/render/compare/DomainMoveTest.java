package dev.davit.render.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.apply.Ending;
import dev.davit.apply.Outcome;
import dev.davit.document.MapNode;
import dev.davit.plan.Change;
import dev.davit.plan.Effect;
import dev.davit.plan.Plan;
import dev.davit.render.Whole;
import dev.davit.render.sandbox.Fault;
import dev.davit.render.sandbox.FaultPlan;
import dev.davit.render.sandbox.Program;
import dev.davit.render.sandbox.Version;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A domain goes from one service to another when the other is live, and never to nobody for long. */
class DomainMoveTest {
    private static final String OLD =
            "- {type: web, name: old, runtime: image, image: {url: 'ghcr.io/acme/web:1'}, domains: [DOMAINS]}\n";
    private static final String NEW = OLD.replace("name: old", "name: new");

    @TempDir
    private Path folder;

    private static String services(String... services) {
        return "services:\n" + String.join("", services);
    }

    private static String with(String service, String domains) {
        return service.replace("DOMAINS", domains);
    }

    private static List<String> domains(Whole whole, String service) {
        return whole.api().list("/services/" + whole.idOf(service) + "/custom-domains", "customDomain").stream()
                .map((MapNode it) -> it.getText("name").orElseThrow())
                .sorted()
                .toList();
    }

    @Test
    void between_two_services_that_are_there() {
        try (Whole whole = new Whole(folder)) {
            whole.apply(services(with(OLD, "a.example.com, b.example.com"), with(NEW, "")));
            String moved = services(with(OLD, "b.example.com"), with(NEW, "a.example.com"));
            whole.apply(moved);
            assertThat(domains(whole, "old")).containsExactly("b.example.com");
            assertThat(domains(whole, "new")).containsExactly("a.example.com");
            assertThat(whole.plan(moved).changes()).isEmpty();
        }
    }

    @Test
    void both_ways_at_once() {
        try (Whole whole = new Whole(folder)) {
            whole.apply(services(with(OLD, "a.example.com"), with(NEW, "b.example.com")));
            String swapped = services(with(OLD, "b.example.com"), with(NEW, "a.example.com"));
            whole.apply(swapped);
            assertThat(domains(whole, "old")).containsExactly("b.example.com");
            assertThat(domains(whole, "new")).containsExactly("a.example.com");
            assertThat(whole.plan(swapped).changes()).isEmpty();
        }
    }

    @Test
    void to_a_service_that_takes_the_place_of_the_old_one() {
        try (Whole whole = new Whole(folder)) {
            whole.apply(services(with(OLD, "example.com")));
            int before = whole.requests();
            Plan plan = whole.plan(services(with(NEW, "example.com, www.example.com")));
            Change creation = plan.changes().stream()
                    .filter(it -> it.key().name().equals("new"))
                    .findFirst()
                    .orElseThrow();
            assertThat(creation.impact().effect()).isEqualTo(Effect.RESTART);
            assertThat(creation.impact().reason()).contains("example.com moves here from web old when this is live");
            String old = whole.idOf("old");
            assertThat(whole.carryOut(plan).ending()).as(whole.events()).isEqualTo(Ending.DONE);
            assertThat(domains(whole, "new")).containsExactly("example.com", "www.example.com");
            String made = "/services/" + whole.idOf("new");
            assertThat(whole.writesSince(before))
                    .filteredOn(it -> !it.contains("/env-groups"))
                    .startsWith("POST /services", "DELETE /services/" + old + "/custom-domains/example.com")
                    .contains("POST " + made + "/custom-domains")
                    .endsWith("DELETE /services/" + old);
            assertThat(whole.plan(services(with(NEW, "example.com, www.example.com")))
                            .changes())
                    .isEmpty();
        }
    }

    @Test
    void a_service_that_does_not_become_live_takes_nothing() {
        Program broken = new Program() {
            @Override
            public boolean becomesHealthy(Version version) {
                return !version.image().endsWith(":2");
            }
        };
        try (Whole whole = new Whole(folder, it -> it.program(broken))) {
            whole.apply(services(with(OLD, "a.example.com")));
            Plan plan = whole.plan(services(with(NEW, "a.example.com").replace("web:1", "web:2")));
            Outcome outcome = whole.carryOut(plan);
            assertThat(outcome.ending()).isEqualTo(Ending.PARTLY);
            assertThat(domains(whole, "old")).containsExactly("a.example.com");
        }
    }

    /** Whatever is cut off between the two calls, the next apply ends it. */
    @Test
    void a_move_that_was_cut_off_is_brought_to_its_end() {
        for (Fault fault : List.of(Fault.error(400), Fault.cutAfter())) {
            AtomicInteger adds = new AtomicInteger();
            FaultPlan once = (number, method, path) ->
                    method.equals("POST") && path.endsWith("/custom-domains") && adds.incrementAndGet() == 2
                            ? Optional.of(fault)
                            : Optional.empty();
            try (Whole whole = new Whole(folder, it -> it.faults(once))) {
                whole.apply(services(with(OLD, "a.example.com"), with(NEW, "")));
                String moved = services(with(OLD, ""), with(NEW, "a.example.com"));
                whole.carryOut(whole.plan(moved));
                if (!whole.plan(moved).changes().isEmpty()) {
                    whole.apply(moved);
                }
                assertThat(domains(whole, "old")).isEmpty();
                assertThat(domains(whole, "new")).containsExactly("a.example.com");
            }
        }
    }
}
