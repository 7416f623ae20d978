package dev.davit.k8s.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.k8s.effect.Rejection.Verdict;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RejectionTest {
    private static final String SELECTOR =
            "Invalid value: v1.LabelSelector{MatchLabels:map[string]string{\"app\":\"x\"},"
                    + " MatchExpressions:[]v1.LabelSelectorRequirement(nil)}: field is immutable";

    private static Rejection answered(String... causes) {
        MapNode status = new MapNode(null).put("message", "it is invalid");
        ListNode list = status.map("details", null).list("causes", null);
        for (int i = 0; i < causes.length; i += 3) {
            list.add(new MapNode(null)
                    .put("field", causes[i])
                    .put("reason", causes[i + 1])
                    .put("message", causes[i + 2]));
        }
        return Rejection.of(status);
    }

    @Test
    void a_selector_is_immutable() {
        Rejection rejection = answered("spec.selector", "FieldValueInvalid", SELECTOR);

        assertThat(rejection).isEqualTo(new Rejection(Verdict.IMMUTABLE, List.of("spec.selector"), "it is invalid"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    Forbidden: updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden
                    Forbidden: spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims
                    Forbidden: field can not be less than previous value
                    Forbidden: field can not be less than status.capacity
                    Invalid value: ["None"]: may not change once set
                    Invalid value: "kubernetes.io/tls": field is immutable
                    Forbidden: field is immutable when `immutable` is set
                    Forbidden: updates to provisioner are forbidden.
                    Forbidden: may not be changed in an update.
                    Invalid value: rbac.RoleRef{APIGroup:"rbac.authorization.k8s.io", Kind:"Role", Name:"x"}: cannot change roleRef
                    Forbidden: pod updates may not change fields other than `spec.containers[*].image`
                    Invalid value: "string": storageClass is immutable
                    Invalid value: "object": Value is immutable
                    """)
    void what_the_server_says_of_what_it_never_changes_is_recognised(String message) {
        assertThat(answered("spec", "FieldValueInvalid", message).verdict()).isEqualTo(Verdict.IMMUTABLE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    FieldValueInvalid      | Invalid value: 70000: must be between 1 and 65535, inclusive
                    FieldValueInvalid      | Invalid value: {"app":"x"}: `selector` does not match template `labels`
                    FieldValueForbidden    | Forbidden: may not be used when type is 'ClusterIP'
                    FieldValueInvalid      | Invalid value: "field is immutable": a lowercase RFC 1123 label must consist of alphanumeric characters
                    FieldValueInvalid      | Invalid value: "x: field is immutable": must be no more than 63 characters
                    FieldValueDuplicate    | Duplicate value: "field is immutable"
                    """)
    void what_may_be_a_typo_is_never_taken_for_immutable(String reason, String message) {
        assertThat(answered("spec", reason, message).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void a_missing_field_is_invalid_beside_whatever_is_immutable() {
        Rejection rejection = answered(
                "spec.selector",
                "FieldValueInvalid",
                SELECTOR,
                "spec.template",
                "FieldValueRequired",
                "Required value");

        assertThat(rejection.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(rejection.fields()).containsExactly("spec.selector", "spec.template");
        assertThat(rejection.afterProof(true).verdict()).isEqualTo(Verdict.INVALID);
    }

    @Test
    void something_unknown_beside_what_is_immutable_stays_unknown_until_the_proof() {
        Rejection rejection = answered(
                "spec.selector", "FieldValueInvalid", SELECTOR, "spec.x", "FieldValueInvalid", "Invalid value: 1: no");

        assertThat(rejection.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(rejection.afterProof(true).verdict()).isEqualTo(Verdict.IMMUTABLE);
        assertThat(rejection.afterProof(false).verdict()).isEqualTo(Verdict.INVALID);
    }

    @Test
    void an_answer_without_causes_says_nothing() {
        assertThat(Rejection.of(new MapNode(null).put("message", "field is immutable"))
                        .verdict())
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Property
    void a_value_that_the_user_chose_never_makes_a_typo_immutable(@ForAll String value) {
        String quoted = "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        String message = "Invalid value: " + quoted + ": must be a valid port name";

        assertThat(answered("spec.ports[0].name", "FieldValueInvalid", message).verdict())
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void a_free_name_leaves_out_what_only_one_object_can_have() {
        MapNode service = Bases.made("service", "{metadata: {uid: u}, spec: {ports: [{nodePort: 30080}]}}");

        MapNode free = FreeName.of(service);

        assertThat(Fields.name(free)).matches("web-davit-proof-[0-9a-f]{8}");
        assertThat(Fields.map(free, "metadata").entries()).doesNotContainKeys("uid", "resourceVersion");
        assertThat(free.toString()).doesNotContain("30080").doesNotContain("10.0.0.7");
        assertThat(Fields.text(service, "spec", "clusterIP")).contains("10.0.0.7");
    }
}
