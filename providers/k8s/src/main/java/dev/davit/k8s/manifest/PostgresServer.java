package dev.davit.k8s.manifest;

import dev.davit.Size;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.Origin;
import dev.davit.document.ScalarNode;
import dev.davit.model.PostgresSpec;
import java.util.List;

/** Makes a database: one plain Postgres server with a disk. */
final class PostgresServer {
    private static final Origin SERVER = Origin.target("Postgres holds it");
    private static final Origin SHARED =
            Origin.target("parallel queries share memory; a quarter of it all, as the manual says of shared_buffers");
    private static final Origin SHUTDOWN = Origin.target("the server writes all to disk before it stops");
    private static final String CREDENTIALS = "/run/davit/credentials";
    private static final String DATA = "disk-data";
    private static final String SHM = "shm";
    private static final int GRACE = 120;

    private final Cluster cluster;
    private final PostgresSpec spec;

    PostgresServer(Cluster cluster, PostgresSpec spec) {
        this.cluster = cluster;
        this.spec = spec;
    }

    List<MapNode> objects() {
        verdict();
        Stateful set = new Stateful(cluster, spec, pod()).claim(DATA, spec.storage(), spec.origin("storage"));
        return List.of(
                Owned.serviceAccount(cluster, spec.id()),
                set.tree(spec.id()),
                Owned.headlessService(
                        cluster, spec.id(), spec.id(), Owned.port("postgres", Addresses.POSTGRES_PORT, SERVER)),
                Owned.disruptionBudget(cluster, spec),
                new NetworkPolicies(cluster, spec.id())
                        .fromCallers(spec.key(), Addresses.POSTGRES_PORT)
                        .tree());
    }

    private void verdict() {
        cluster.verdicts()
                .emulated(
                        spec.key(),
                        "one Postgres server in the cluster, without backups; it is away while its node restarts");
        if (spec.highAvailability()) {
            cluster.findings()
                    .error(Findings.ADD_ON)
                    .add(
                            spec,
                            "highAvailability",
                            "a plain Postgres server has no standby",
                            "taking over needs an operator that watches the servers; a stateful set does not do that",
                            "use a database that an operator or a cloud runs and give its address as a secret,"
                                    + " or drop .highAvailability()");
            cluster.verdicts()
                    .impossible(
                            spec.key(),
                            "there is no standby",
                            "use a database that an operator or a cloud runs and give its address as a secret");
        }
    }

    private Pod pod() {
        Pod pod = new Pod(cluster, spec.id(), SERVER).grace(ScalarNode.of(GRACE, SHUTDOWN));
        Container server = Container.ofOwn("postgres", PinnedImages.postgres(spec.version()), spec.origin("version"))
                .args(List.of("-c", "shared_buffers=" + quarter().inMib() + "MB"), SHARED)
                .port("postgres", Addresses.POSTGRES_PORT, SERVER)
                .env(env())
                .resources(amounts())
                .mount(DATA, "/data", false, spec.origin("storage"))
                .mount("credentials", CREDENTIALS, true, SERVER)
                .mount("run", "/var/run/postgresql", false, SERVER)
                .mount(SHM, "/dev/shm", false, SHARED)
                .mount(Pod.TMP, "/tmp", false, Volumes.scratch());
        Probes.ofStore(
                List.of("pg_isready", "--username", spec.user(), "--dbname", spec.database()),
                "postgres",
                SERVER,
                server.checks());
        return pod.container(server.tree())
                .volume(Volumes.secret("credentials", Credentials.store(spec.id()), SERVER, Credentials.PASSWORD))
                .volume(Volumes.empty("run", java.util.Optional.of(Size.mib(16)), SERVER))
                .volume(Volumes.memory(SHM, quarter(), SHARED))
                .volume(Volumes.tmp(Size.mib(256)));
    }

    /** A folder below the disk's root: initdb wants an empty one, and a fresh disk has {@code lost+found}. */
    private List<Node> env() {
        return List.of(
                variable("PGDATA", "/data/pgdata", SERVER),
                variable("POSTGRES_USER", spec.user(), spec.origin("user")),
                variable("POSTGRES_DB", spec.database(), spec.origin("database")),
                variable("POSTGRES_PASSWORD_FILE", CREDENTIALS + "/" + Credentials.PASSWORD, SERVER));
    }

    private static Node variable(String name, String value, Origin origin) {
        return new MapNode(origin).put("name", name).put("value", Expansion.literal(value));
    }

    private Size quarter() {
        return Size.mib(Math.max(1, spec.memory().inMib() / 4));
    }

    private MapNode amounts() {
        return Amounts.of(spec.cpu(), spec.origin("cpu"), spec.memory(), spec.origin("memory"))
                .scratch(Size.mib(512), SERVER)
                .tree();
    }
}
