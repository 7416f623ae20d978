package dev.davit.k8s.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.document.DocumentReader;
import dev.davit.document.Json;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NormalTest {
    private static MapNode read(String yaml) {
        return (MapNode) DocumentReader.read("test", yaml).get(0);
    }

    private static String normal(String yaml, boolean namespaced) {
        return Json.compact(Normal.of(read(yaml), namespaced));
    }

    @Test
    void texts_of_a_secret_become_its_data() {
        assertThat(normal("{apiVersion: v1, kind: Secret, metadata: {name: a}, stringData: {k: v}}", true))
                .isEqualTo(
                        "{\"apiVersion\":\"v1\",\"kind\":\"Secret\",\"metadata\":{\"name\":\"a\"},\"data\":{\"k\":\"dg==\"}}");
    }

    @Test
    void ports_get_their_protocol_and_of_two_variables_the_last_stays() {
        assertThat(normal(
                        "{apiVersion: v1, kind: Pod, metadata: {}, spec: {containers: [{name: a, ports: [{containerPort: 1}], "
                                + "env: [{name: A, value: '1'}, {name: B}, {name: A, value: '2'}]}]}}",
                        true))
                .endsWith("\"ports\":[{\"containerPort\":1,\"protocol\":\"TCP\"}],"
                        + "\"env\":[{\"name\":\"B\"},{\"name\":\"A\",\"value\":\"2\"}]}]}}");
    }

    @Test
    void what_the_server_writes_goes_and_what_somebody_wrote_stays_even_if_it_is_empty() {
        assertThat(normal(
                        "{apiVersion: v1, kind: X, metadata: {name: a, namespace: b, uid: c, creationTimestamp: null}, "
                                + "spec: {podSelector: {}, ingress: [], none: null}, status: {ready: true}}",
                        false))
                .isEqualTo("{\"apiVersion\":\"v1\",\"kind\":\"X\",\"metadata\":{\"name\":\"a\"},"
                        + "\"spec\":{\"podSelector\":{},\"ingress\":[]}}");
    }

    @Test
    void lists_without_known_keys_are_one_value_and_numbers_count_by_value() {
        Node before = read("{args: [a, b], size: 1, gone: {x: 1}}");
        Node after = read("{args: [b, a], size: 1.0, new: {y: {z: 2}}}");

        assertThat(Difference.between(before, after, FieldSet.EMPTY).stream()
                        .map(it ->
                                it.path() + " " + it.before().map(Json::compact).orElse("-") + " "
                                        + it.after().map(Json::compact).orElse("-")))
                .containsExactly("args [\"a\",\"b\"] [\"b\",\"a\"]", "gone.x 1 -", "new.y.z - 2");
    }

    @Test
    void equal_secret_values_have_equal_labels_and_keys_stay_readable() {
        Mask mask = new Mask();

        assertThat(mask.shown("Secret", Path.ROOT, read("{kind: Secret, data: {a: one, b: two, c: one}}")))
                .isEqualTo(read("{kind: Secret, data: {a: (secret v#1), b: (secret v#2), c: (secret v#1)}}"));
        assertThat(mask.shown("ConfigMap", Path.of("data", "a"), Optional.of(read("{x: one}"))))
                .contains(read("{x: one}"));
    }

    @Test
    void a_guess_takes_out_what_was_ours_and_keeps_what_is_not() {
        MapNode live = read("{spec: {ours: 1, theirs: 2, list: [{name: a, v: 1}, {name: b, v: 1}]}}");
        MapNode wanted = read("{spec: {list: [{name: b, v: 2}]}}");
        FieldSet keyed = FieldSet.read(read("{'f:spec': {'f:list': {'k:{\"name\":\"a\"}': {'f:v': {}}}}}"));
        FieldSet ours = FieldSet.read(read("{'f:spec': {'f:ours': {}}}"));

        assertThat(Merge.of(live, wanted, ours, keyed))
                .isEqualTo(read("{spec: {theirs: 2, list: [{name: a, v: 1}, {name: b, v: 2}]}}"));
    }
}
