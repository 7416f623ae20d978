package dev.davit.k8s.operate;

import static dev.davit.k8s.operate.Stack.holding;
import static dev.davit.k8s.operate.Stack.lost;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.apply.LeaseLostException;
import dev.davit.apply.Release;
import dev.davit.apply.Release.State;
import dev.davit.plan.Wanted;
import dev.davit.testcluster.OnFakeNodes;
import dev.davit.testcluster.TestCluster;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnFakeNodes
class ReleaseSecretsTest {
    private Stack stack;
    private ReleaseSecrets store;

    @BeforeEach
    void connect(TestCluster cluster) {
        stack = new Stack(cluster);
        store = new ReleaseSecrets(stack.api, stack.home, () -> false);
    }

    private static Release release(int number, State state, String summary) {
        return new Release(
                number,
                state,
                "digest",
                "user@host",
                Instant.EPOCH,
                Optional.empty(),
                1,
                summary,
                Optional.empty(),
                true,
                Wanted.nothing("shop", "test", "kubernetes"));
    }

    private String names() {
        return stack.kubectl("get", "secrets", "-o", "jsonpath={.items[*].metadata.name}");
    }

    @Test
    void nothing_was_released_yet() {
        assertThat(store.list()).isEmpty();
        assertThat(store.lastState()).isEmpty();
    }

    @Test
    void the_state_of_the_newest_is_known_without_reading_it() {
        for (int number = 1; number < 11; number++) {
            store.write(release(number, number == 9 ? State.FAILED : State.DONE, ""), holding(1));
        }
        assertThat(store.lastState()).contains(State.DONE);
        stack.kubectl("label", "secret", "davit-shop-test.v10", "davit.dev/state=unheard-of", "--overwrite");
        assertThat(store.lastState()).contains(State.FAILED);
    }

    @Test
    void releases_are_listed_from_the_newest_in_their_last_state() {
        store.write(release(1, State.RUNNING, "first"), holding(1));
        store.write(release(1, State.DONE, "first"), holding(1));
        store.write(release(2, State.RUNNING, "second"), holding(1));
        assertThat(store.list()).containsExactly(release(2, State.RUNNING, "second"), release(1, State.DONE, "first"));
        assertThat(names()).isEqualTo("davit-shop-test.v1 davit-shop-test.v2");
    }

    @Test
    void the_last_ten_are_kept_and_the_last_that_was_done() {
        store.write(release(1, State.DONE, ""), holding(1));
        store.write(release(2, State.DONE, ""), holding(1));
        for (int number = 3; number < 14; number++) {
            store.write(release(number, State.FAILED, ""), holding(1));
        }
        assertThat(store.list().stream().map(Release::number)).containsExactly(13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 2);
    }

    @Test
    void a_record_that_is_too_large_for_one_secret_is_cut_and_put_together() {
        String noise = new Random(1)
                .ints(1_500_000, 32, 127)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        store.write(release(1, State.RUNNING, noise), holding(1));
        store.write(release(1, State.DONE, noise), holding(1));
        assertThat(store.list().get(0).summary().equals(noise)).isTrue();
        assertThat(store.list().get(0).state()).isEqualTo(State.DONE);
        assertThat(names().split(" ")).hasSize(3);
    }

    @Test
    void a_record_that_cannot_be_read_is_listed_as_such() {
        store.write(release(1, State.DONE, "first"), holding(1));
        stack.kubectl("patch", "secret", "davit-shop-test.v1", "-p", "{\"data\":{\"release\":\"bm8=\"}}");
        Release broken = store.list().get(0);
        assertThat(broken.number()).isEqualTo(1);
        assertThat(broken.failure())
                .contains(
                        "Secret " + stack.home.namespace() + "/davit-shop-test.v1 cannot be read as a release record");
    }

    @Test
    void check_11_who_lost_the_lease_records_nothing() {
        assertThatThrownBy(() -> store.write(release(1, State.DONE, ""), lost(1)))
                .isInstanceOf(LeaseLostException.class);
        assertThat(store.list()).isEmpty();
        store.write(release(1, State.RUNNING, "newer"), holding(2));
        assertThatThrownBy(() -> store.write(release(1, State.DONE, "older"), holding(1)))
                .isInstanceOf(LeaseLostException.class)
                .hasMessage("a later apply wrote release 1 already");
    }
}
