package dev.davit.k8s.manifest;

import dev.davit.Size;
import dev.davit.StaticContent;
import dev.davit.document.MapNode;
import dev.davit.document.Origin;
import dev.davit.document.ScalarNode;
import dev.davit.model.StaticSiteSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a site of files: an nginx whose image holds the files and whose configuration holds routes and headers. */
final class StaticSites {
    private static final Origin SERVED = Origin.target("an nginx serves the files");
    private static final Origin WHOLE = Origin.target("old instances serve until new ones are ready");
    private static final String HTTP = WorkloadPod.HTTP;
    private static final int DRAIN = 30;

    private final Cluster cluster;
    private final StaticSiteSpec spec;

    StaticSites(Cluster cluster, StaticSiteSpec spec) {
        this.cluster = cluster;
        this.spec = spec;
    }

    List<MapNode> objects() {
        cluster.verdicts().emulated(spec.key(), "an nginx in the cluster serves the files; there is no CDN before it");
        ConfigMap config = ConfigMap.of(
                cluster,
                spec.id() + "-nginx",
                spec.id(),
                new MapNode(SERVED).put("default.conf", NginxConfig.of(spec)),
                SERVED);
        NetworkPolicies policy = new NetworkPolicies(cluster, spec.id());
        List<MapNode> objects = new ArrayList<>(List.of(
                Owned.serviceAccount(cluster, spec.id()),
                config.tree(),
                deployment(config),
                Owned.service(cluster, spec, Owned.port(HTTP, NginxConfig.PORT, SERVED)),
                Owned.disruptionBudget(cluster, spec)));
        if (spec.domains().isEmpty()) {
            reportNoDomain();
        } else {
            objects.add(Ingresses.of(cluster, spec, domains(), Optional.empty()));
            policy.fromPublic(NginxConfig.PORT);
        }
        objects.add(policy.tree());
        return objects;
    }

    private List<Ingresses.Host> domains() {
        return spec.domains().stream()
                .map(host -> new Ingresses.Host(host, HTTP, spec.origin("domain." + host)))
                .toList();
    }

    private MapNode deployment(ConfigMap config) {
        MapNode deployment =
                cluster.object("apps/v1", "Deployment", spec, spec.declaration().created());
        MapNode body = deployment.map("spec", SERVED);
        body.put("replicas", 2, WHOLE)
                .put("revisionHistoryLimit", 5)
                .put("progressDeadlineSeconds", 420)
                .put("minReadySeconds", 5)
                .put("selector", cluster.selector(spec.id()));
        MapNode strategy = body.map("strategy", WHOLE).put("type", "RollingUpdate");
        strategy.map("rollingUpdate", WHOLE).put("maxUnavailable", 0).put("maxSurge", "25%");
        return deployment.put("spec", body.put("template", pod(config).template()));
    }

    private Pod pod(ConfigMap config) {
        StaticContent content = spec.content();
        String howToBuild = Dockerfiles.build(spec.id())
                + content.checkout().rootDir().map(it -> " in " + it).orElse("")
                + content.checkout().repo().map(it -> " of " + it).orElse("")
                + content.checkout().branch().map(it -> " at " + it).orElse("");
        Container server = new Container(
                        spec.id(),
                        new BuiltImages(cluster).built(spec, "content", howToBuild),
                        spec.declaration().created())
                .command(NginxStart.command(NginxConfig.PORT, ""), SERVED)
                .port(HTTP, NginxConfig.PORT, SERVED)
                .resources(Amounts.small(100, 128, SERVED)
                        .scratch(Size.mib(256), SERVED)
                        .tree())
                .mount("config", "/etc/nginx/conf.d", true, SERVED)
                .mount(Pod.TMP, "/tmp", false, Volumes.scratch());
        Probes.ofNginx(HTTP, SERVED, server.checks());
        Probes.preStop(server.checks());
        Pod pod = new Pod(cluster, spec.id(), spec.declaration().created())
                .grace(ScalarNode.of(DRAIN + Seconds.PRE_STOP, SERVED))
                .container(server.tree())
                .volume(Volumes.configMap("config", config.name(), SERVED))
                .volume(Volumes.tmp(Size.mib(64)));
        Spread.over(cluster, spec.id(), pod.scheduling());
        return pod;
    }

    private void reportNoDomain() {
        cluster.findings()
                .warning(Findings.PUBLIC_ADDRESS)
                .add(
                        spec,
                        "the public cannot reach " + spec.key(),
                        "a cluster gives no host names away, and it has no domain of yours",
                        "give it one: .domain(\"" + spec.id() + ".example.com\")");
    }
}
