package dev.davit.k8s.manifest;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Origin;
import dev.davit.model.Spec;
import java.util.Map;
import java.util.Optional;

/** Routes public hosts to a service, with TLS. */
final class Ingresses {
    private static final Origin TLS = Origin.target("the public comes in by HTTPS");

    private Ingresses() {}

    /**
     * Makes an ingress.
     *
     * @param hosts the hosts, each with the call that asked for it
     * @param port name of the service's port
     * @param timeout how long a request may take; empty for files
     */
    static MapNode of(Cluster cluster, Spec spec, Map<String, Origin> hosts, String port, Optional<Long> timeout) {
        Origin origin = hosts.values().iterator().next();
        MapNode ingress = cluster.object("networking.k8s.io/v1", "Ingress", spec, origin);
        MapNode annotations = new MapNode(origin);
        issuer(cluster, annotations);
        timeout.ifPresent(seconds -> RequestTimeouts.annotate(cluster, spec, seconds, annotations));
        ingress.getMap("metadata").orElseThrow().putUnlessEmpty("annotations", annotations, origin);
        MapNode body = ingress.map("spec", origin);
        cluster.settings().ingressClass().ifPresent(it -> body.put("ingressClassName", Settings.text(it), it.origin()));
        ListNode tlsHosts = new ListNode(TLS);
        ListNode rules = new ListNode(origin);
        hosts.forEach((host, why) -> {
            tlsHosts.add(host);
            rules.add(rule(host, spec.id(), port, why));
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

    private static MapNode rule(String host, String service, String port, Origin origin) {
        MapNode rule = new MapNode(origin).put("host", host);
        MapNode path = new MapNode(origin).put("path", "/").put("pathType", "Prefix");
        path.map("backend", origin)
                .map("service", origin)
                .put("name", service)
                .map("port", origin)
                .put("name", port);
        rule.map("http", origin).list("paths", origin).add(path);
        return rule;
    }
}
