package dev.davit.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.apply.Fence;
import dev.davit.apply.Release;
import dev.davit.apply.Release.State;
import dev.davit.apply.ReleaseStore;
import dev.davit.document.MapNode;
import dev.davit.model.DesiredObject;
import dev.davit.plan.Wanted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private static List<String> names(Release release) {
        return release.wanted().objects().stream()
                .map(it -> it.kind() + " " + it.name())
                .toList();
    }

    @Test
    void each_place_has_its_part_and_both_together_are_the_whole() {
        both.write(release(1, State.DONE, wanted("small a", "large b")), FENCE);
        assertThat(names(small.all.get(0))).containsExactly("small a");
        assertThat(large.all.get(0).wanted().target()).isEqualTo("large");
        assertThat(both.list()).singleElement().satisfies(it -> {
            assertThat(names(it)).containsExactly("small a", "large b");
            assertThat(it.wanted().target()).isEqualTo("small+large");
        });
    }

    @Test
    void a_place_that_had_no_part_in_a_release_had_what_its_last_one_left() {
        both.write(release(1, State.DONE, wanted("small a", "large b")), FENCE);
        small.write(release(2, State.DONE, wanted("small c").part("small", it -> true)), FENCE);
        both.write(release(3, State.DONE, wanted("small d", "large e")), FENCE);
        assertThat(both.list())
                .extracting(JoinedReleasesTest::names)
                .containsExactly(
                        List.of("small d", "large e"), List.of("small c", "large b"), List.of("small a", "large b"));
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
