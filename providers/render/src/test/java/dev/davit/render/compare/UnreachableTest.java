package dev.davit.render.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.document.DocumentReader;
import dev.davit.document.MapNode;
import org.junit.jupiter.api.Test;

/** What no call of the API can set is told, and nothing else is. */
class UnreachableTest {
    private static java.util.Optional<String> words(String kind, String yaml) {
        return Unreachable.words(
                kind, (MapNode) DocumentReader.read("render.yaml", yaml).get(0));
    }

    @Test
    void what_only_a_sync_can_set_is_told_once_for_a_thing() {
        assertThat(words("web", """
                {name: web, runtime: node, startCommand: a, initialDeployHook: b, dockerCommand: c, headers: [],
                 previews: {generation: manual, plan: starter, numInstances: 1},
                 envVars: [{key: A, value: b, previewValue: c}, {key: B, value: b, previewValue: c}]}
                """))
                .contains("Render's API has no dockerCommand, headers, initialDeployHook, previewValue, "
                        + "previews.numInstances, previews.plan: only a sync of render.yaml sets that");
        assertThat(words("database", "{name: orders, plan: basic-1gb, previewPlan: free, previewDiskSizeGB: 5}"))
                .contains("Render's API has no previewDiskSizeGB, previewPlan: only a sync of render.yaml sets that");
    }

    @Test
    void of_what_the_api_sets_nothing_is_told() {
        assertThat(words("web", """
                {type: web, name: web, runtime: docker, dockerfilePath: a, scaling: {minInstances: 1}, domains: [a.org],
                 disk: {name: a, mountPath: /a, sizeGB: 1}, environment: Shop/prod, maintenanceMode: {enabled: true}}
                """)).isEmpty();
        assertThat(words("static", "{type: web, name: a, runtime: static, routes: [], headers: []}"))
                .isEmpty();
        assertThat(words("environment", "{project: a, name: b, networking: {isolation: enabled}}"))
                .isEmpty();
        assertThat(words("envVarGroup", "{name: a, envVars: [{key: A, value: b}]}"))
                .isEmpty();
    }
}
