package dev.davit.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.Definition;
import dev.davit.Image;
import dev.davit.Kubernetes;
import dev.davit.Model;
import dev.davit.Raw;
import dev.davit.Region;
import dev.davit.Render;
import dev.davit.check.FixedTarget;
import dev.davit.check.Found;
import dev.davit.model.Kind;
import dev.davit.model.ResourceKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NothingIsOpenToAllTest {
    private static final ResourceKey DB = new ResourceKey(Kind.POSTGRES, "db");
    private static final ResourceKey LLM = new ResourceKey(Kind.PRIVATE_SERVICE, "llm");
    private static final Model MODEL =
            Model.huggingFace("Qwen/Qwen2.5-7B-Instruct").revision("a09a35458c702b33eeacc393d103063234e8bc28");

    private static List<String> onRender(Raw... edits) {
        return Found.by(
                new NothingIsOpenToAll(),
                infra -> infra.deployTo(Render.region(Region.OREGON).raw(infra.postgres("db", 17), edits)),
                new FixedTarget("render")
                        .service(DB, "{name: db, ipAllowList: [{source: 203.0.113.0/24, description: office}]}"));
    }

    private static List<String> onKubernetes(String kind, String spec, Raw... edits) {
        return Found.by(
                new NothingIsOpenToAll(),
                infra -> infra.deployTo(Kubernetes.context("c").raw(infra.postgres("db", 17), kind, edits)),
                new FixedTarget("kubernetes")
                        .manifest(
                                DB, "{apiVersion: v1, kind: " + kind + ", metadata: {name: db}, spec: " + spec + "}"));
    }

    @Test
    void a_store_for_some_addresses_is_fine() {
        assertThat(onRender()).isEmpty();
        assertThat(onKubernetes("Service", "{type: ClusterIP}")).isEmpty();
        assertThat(onKubernetes("NetworkPolicy", "{ingress: [{from: [{podSelector: {}}]}]}"))
                .isEmpty();
    }

    @Test
    void a_store_for_all_addresses_is_refused_on_render() {
        assertThat(onRender(Raw.set("/ipAllowList/0/source", "0.0.0.0/0")))
                .containsExactly("SEC002 postgres \"db\" is open to every address: its list has 0.0.0.0/0"
                        + " @ .raw(db, Raw.set(\"/ipAllowList/0/source\", ...))");
        assertThat(onRender(Raw.add("/ipAllowList/-", Map.of("source", "::/0"))))
                .containsExactly("SEC002 postgres \"db\" is open to every address: its list has ::/0"
                        + " @ .raw(db, Raw.add(\"/ipAllowList/-\", ...))");
        assertThat(onRender(Raw.remove("/ipAllowList")))
                .containsExactly("SEC002 postgres \"db\" is open to every address: it has no list of addresses"
                        + " @ .raw(db, Raw.remove(\"/ipAllowList\"))");
    }

    @Test
    void a_store_that_leaves_the_cluster_is_refused_on_kubernetes() {
        assertThat(onKubernetes("Service", "{type: ClusterIP}", Raw.set("/spec/type", "LoadBalancer")))
                .containsExactly("SEC002 postgres \"db\" is open to every address: its Service leaves the cluster"
                        + " @ .raw(db, \"Service\", Raw.set(\"/spec/type\", ...))");
        assertThat(onKubernetes(
                        "NetworkPolicy",
                        "{ingress: [{from: [{podSelector: {}}]}]}",
                        Raw.remove("/spec/ingress/0/from")))
                .containsExactly("SEC002 postgres \"db\" is open to every address: its network policy lets all in"
                        + " @ .raw(db, \"NetworkPolicy\", Raw.remove(\"/spec/ingress/0/from\"))");
    }

    private static Definition model(boolean key) {
        return infra -> {
            var qwen = infra.model("qwen", MODEL);
            var secret = infra.secret("api-key");
            infra.webService("llm", Image.of("acme/llm:1"), w -> {
                w.serves(qwen);
                if (key) {
                    w.env("API_KEY", secret);
                }
            });
        };
    }

    @Test
    void a_public_model_needs_something_to_tell_callers_apart() {
        assertThat(Found.by(new NothingIsOpenToAll(), model(false)))
                .containsExactly("SEC002 anyone can ask the model of web service \"llm\" @ .serves(qwen)");
        assertThat(Found.by(new NothingIsOpenToAll(), model(true))).isEmpty();
    }

    private static List<String> exposed(String containers) {
        return Found.by(
                new NothingIsOpenToAll(),
                infra -> {
                    var llm = infra.privateService("llm", Image.of("acme/llm:1"), s -> {});
                    infra.deployTo(Kubernetes.context("c").expose(llm, "llm.example.com"));
                },
                new FixedTarget("kubernetes")
                        .manifest(
                                LLM,
                                "{apiVersion: apps/v1, kind: Deployment, metadata: {name: llm}, spec: {template: {spec:"
                                        + " {containers: " + containers + "}}}}")
                        .manifest(
                                LLM,
                                "{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: llm}, spec: {rules:"
                                        + " []}}"));
    }

    @Test
    void an_exposed_service_without_the_proxy_that_asks_for_a_token_is_refused() {
        assertThat(exposed("[{name: llm}]"))
                .containsExactly("SEC002 private service \"llm\" is public, and nothing asks its callers for a token"
                        + " @ .privateService(\"llm\", ...)");
        assertThat(
                        exposed(
                                "[{name: llm}, {name: proxy, env: [{name: T, valueFrom: {secretKeyRef: {name: llm-access}}}]}]"))
                .isEmpty();
    }
}
