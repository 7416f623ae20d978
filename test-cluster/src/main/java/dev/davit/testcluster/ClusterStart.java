package dev.davit.testcluster;

import java.util.Optional;

/** Start a cluster when the first test wants it, and stop it when the last is through. */
final class ClusterStart implements AutoCloseable {
    private final ClusterScript script = ClusterScript.find();
    private final Nodes nodes;
    private final Optional<String> lack;
    private RunningCluster cluster;

    ClusterStart(Nodes nodes) {
        this.nodes = nodes;
        this.lack = script.lack(nodes);
    }

    /** Tell what is missing on this machine and what mends it. */
    Optional<String> lack() {
        return lack;
    }

    synchronized RunningCluster cluster() {
        lack.ifPresent(reason -> {
            throw new IllegalStateException(reason);
        });
        if (cluster == null) {
            cluster = RunningCluster.up(script, nodes);
        }
        return cluster;
    }

    @Override
    public synchronized void close() {
        if (cluster != null) {
            cluster.close();
        }
    }
}
