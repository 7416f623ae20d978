package dev.davit.k8s.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.importing.Decision;
import dev.davit.importing.Imported;
import dev.davit.importing.Proof.Difference;
import org.junit.jupiter.api.Test;

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
}
