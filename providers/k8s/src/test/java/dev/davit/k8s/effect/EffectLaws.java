package dev.davit.k8s.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.document.MapNode;
import dev.davit.plan.Effect;
import dev.davit.plan.Evidence;
import dev.davit.plan.Impact;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** State what holds for effects of whatever objects. */
class EffectLaws {
    private static final List<String> BASES = List.of(
            "web",
            "db",
            "agent",
            "service",
            "ingress",
            "policy",
            "settings",
            "key",
            "claim",
            "scaler",
            "budget",
            "quota",
            "volume",
            "fast",
            "namespace",
            "job",
            "cronJob",
            "certificate",
            "role");

    @Property
    void the_worse_of_two_is_the_same_whichever_comes_first(
            @ForAll("impacts") Impact one, @ForAll("impacts") Impact other) {
        assertThat(one.or(other)).isEqualTo(other.or(one));
    }

    @Property
    void the_worst_of_three_is_the_same_whichever_are_compared_first(
            @ForAll("impacts") Impact one, @ForAll("impacts") Impact two, @ForAll("impacts") Impact three) {
        assertThat(one.or(two).or(three)).isEqualTo(one.or(two.or(three)));
    }

    @Property
    void metadata_alone_is_felt_by_nobody(
            @ForAll("bases") String base, @ForAll("words") String key, @ForAll("words") String value) {
        MapNode live = Bases.named(base);
        MapNode after = live.copy();
        MapNode labels = new MapNode(null).put(key, value);
        Fields.map(after, "metadata")
                .put("labels", labels)
                .put("annotations", labels)
                .put("generation", 7);

        assertThat(judged(live, after).effect()).isEqualTo(Effect.NONE);
    }

    @Property
    void a_field_that_nobody_knows_of_is_never_felt_by_nobody_for_sure(
            @ForAll("bases") String base, @ForAll("words") String name) {
        MapNode live = Bases.named(base);
        Assume.that(!KnownKinds.SILENT.contains(KindName.of(live))
                && !List.of("scaler", "quota", "settings", "key").contains(base));
        MapNode after = live.copy();
        after.getMap("spec").orElseGet(() -> after.map("spec", null)).put("x" + name, 1);

        assertThat(judged(live, after).effect()).isNotEqualTo(Effect.NONE);
    }

    @Property
    void a_kind_that_nobody_knows_is_never_none_unless_metadata_alone_changes(
            @ForAll("words") String kind, @ForAll("words") String group, @ForAll boolean comes, @ForAll boolean goes) {
        MapNode live =
                new MapNode(null).put("apiVersion", group + ".example.com/v1").put("kind", kind);
        live.map("metadata", null).put("name", "it");
        MapNode after = live.copy();
        after.map("spec", null).put("a", 1);
        Transition transition = comes
                ? Transition.creation(after, true)
                : goes ? Transition.deletion(live) : Transition.update(live, after, true);

        Impact impact = new Effects(ClusterFacts.of(List.of(transition))).of(transition);

        assertThat(impact.effect()).isNotEqualTo(Effect.NONE);
        assertThat(impact.evidence()).isEqualTo(Evidence.ASSUMED);
    }

    /** The API's own words: surge is the share rounded up, unavailable the share rounded down, and both 0 means one less. */
    @Property(tries = 2000)
    void surge_and_unavailable_are_rounded_as_the_controller_does(
            @ForAll @IntRange(max = 500) int replicas,
            @ForAll @IntRange(max = 150) int surge,
            @ForAll boolean surgeIsShare,
            @ForAll @IntRange(max = 100) int unavailable,
            @ForAll boolean unavailableIsShare) {
        MapNode strategy = new MapNode(null);
        strategy.map("rollingUpdate", null)
                .put("maxSurge", surgeIsShare ? surge + "%" : (Object) surge)
                .put("maxUnavailable", unavailableIsShare ? unavailable + "%" : (Object) unavailable);

        RollingNumbers numbers = RollingNumbers.of(strategy, replicas);

        int more = surgeIsShare ? (int) Math.ceil(surge * (double) replicas / 100) : surge;
        int less = unavailableIsShare ? (int) Math.floor(unavailable * (double) replicas / 100) : unavailable;
        assertThat(numbers.surge()).isEqualTo(more);
        assertThat(numbers.unavailable()).isEqualTo(Math.min(replicas, more == 0 && less == 0 ? 1 : less));
    }

    @Property
    void whatever_a_pod_template_changes_a_deployment_that_runs_feels_it(
            @ForAll("words") String key, @ForAll("words") String value) {
        MapNode live = Bases.named("web");
        MapNode after = live.copy();
        Fields.map(after, "spec", "template", "metadata").put("annotations", new MapNode(null).put(key, value));

        assertThat(judged(live, after).effect()).isGreaterThanOrEqualTo(Effect.ROLLING);
    }

    private static Impact judged(MapNode live, MapNode after) {
        Transition transition = Transition.update(live, after, true);
        return new Effects(ClusterFacts.of(List.of(transition))).of(transition);
    }

    @Provide
    Arbitrary<String> bases() {
        return Arbitraries.of(BASES);
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(12);
    }

    @Provide
    Arbitrary<Impact> impacts() {
        return Combinators.combine(
                        Arbitraries.of(Effect.values()),
                        Arbitraries.of(Evidence.values()),
                        Arbitraries.of("one", "two"),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of("", "this", "that"))
                .as((effect, evidence, reason, seconds, avoid) -> {
                    Impact impact = Impact.of(effect, evidence, reason);
                    impact = seconds == 0 ? impact : impact.lasting(seconds, seconds * 2L);
                    return avoid.isEmpty() ? impact : impact.avoidedBy(avoid);
                });
    }
}
