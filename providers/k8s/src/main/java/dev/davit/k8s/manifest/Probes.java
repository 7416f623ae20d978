package dev.davit.k8s.manifest;

import dev.davit.Health;
import dev.davit.document.MapNode;
import dev.davit.document.Origin;
import java.util.List;

/**
 * Makes the three probes of a server. Liveness never asks the path that readiness asks: a busy instance must leave the service, not
 * be killed; without a path of its own it asks for an open port.
 */
final class Probes {
    /** A path that our own nginx answers itself. */
    static final String READY = "/.davit/ready";

    private static final Origin CALM = Origin.target("a probe fails only after several refusals");

    private final MapNode checks;
    private final String port;

    private Probes(MapNode checks, String port) {
        this.checks = checks;
        this.port = port;
    }

    /** Adds the probes that a service's health asks for; without one an open port means ready. */
    static void of(Health health, Origin origin, long startSeconds, String port, MapNode checks) {
        Probes probes = new Probes(checks, port);
        MapNode startup = health.path().map(it -> http(it, port, origin)).orElseGet(() -> tcp(port, origin));
        MapNode liveness = health.liveness().map(it -> http(it, port, origin)).orElseGet(() -> tcp(port, origin));
        probes.put("startupProbe", startup, Seconds.PROBE_PERIOD, Seconds.startupFailures(startSeconds));
        probes.put("readinessProbe", startup.copy(), 5, 3);
        probes.put("livenessProbe", liveness, Seconds.PROBE_PERIOD, 6);
    }

    /** Adds the probes of a store: ready when a command says so, alive while its port is open. */
    static void ofStore(List<String> command, String port, Origin origin, MapNode checks) {
        Probes probes = new Probes(checks, port);
        MapNode ready = new MapNode(origin);
        ready.map("exec", origin).put("command", command);
        probes.put("startupProbe", tcp(port, origin), 5, 60);
        probes.put("readinessProbe", ready, 5, 3);
        probes.put("livenessProbe", tcp(port, origin), Seconds.PROBE_PERIOD, 6);
    }

    /** Adds the probes of an nginx whose configuration has {@link #READY}. */
    static void ofNginx(String port, Origin origin, MapNode checks) {
        Probes probes = new Probes(checks, port);
        probes.put("readinessProbe", http(READY, port, origin), 5, 3);
        probes.put("livenessProbe", tcp(port, origin), Seconds.PROBE_PERIOD, 6);
    }

    private void put(String name, MapNode probe, int period, long failures) {
        checks.put(
                name,
                probe.put("periodSeconds", period, CALM)
                        .put("timeoutSeconds", 5, CALM)
                        .put("failureThreshold", failures, CALM));
    }

    private static MapNode http(String path, String port, Origin origin) {
        MapNode probe = new MapNode(origin);
        probe.map("httpGet", origin).put("path", path).put("port", port);
        return probe;
    }

    private static MapNode tcp(String port, Origin origin) {
        MapNode probe = new MapNode(origin);
        probe.map("tcpSocket", origin).put("port", port);
        return probe;
    }

    /** Adds the pause between the order to stop and SIGTERM, in which traffic moves away. */
    static void preStop(MapNode checks) {
        Origin origin = Origin.target("endpoints and load balancers hear of a stop only after some seconds");
        checks.map("lifecycle", origin)
                .map("preStop", origin)
                .map("sleep", origin)
                .put("seconds", Seconds.PRE_STOP);
    }
}
