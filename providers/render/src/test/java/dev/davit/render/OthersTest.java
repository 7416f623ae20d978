package dev.davit.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.apply.ApplyException;
import dev.davit.apply.Ending;
import dev.davit.apply.Ticker;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.plan.Change;
import dev.davit.plan.Effect;
import dev.davit.plan.Plan;
import dev.davit.plan.Wanted;
import dev.davit.render.api.RenderApi;
import dev.davit.render.ownership.StackGroup;
import dev.davit.render.ownership.StackRecord;
import dev.davit.target.CompareOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others did in a workspace stays as it is. */
class OthersTest {
    private static final String DATABASE =
            "databases: [{name: orders, plan: pro-4gb, diskSizeGB: 15, readReplicas: [{name: one}]}]";
    private static final String TWO = DATABASE.replace("[{name: one}]", "[{name: one}, {name: two}]");
    private static final String BROKEN = """
            services:
            - {type: worker, name: built, runtime: docker, plan: free, repo: https://example.com/shop, disk: {name: d, mountPath: /d, sizeGB: 1}}
            - {type: worker, name: fine, runtime: image, image: {url: "ghcr.io/acme/fine:1"}}
            """;

    @TempDir
    private Path folder;

    private Whole whole;
    private RenderApi others;

    @BeforeEach
    void start() {
        whole = new Whole(folder);
        others = whole.api();
    }

    @AfterEach
    void stop() {
        whole.close();
    }

    private ListNode replicas() {
        return others.get("/postgres/" + whole.idOf("orders"))
                .orElseThrow()
                .getList("readReplicas")
                .orElseThrow();
    }

    private MapNode named(String... names) {
        MapNode body = new MapNode(null);
        ListNode list = body.list("readReplicas", null);
        for (String name : names) {
            list.add(new MapNode(null).put("name", name));
        }
        return body;
    }

    @Test
    void replicas_of_others_stay_when_one_of_ours_is_added() {
        whole.apply(DATABASE);
        others.patch("/postgres/" + whole.idOf("orders"), named("one", "theirs"));
        whole.apply(TWO);
        assertThat(replicas().items())
                .extracting(it -> ((MapNode) it).getText("name").orElseThrow())
                .containsExactlyInAnyOrder("one", "two", "theirs");
    }

    @Test
    void a_replica_that_goes_is_gone_for_its_readers() {
        whole.apply(TWO);
        Change change = Whole.only(whole.plan(DATABASE));
        assertThat(change.impact().effect()).isEqualTo(Effect.OUTAGE);
        assertThat(change.impact().avoid()).isPresent();
    }

    @Test
    void what_a_failed_apply_did_not_make_is_not_deleted_when_somebody_else_makes_it() {
        Plan plan = whole.plan(BROKEN);
        assertThat(whole.carryOut(plan).ending()).isNotEqualTo(Ending.DONE);
        whole.make("built");
        Plan without =
                whole.plan(BROKEN.lines().filter(it -> !it.contains("built")).reduce("", (a, b) -> a + b + "\n"));
        assertThat(without.changes()).noneMatch(it -> it.key().name().equals("built"));
        assertThat(without.kept()).anyMatch(it -> it.key().name().equals("built"));
    }

    /** The definition has another target, which this run is not for: a person fills in what that one knows. */
    @Test
    void a_token_that_a_person_filled_in_stays_when_nothing_shows_it_any_more() {
        String token = ", envVars: [{key: API_TOKEN, sync: false,"
                + " fromOutside: {kind: PRIVATE_SERVICE, id: api, property: token}}]";
        String worker = "services: [{type: worker, name: w, runtime: image, image: {url: 'ghcr.io/acme/w:1'}%s}]";
        whole.apply(worker.formatted(token));
        String path = "/services/" + whole.idOf("w") + "/env-vars/API_TOKEN";
        others.put(path, new MapNode(null).put("value", "theirs"));
        assertThat(whole.plan(worker.formatted(token)).changes()).isEmpty();
        whole.apply(worker.formatted("").replace("w:1", "w:2"));
        assertThat(others.get(path).orElseThrow().getText("value")).contains("theirs");
    }

    @Test
    void the_repository_of_what_is_there_is_kept_wherever_davit_runs() {
        String named = "services: [{type: worker, name: w, runtime: docker, repo: https://example.com/elsewhere}]";
        whole.apply(named);
        assertThat(whole.plan(named.replace(", repo: https://example.com/elsewhere", ""))
                        .changes())
                .isEmpty();
    }

    @Test
    void a_stack_whose_name_reads_the_same_does_not_find_our_record() {
        whole.apply(DATABASE);
        Wanted ours = Whole.wanted(DATABASE);
        // The group of shop/test-x is that of shop-test/x.
        Wanted first = new Wanted("shop", "test-x", "render", Optional.empty(), List.of(), Map.of());
        Wanted second = new Wanted("shop-test", "x", "render", Optional.empty(), ours.objects(), Map.of());
        StackGroup group = new StackGroup(others, whole.sandbox.ownerId(), first.stack(), first.stage(), Ticker.SYSTEM);
        group.putFile(
                others, StackRecord.FILE, StackRecord.of(group.read(), group).write());
        assertThatThrownBy(() -> whole.connection().compare(second, CompareOptions.cautious()))
                .isInstanceOf(ApplyException.class)
                .hasMessageContaining("that of shop/test-x");
    }
}
