package dev.davit.k8s.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.importing.Decision;
import dev.davit.importing.Imported;
import dev.davit.importing.Proof.Difference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No secret that stands in a manifest reaches the Java, the report, or the proof. */
class ImportedSecretsTest {
    private static final String CANARY = "hunter2-0f9e8d7c6b5a";
    private static final String TOKEN = "ghp_0123456789abcdefghijklmnopqrstuvwxyz";

    private static String all(Imported imported) {
        StringBuilder all = new StringBuilder(imported.source().text());
        imported.decisions().forEach(all::append);
        imported.proof().unexplained().forEach(all::append);
        imported.proof().explained().forEach(all::append);
        return all.toString();
    }

    @Test
    void a_secret_is_known_by_its_name_and_keys() {
        Imported imported = Imports.of("""
                apiVersion: v1
                kind: Secret
                metadata: {name: db}
                stringData: {password: %s, user: clerk}
                """.formatted(CANARY));

        assertThat(imported.source().text()).contains("cluster.secret(\"db\", \"password\", \"user\")");
        assertThat(all(imported)).doesNotContain(CANARY, "clerk");
        assertThat(Imports.differences(imported)).isEmpty();
        assertThat(imported.proof().explained()).extracting(Difference::why).allMatch(it -> !it.isEmpty());
    }

    @Test
    void a_secret_in_a_variable_moves_into_a_secret_that_somebody_makes() {
        Imported imported = Imports.of("""
                apiVersion: v1
                kind: Pod
                metadata: {name: web}
                spec:
                  containers:
                  - name: web
                    image: a
                    env:
                    - {name: API_KEY, value: %s}
                    - {name: LEVEL, value: info}
                """.formatted(CANARY));

        assertThat(imported.source().text())
                .contains("cluster.secret(\"web-secrets\", \"API_KEY\")")
                .contains("\"secretKeyRef\", Raw.map(\"name\", \"web-secrets\", \"key\", \"API_KEY\")");
        assertThat(all(imported)).doesNotContain(CANARY);
        assertThat(Imports.differences(imported)).isEmpty();
    }

    @Test
    void a_secret_anywhere_else_is_taken_out() {
        Imported imported = Imports.of("""
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: conf, annotations: {note: "%s"}}
                data: {db-password: %s, script: "curl -H 'Authorization: Bearer %s'"}
                """.formatted(TOKEN, CANARY, TOKEN));

        assertThat(all(imported)).doesNotContain(CANARY).doesNotContain(TOKEN);
        assertThat(imported.decisions())
                .filteredOn(it -> it.kind() == Decision.Kind.SECRET)
                .hasSize(3);
        assertThat(Imports.differences(imported)).isEmpty();
    }

    @Test
    void a_secret_of_a_resources_name_is_in_no_output_either() {
        Imported imported = Imports.of("""
                apiVersion: v1
                kind: Secret
                metadata: {name: hf-token}
                stringData: {value: %s}
                ---
                apiVersion: v1
                kind: Secret
                metadata: {name: robot}
                type: kubernetes.io/service-account-token
                data: {token: %s}
                """.formatted(CANARY, CANARY));

        assertThat(all(imported)).doesNotContain(CANARY);
        assertThat(Imports.differences(imported)).isEmpty();
    }

    @Test
    void two_values_of_one_name_are_two_keys_and_a_secret_that_is_there_keeps_its_name() {
        Imported imported = Imports.of("""
                apiVersion: v1
                kind: Pod
                metadata: {name: web}
                spec:
                  containers:
                  - {name: a, image: a, env: [{name: DB_PASSWORD, value: first-7a}]}
                  - {name: b, image: a, env: [{name: DB_PASSWORD, value: second-8b}]}
                ---
                apiVersion: v1
                kind: Secret
                metadata: {name: web-secrets}
                stringData: {x: y}
                """);

        assertThat(imported.source().text())
                .contains("cluster.secret(\"web-secrets-2\", \"DB_PASSWORD\", \"DB_PASSWORD_2\")")
                .contains("cluster.secret(\"web-secrets\", \"x\")");
        assertThat(all(imported)).doesNotContain("first-7a", "second-8b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "env: [{name: PGPASSWORD, value: hunter2}]",
                "env: [{name: dbPassword, value: MySecret123}]",
                "env: [{name: API_KEY, value: \"1234567890123456\"}]",
                "env: [{name: DSN, value: \"jdbc:x://h/?user=u&password=hunter2x\"}]",
                "args: [\"--password=hunter2x\"]",
                "command: [sh, -c, \"export PASSWORD=hunter2x; run\"]"
            })
    void a_secret_is_known_by_what_it_is_called(String field) {
        Imported imported = Imports.of("""
                apiVersion: v1
                kind: Pod
                metadata: {name: web}
                spec:
                  containers:
                  - name: web
                    image: a
                    %s
                """.formatted(field));

        assertThat(all(imported)).doesNotContain("hunter2", "MySecret123", "1234567890123456");
        assertThat(Imports.differences(imported)).isEmpty();
    }

    @Test
    void what_only_names_a_secret_stays() {
        Imported imported = Imports.of("""
                apiVersion: example.com/v1
                kind: Store
                metadata: {name: web}
                spec:
                  existingSecret: db-credentials-2024
                  passwordSecretRef: {name: db-1, key: password1}
                  tokenPath: /var/run/token-1
                  parameters: [{name: size, value: large-123456}]
                """);

        assertThat(imported.decisions()).noneMatch(it -> it.kind() == Decision.Kind.SECRET);
        assertThat(Imports.differences(imported)).isEmpty();
    }
}
