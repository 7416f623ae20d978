package dev.davit.k8s.manifest;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Origin;
import dev.davit.model.Spec;
import java.util.List;
import java.util.Optional;

/** Routes public hosts to a service, with TLS. */
final class Ingresses {
    private static final Origin TLS = Origin.target("the public comes in by HTTPS");

    /**
     * Holds a public host.
     *
     * @param name the host's name
     * @param port name of the service's port that answers for it
     * @param origin the call that asked for it
     */
    record Host(String name, String port, Origin origin) {}

    private Ingresses() {}

    /**
     * Makes an ingress.
     *
     * @param hosts the hosts, at least one
     * @param timeout how long a request may take; empty for files
     */
    static MapNode of(Cluster cluster, Spec spec, List<Host> hosts, Optional<Long> timeout) {
        Origin origin = hosts.get(0).origin();
        MapNode ingress = cluster.object("networking.k8s.io/v1", "Ingress", spec, origin);
        MapNode annotations = new MapNode(origin);
        issuer(cluster, annotations);
        timeout.ifPresent(seconds -> RequestTimeouts.annotate(cluster, spec, seconds, annotations));
        ingress.getMap("metadata").orElseThrow().putUnlessEmpty("annotations", annotations, origin);
        MapNode body = ingress.map("spec", origin);
        cluster.settings().ingressClass().ifPresent(it -> body.put("ingressClassName", Settings.text(it), it.origin()));
        ListNode tlsHosts = new ListNode(TLS);
        ListNode rules = new ListNode(origin);
        hosts.forEach(host -> {
            tlsHosts.add(host.name());
            rules.add(rule(host, spec.id()));
        });
        body.list("tls", TLS).add(new MapNode(TLS).put("hosts", tlsHosts).put("secretName", tlsSecret(spec.id())));
        body.put("rules", rules);
        return ingress;
    }

    static String tlsSecret(String id) {
        return id + "-tls";
    }

    /** A cluster issuer: an issuer of the namespace's own could not be there before the namespace. */
    private static void issuer(Cluster cluster, MapNode annotations) {
        cluster.settings()
                .certificateIssuer()
                .ifPresent(it -> annotations.put("cert-manager.io/cluster-issuer", Settings.text(it), it.origin()));
    }

    private static MapNode rule(Host host, String service) {
        Origin origin = host.origin();
        MapNode rule = new MapNode(origin).put("host", host.name());
        MapNode path = new MapNode(origin).put("path", "/").put("pathType", "Prefix");
        path.map("backend", origin)
                .map("service", origin)
                .put("name", service)
                .map("port", origin)
                .put("name", host.port());
        rule.map("http", origin).list("paths", origin).add(path);
        return rule;
    }
}
