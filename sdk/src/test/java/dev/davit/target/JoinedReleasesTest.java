package dev.davit.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.apply.Fence;
import dev.davit.apply.Release;
import dev.davit.apply.Release.State;
import dev.davit.apply.ReleaseStore;
import dev.davit.apply.Rollback;
import dev.davit.document.MapNode;
import dev.davit.model.DesiredObject;
import dev.davit.plan.Wanted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** One release of a stack that is at two places is a release at each, and both together are what it was. */
class JoinedReleasesTest {
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final Fence FENCE = new Fence() {
        @Override
        public long token() {
            return 1;
        }

        @Override
        public void check() {}
    };

    private static final class Memory implements ReleaseStore {
        private final List<Release> all = new ArrayList<>();

        @Override
        public List<Release> list() {
            return all;
        }

        @Override
        public Optional<State> lastState() {
            return all.stream().map(Release::state).findFirst();
        }

        @Override
        public void write(Release release, Fence fence) {
            all.removeIf(it -> it.number() == release.number());
            all.add(release);
            all.sort(Comparator.comparing(Release::number).reversed());
        }
    }

    private final Memory small = new Memory();
    private final Memory large = new Memory();
    private final JoinedReleases both = new JoinedReleases(List.of(
            new JoinedReleases.Part(
                    small, it -> it.part("small", one -> one.kind().equals("small"))),
            new JoinedReleases.Part(
                    large, it -> it.part("large", one -> one.kind().equals("large")))));

    private static Wanted wanted(String... objects) {
        List<DesiredObject> all = new ArrayList<>();
        for (String object : objects) {
            String[] words = object.split(" ");
            all.add(new DesiredObject(words[0], words[1], Optional.empty(), new MapNode(null)));
        }
        return new Wanted("shop", "prod", "small+large", Optional.empty(), all, Map.of());
    }

    private static Release release(int number, State state, Wanted wanted) {
        return new Release(
                number, state, "digest", "me", NOW, Optional.of(NOW), 1, "summary", Optional.empty(), true, wanted);
    }

    private void apply(int number, Wanted wanted) {
        both.write(release(number, State.RUNNING, wanted), FENCE);
        both.write(release(number, State.DONE, wanted), FENCE);
    }

    private static List<String> names(Release release) {
        return release.wanted().objects().stream()
                .map(it -> it.kind() + " " + it.name())
                .toList();
    }

    @Test
    void each_place_has_its_part_and_both_together_are_the_whole() {
        apply(1, wanted("small a", "large b"));
        assertThat(names(small.all.get(0))).containsExactly("small a");
        assertThat(large.all.get(0).wanted().target()).isEqualTo("large");
        assertThat(both.list()).singleElement().satisfies(it -> {
            assertThat(names(it)).containsExactly("small a", "large b");
            assertThat(it.wanted().target()).isEqualTo("small+large");
        });
    }

    @Test
    void what_was_applied_at_one_place_alone_is_listed_and_cannot_be_come_back_to_at_both() {
        apply(1, wanted("small a", "large b"));
        small.write(release(2, State.DONE, wanted("small c").part("small", it -> true)), FENCE);
        assertThat(both.list()).extracting(Release::number).containsExactly(2, 1);
        assertThat(both.list().get(0).state()).isEqualTo(State.STOPPED);
        assertThat(both.list().get(0).failure()).contains("it is known on small alone");
        assertThat(both.list().get(1).state()).isEqualTo(State.DONE);
        assertThatThrownBy(() -> Rollback.to(both.list(), OptionalInt.of(2)))
                .hasMessageContaining("cannot be come back to");
    }

    @Test
    void a_release_that_one_place_keeps_no_more_is_no_wish_to_have_nothing_there() {
        apply(1, wanted("small a", "large b"));
        apply(2, wanted("small c", "large d"));
        large.all.removeIf(it -> it.number() == 1);
        assertThatThrownBy(() -> Rollback.to(both.list(), OptionalInt.of(1)))
                .hasMessageContaining("cannot be come back to");
    }

    @Test
    void releases_that_have_one_number_by_chance_are_two() {
        small.write(release(1, State.DONE, wanted("small a")), FENCE);
        large.write(at(release(1, State.DONE, wanted("large b")), NOW.plusSeconds(1)), FENCE);
        assertThat(both.list()).hasSize(2).extracting(Release::state).containsOnly(State.STOPPED);
    }

    @Test
    void a_record_that_a_crash_left_open_is_closed_where_it_is() {
        small.write(release(1, State.DONE, wanted("small a")), FENCE);
        large.write(at(release(1, State.RUNNING, wanted("large b")), NOW.plusSeconds(1)), FENCE);
        Release open = both.list().get(0);
        assertThat(open.state()).isEqualTo(State.RUNNING);
        both.write(at(release(1, State.FAILED, wanted("large b")), open.startedAt()), FENCE);
        assertThat(large.all.get(0).state()).isEqualTo(State.FAILED);
        assertThat(small.all.get(0).state()).isEqualTo(State.DONE);
    }

    private static Release at(Release it, Instant startedAt) {
        return new Release(
                it.number(),
                it.state(),
                it.planDigest(),
                it.by(),
                startedAt,
                it.endedAt(),
                it.token(),
                it.summary(),
                it.failure(),
                it.awaited(),
                it.wanted());
    }

    @Test
    void what_ended_well_at_one_place_alone_did_not_end_well() {
        small.write(release(1, State.DONE, wanted("small a")), FENCE);
        large.write(release(1, State.FAILED, wanted("large b")), FENCE);
        assertThat(both.lastState()).contains(State.FAILED);
        assertThat(both.list())
                .singleElement()
                .satisfies(it -> assertThat(it.state()).isEqualTo(State.FAILED));
    }
}
