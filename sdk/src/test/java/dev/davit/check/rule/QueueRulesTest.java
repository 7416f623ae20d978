package dev.davit.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.Definition;
import dev.davit.Kubernetes;
import dev.davit.Raw;
import dev.davit.Region;
import dev.davit.Render;
import dev.davit.check.FixedTarget;
import dev.davit.check.Found;
import dev.davit.check.Rule;
import dev.davit.model.Kind;
import dev.davit.model.ResourceKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueueRulesTest {
    private static final ResourceKey JOBS = new ResourceKey(Kind.JOB_QUEUE, "jobs");
    private static final String SERVICE =
            "{type: keyvalue, name: jobs, plan: starter, maxmemoryPolicy: noeviction, ipAllowList: []}";
    private static final String STATEFUL_SET = """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: jobs}
            spec:
              template:
                spec:
                  containers:
                  - name: valkey
                    args: %s
              volumeClaimTemplates:
              - metadata: {name: data}
            """;

    private static List<String> onRender(Rule rule, Raw... edits) {
        return Found.by(rule, render(edits), new FixedTarget("render").service(JOBS, SERVICE));
    }

    private static Definition render(Raw... edits) {
        return infra -> infra.deployTo(Render.region(Region.OREGON).raw(infra.jobQueue("jobs"), edits));
    }

    private static List<String> onKubernetes(Rule rule, String args, Raw... edits) {
        return Found.by(
                rule,
                infra -> infra.deployTo(Kubernetes.context("c").raw(infra.jobQueue("jobs"), "StatefulSet", edits)),
                new FixedTarget("kubernetes").manifest(JOBS, STATEFUL_SET.formatted(args)));
    }

    @Test
    void a_queue_as_the_builder_makes_it_is_fine() {
        String args = "[--maxmemory-policy, noeviction, --appendonly, 'yes']";
        assertThat(onRender(new QueueEvictsNothing())).isEmpty();
        assertThat(onRender(new QueueSurvivesRestart())).isEmpty();
        assertThat(onKubernetes(new QueueEvictsNothing(), args)).isEmpty();
        assertThat(onKubernetes(new QueueSurvivesRestart(), args)).isEmpty();
    }

    @Test
    void a_raw_policy_that_evicts_is_refused_and_so_is_the_default_of_render() {
        assertThat(onRender(new QueueEvictsNothing(), Raw.set("/maxmemoryPolicy", "volatile-ttl")))
                .containsExactly("QUE001 job queue \"jobs\" drops jobs by volatile-ttl"
                        + " @ .raw(jobs, Raw.set(\"/maxmemoryPolicy\", ...))");
        assertThat(onRender(new QueueEvictsNothing(), Raw.remove("/maxmemoryPolicy")))
                .containsExactly("QUE001 job queue \"jobs\" drops jobs by allkeys-lru"
                        + " @ .raw(jobs, Raw.remove(\"/maxmemoryPolicy\"))");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[--maxmemory-policy, allkeys-lru]",
                "['--maxmemory-policy allkeys-lru']",
                "[sh, -c, 'valkey-server --maxmemory 100mb --maxmemory-policy allkeys-lru --appendonly yes']",
                "['maxmemory 100mb\n\nmaxmemory-policy allkeys-lru\n\nappendonly yes']"
            })
    void an_evicting_policy_is_found_wherever_it_is_configured(String args) {
        assertThat(onKubernetes(new QueueEvictsNothing(), args))
                .containsExactly("QUE001 job queue \"jobs\" drops jobs by allkeys-lru @ .jobQueue(\"jobs\", ...)");
    }

    @Test
    void a_cache_may_evict() {
        assertThat(Found.by(
                        new QueueEvictsNothing(),
                        infra -> infra.cache("pages"),
                        new FixedTarget("render")
                                .service(
                                        new ResourceKey(Kind.CACHE, "pages"),
                                        "{type: keyvalue, name: pages, maxmemoryPolicy: allkeys-lru}")))
                .isEmpty();
    }

    @Test
    void persistence_that_is_off_is_refused_and_snapshots_are_not() {
        assertThat(onRender(new QueueSurvivesRestart(), Raw.set("/persistenceMode", "off")))
                .containsExactly("QUE002 job queue \"jobs\" has persistence off"
                        + " @ .raw(jobs, Raw.set(\"/persistenceMode\", ...))");
        assertThat(onRender(new QueueSurvivesRestart(), Raw.set("/persistenceMode", "snapshot")))
                .isEmpty();
        assertThat(onKubernetes(new QueueSurvivesRestart(), "[--appendonly, 'no', --save, '']"))
                .containsExactly("QUE002 job queue \"jobs\" has persistence off @ .jobQueue(\"jobs\", ...)");
        assertThat(onKubernetes(new QueueSurvivesRestart(), "['--appendonly no --save 60 1000']"))
                .isEmpty();
    }

    @Test
    void a_queue_whose_disk_a_raw_edit_took_is_refused() {
        assertThat(onKubernetes(
                        new QueueSurvivesRestart(), "[--appendonly, 'yes']", Raw.remove("/spec/volumeClaimTemplates")))
                .containsExactly("QUE002 job queue \"jobs\" has no disk"
                        + " @ .raw(jobs, \"StatefulSet\", Raw.remove(\"/spec/volumeClaimTemplates\"))");
    }
}
