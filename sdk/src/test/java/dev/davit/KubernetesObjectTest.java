package dev.davit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.document.Json;
import dev.davit.document.MapNode;
import dev.davit.document.Origin;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KubernetesObjectTest {
    private static String json(KubernetesObject object) {
        return Json.compact(object.tree(Optional.of("shop"), null));
    }

    @Test
    void an_object_says_what_it_was_given_in_order() {
        KubernetesObject object = KubernetesObject.of("apps/v1", "DaemonSet", "logs")
                .label("app", "logs")
                .annotation("example.com/owner", "me")
                .set("/spec/minReadySeconds", 5)
                .set("/spec/template/spec/containers", Raw.list(Raw.map("name", "logs", "image", "acme/logs:1")));

        assertThat(json(object))
                .isEqualTo(
                        "{\"apiVersion\":\"apps/v1\",\"kind\":\"DaemonSet\",\"metadata\":{\"name\":\"logs\",\"namespace\":\"shop\","
                                + "\"labels\":{\"app\":\"logs\"},\"annotations\":{\"example.com/owner\":\"me\"}},"
                                + "\"spec\":{\"minReadySeconds\":5,\"template\":{\"spec\":{\"containers\":[{\"name\":\"logs\","
                                + "\"image\":\"acme/logs:1\"}]}}}}");
    }

    @Test
    void it_is_in_the_stacks_namespace_in_another_or_in_none() {
        KubernetesObject object = KubernetesObject.of("v1", "ConfigMap", "it");

        assertThat(json(object)).contains("\"namespace\":\"shop\"");
        assertThat(json(object.namespace("other"))).contains("\"namespace\":\"other\"");
        assertThat(json(object.clusterWide())).doesNotContain("namespace");
    }

    @Test
    void each_value_knows_the_line_that_said_it() {
        MapNode tree = KubernetesObject.of("v1", "ConfigMap", "it")
                .set("/data/key", "value")
                .tree(Optional.empty(), null);

        Origin origin = tree.getMap("data")
                .orElseThrow()
                .get("key")
                .orElseThrow()
                .origin()
                .orElseThrow();
        assertThat(origin.kind()).isEqualTo(Origin.Kind.RAW);
        assertThat(origin.text()).isEqualTo(".set(\"/data/key\", ...)");
        assertThat(origin.at().file()).isEqualTo("KubernetesObjectTest.java");
    }

    @ParameterizedTest
    @CsvSource({"'',ConfigMap,it", "v1,' ',it", "v1,ConfigMap,''"})
    void one_without_a_version_a_kind_or_a_name_is_refused(String version, String kind, String name) {
        assertThatThrownBy(() -> KubernetesObject.of(version, kind, name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one of them is empty");
    }

    @Test
    void a_secret_is_refused_since_its_values_would_stand_in_the_source() {
        assertThatThrownBy(() -> KubernetesObject.of("v1", "Secret", "db"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(".secret(...)")
                .hasMessageContaining("infra.secret(...)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/kind", "/metadata", "/metadata/name", "/metadata/namespace", ""})
    void what_its_factory_said_is_not_said_again(String path) {
        assertThatThrownBy(() -> KubernetesObject.of("v1", "ConfigMap", "it").set(path, "other"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("KubernetesObject.set(\"" + path + "\", ...)");
    }

    @Test
    void a_path_through_what_is_no_map_is_refused_where_it_is_written() {
        KubernetesObject object = KubernetesObject.of("v1", "ConfigMap", "it").set("/data", "text");

        assertThatThrownBy(() -> object.set("/data/key", "value"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("KubernetesObject.set(\"/data/key\", ...)");
    }

    @Test
    void a_change_leaves_what_it_started_from_as_it_is() {
        KubernetesObject object = KubernetesObject.of("v1", "ConfigMap", "it");
        object.set("/data/key", "value");

        assertThat(json(object)).doesNotContain("key");
    }
}
