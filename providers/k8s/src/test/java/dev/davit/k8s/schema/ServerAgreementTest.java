package dev.davit.k8s.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.document.MapNode;
import dev.davit.testcluster.OnFakeNodes;
import dev.davit.testcluster.TestCluster;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Ask a real API server about the same documents. */
@OnFakeNodes
class ServerAgreementTest {
    private static RealServer server;

    private final ManifestSchema schema = ManifestSchema.embedded();

    @BeforeAll
    static void connect(TestCluster cluster) throws IOException {
        server = new RealServer(cluster.startKubectl("proxy", "--port=0"));
    }

    @AfterAll
    static void disconnect() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void the_server_accepts_every_good_document() {
        for (String name : GoodManifests.names()) {
            MapNode document = GoodManifests.named(name);
            if (isForServer(document)) {
                assertThat(server.objection(document)).as(name).isEmpty();
            }
        }
    }

    @Test
    void the_server_and_the_schema_accept_and_refuse_the_same() {
        List<String> differences = new ArrayList<>();
        for (Verdict verdict : Verdict.all()) {
            MapNode document = verdict.document();
            if (isForServer(document)) {
                Optional<String> objection = server.objection(document);
                List<String> ours = Verdict.actual(schema, document);
                boolean agreed = objection.isEmpty() == ours.equals(List.of("accepted"));
                if (agreed == verdict.differs()) {
                    differences.add(verdict.row() + "\n    server  " + objection.orElse("accepted") + "\n    schema  "
                            + String.join("; ", ours));
                }
            }
        }
        assertThat(String.join("\n", differences)).isEmpty();
    }

    /** kustomization.yaml is read by kubectl alone. */
    private static boolean isForServer(MapNode document) {
        return !document.getText("apiVersion").orElse("").startsWith("kustomize.");
    }
}
