package dev.davit.k8s.manifest;

import dev.davit.Eviction;
import dev.davit.Size;
import dev.davit.document.MapNode;
import dev.davit.document.Origin;
import dev.davit.model.KeyValueSpec;
import dev.davit.model.Kind;
import dev.davit.model.WorkloadSpec;
import java.util.List;

/** Makes a store of keys and values: one Valkey server, with a disk where the content must survive a restart. */
final class Valkey {
    private static final Origin STORE = Origin.target("Valkey holds it");
    private static final Origin ROOM =
            Origin.target("maxmemory is 75 % of the limit, so that buffers and copies on write have the rest");
    private static final String CONFIG = "/etc/valkey";
    private static final String CREDENTIALS = "/run/davit/credentials";
    private static final String DATA = "disk-data";

    /** A log that is being rewritten is there twice. */
    private static final int DISK_FACTOR = 3;

    private final Cluster cluster;
    private final KeyValueSpec spec;

    Valkey(Cluster cluster, KeyValueSpec spec) {
        this.cluster = cluster;
        this.spec = spec;
    }

    List<MapNode> objects() {
        cluster.verdicts()
                .emulated(
                        spec.key(),
                        "one Valkey server in the cluster; its data is gone with its disk, and it is away while its node restarts");
        ConfigMap config = configMap();
        Stateful set = new Stateful(cluster, spec, pod(config));
        if (spec.persistent()) {
            set.claim(DATA, disk(), spec.origin("memory"));
        }
        return List.of(
                Owned.serviceAccount(cluster, spec.id()),
                config.tree(),
                set.tree(spec.id()),
                Owned.headlessService(
                        cluster, spec.id(), spec.id(), Owned.port("valkey", Addresses.VALKEY_PORT, STORE)),
                Owned.disruptionBudget(cluster, spec),
                policy());
    }

    private ConfigMap configMap() {
        String policy = spec.eviction().map(Eviction::word).orElse("noeviction");
        String text = "bind * -::*\n"
                + "dir /data\n"
                + "include " + CREDENTIALS + "/" + Credentials.VALKEY_CONF + "\n"
                + "maxmemory " + spec.memory().inMib() + "mb\n"
                + "maxmemory-policy " + policy + "\n"
                + (spec.persistent() ? "appendonly yes\nappendfsync everysec\n" : "appendonly no\nsave \"\"\n");
        Origin origin = spec.origin(spec.kind() == Kind.CACHE ? "eviction" : "memory");
        return ConfigMap.of(
                cluster, spec.id() + "-valkey", spec.id(), new MapNode(origin).put("valkey.conf", text), STORE);
    }

    private Pod pod(ConfigMap config) {
        Pod pod = new Pod(cluster, spec.id(), STORE);
        Container server = Container.ofOwn("valkey", PinnedImages.VALKEY, STORE)
                .command(List.of("valkey-server", CONFIG + "/valkey.conf"), STORE)
                .port("valkey", Addresses.VALKEY_PORT, STORE)
                .resources(amounts())
                .mount("config", CONFIG, true, STORE)
                .mount("credentials", CREDENTIALS, true, STORE)
                .mount(DATA, "/data", false, STORE)
                .mount(Pod.TMP, "/tmp", false, Volumes.scratch());
        Probes.ofStore(ping(), "valkey", STORE, server.checks());
        pod.container(server.tree())
                .volume(Volumes.tmp(Size.mib(64)))
                .volume(Volumes.configMap("config", config.name(), STORE))
                .volume(Volumes.secret(
                        "credentials",
                        Credentials.store(spec.id()),
                        STORE,
                        Credentials.VALKEY_CONF,
                        Credentials.PASSWORD));
        if (!spec.persistent()) {
            pod.volume(Volumes.empty(DATA, java.util.Optional.of(Size.mib(64)), STORE));
        }
        return pod;
    }

    /** The password goes through the environment, since a command line can be read by all on the node. */
    private static List<String> ping() {
        String ask = "REDISCLI_AUTH=\"$(cat " + CREDENTIALS + "/" + Credentials.PASSWORD
                + ")\" valkey-cli ping | grep -q PONG";
        return List.of("sh", "-c", ask);
    }

    private MapNode amounts() {
        Size limit = Size.mib((spec.memory().inMib() * 4 + 2) / 3);
        return Amounts.of(dev.davit.Cpu.millis(250), STORE, limit, ROOM)
                .scratch(Size.mib(256), STORE)
                .tree();
    }

    private Size disk() {
        return Size.gib(Math.max(1, (spec.memory().inMib() * DISK_FACTOR + 1023) / 1024));
    }

    private MapNode policy() {
        NetworkPolicies policy = new NetworkPolicies(cluster, spec.id());
        policy.fromCallers(spec.key(), Addresses.VALKEY_PORT);
        cluster.specs(WorkloadSpec.class).stream()
                .filter(it -> it.scale()
                        .queueDepth()
                        .filter(depth -> depth.queue().equals(spec.key()))
                        .isPresent())
                .findFirst()
                .ifPresent(it ->
                        policy.fromNamespace(QueueScaling.KEDA_NAMESPACE, Addresses.VALKEY_PORT, it.origin("scale")));
        return policy.tree();
    }
}
