package dev.davit.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.davit.apply.Ending;
import dev.davit.apply.Outcome;
import dev.davit.plan.Plan;
import dev.davit.plan.PlanFile;
import dev.davit.testcluster.OnFakeNodes;
import dev.davit.testcluster.TestCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Check 18, all the way: values of a Secret that a definition wrote against all advice. */
@OnFakeNodes
class WholeSecretTest {
    private static final List<String> VALUES = List.of("canary-old-7f3a9c", "canary-new-51be02");
    private static final String SECRET = """
            apiVersion: v1
            kind: Secret
            metadata: {name: token, namespace: NS}
            data: {token: "%s"}
            """;

    @TempDir
    private Path folder;

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String secret(int which) {
        return SECRET.formatted(base64(VALUES.get(which)));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void check_18_neither_value_is_in_a_plan_a_release_a_journal_an_event_or_what_is_said(TestCluster cluster)
            throws IOException {
        try (Whole whole = new Whole(cluster, folder)) {
            whole.apply(secret(0));
            Plan plan = whole.plan(secret(1));
            Path file = folder.resolve("plan.json");
            String refusal = catchThrowable(() -> PlanFile.save(plan, file)).getMessage();

            Outcome outcome = whole.carryOut(plan);

            assertThat(outcome.ending()).as(outcome.detail()).isEqualTo(Ending.DONE);
            assertThat(whole.get("secret/token", ".data.token")).isEqualTo(base64(VALUES.get(1)));
            StringBuilder all = new StringBuilder(Whole.only(plan).fields().toString())
                    .append(refusal)
                    .append(whole.events())
                    .append(whole.releases())
                    .append(outcome.detail())
                    .append(cluster.kubectl("get", "events,leases", "--output", "json"));
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(Files::isRegularFile).forEach(it -> all.append(text(it)));
            }
            assertThat(all.toString()).contains("token", "(secret v#1)", "(secret v#2)");
            assertThat(file).doesNotExist();
            for (String value : VALUES) {
                assertThat(all.toString()).doesNotContain(value, base64(value));
            }
        }
    }
}
