package dev.davit.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.plan.Plan;
import dev.davit.testcluster.OnFakeNodes;
import dev.davit.testcluster.TestCluster;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Check 17: kinds that a stack brings itself, and their next version. */
@OnFakeNodes
class WholeKindTest {
    private static final String DEFINITION = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: boats.NS.example.com}
            spec:
              group: NS.example.com
              scope: Namespaced
              names: {kind: Boat, plural: boats}
              versions:
            """;
    private static final String VERSION = """
                - name: %s
                  served: true
                  storage: %s
                  schema:
                    openAPIV3Schema:
                      type: object
                      properties:
                        spec:
                          type: object
                          properties:
                            sails: {type: integer, default: 1}
                            %s
            """.indent(2);
    private static final String OLD = DEFINITION + VERSION.formatted("v1", "true", "name: {type: string}");
    private static final String NEXT = DEFINITION
            + VERSION.formatted("v1", "false", "name: {type: string}")
            + VERSION.formatted(
                    "v2",
                    "true",
                    "hull: {type: object, default: {}, properties: {colour: {type: string, default: red}, length: {type: integer}}}");
    private static final String BOAT = """
            apiVersion: NS.example.com/%s
            kind: Boat
            metadata: {name: dinghy, namespace: NS}
            spec: {%s}
            """;

    @TempDir
    private Path folder;

    private TestCluster cluster;
    private Whole whole;

    @BeforeEach
    void connect(TestCluster given) {
        cluster = given;
        whole = new Whole(given, folder);
    }

    @AfterEach
    void close() {
        whole.close();
        cluster.kubectl("delete", "crd", "boats." + cluster.namespace() + ".example.com", "--wait=false");
    }

    @Test
    void check_17_a_kind_and_an_object_of_it_come_in_one_run_and_so_does_their_next_version() {
        String old = BOAT.formatted("v1", "sails: 2");
        String next = BOAT.formatted("v2", "sails: 2, hull: {length: 7}");

        whole.apply(OLD, old);
        assertThat(whole.plan(OLD, old).changes()).isEmpty();

        Plan plan = whole.plan(NEXT, next);
        assertThat(plan.blockers()).isEmpty();
        assertThat(plan.changes().get(1).unverified()).isPresent();
        whole.apply(NEXT, next);

        assertThat(whole.get("boats." + cluster.namespace() + ".example.com/dinghy", ".spec"))
                .isEqualTo("{\"hull\":{\"colour\":\"red\",\"length\":7},\"sails\":2}");
        assertThat(whole.plan(NEXT, next).changes()).isEmpty();
        assertThat(whole.plan(NEXT, next).blockers()).isEmpty();
    }

    @Test
    void check_17_an_object_that_moves_to_a_version_that_is_there_takes_the_record_of_its_fields_along() {
        String next = BOAT.formatted("v2", "hull: {length: 7}");
        whole.apply(OLD, BOAT.formatted("v1", "sails: 2, name: dinghy"));
        whole.apply(NEXT, BOAT.formatted("v1", "sails: 2, name: dinghy"));

        Plan plan = whole.plan(NEXT, next);

        assertThat(Whole.only(plan).unverified())
                .hasValueSatisfying(it -> assertThat(it).startsWith("our last apply is recorded for another version"));
        whole.apply(NEXT, next);
        assertThat(whole.get("boats." + cluster.namespace() + ".example.com/dinghy", ".spec"))
                .isEqualTo("{\"hull\":{\"colour\":\"red\",\"length\":7},\"sails\":1}");
        assertThat(whole.plan(NEXT, next).changes()).isEmpty();
    }

    @Test
    void check_17_a_default_that_a_definition_gains_is_no_change_of_its_objects() {
        String boat = BOAT.formatted("v1", "sails: 2");
        whole.apply(OLD, boat);
        String gained = OLD.replace("name: {type: string}", "name: {type: string, default: sea}");

        Plan plan = whole.plan(gained, boat);

        assertThat(Whole.only(plan).key().shortKind()).isEqualTo("CustomResourceDefinition");
        whole.apply(gained, boat);
        assertThat(whole.get("boats." + cluster.namespace() + ".example.com/dinghy", ".spec.name"))
                .isEqualTo("sea");
        assertThat(whole.plan(gained, boat).changes()).isEmpty();
    }
}
