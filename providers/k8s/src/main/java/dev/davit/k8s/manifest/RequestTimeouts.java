package dev.davit.k8s.manifest;

import dev.davit.check.Report;
import dev.davit.document.MapNode;
import dev.davit.document.Origin;
import dev.davit.model.Spec;
import java.util.List;

/** Tells an ingress controller how long a request may take, in the annotations of its own. */
final class RequestTimeouts {
    /**
     * Names a controller's annotations.
     *
     * @param ingressClass how the names of its classes start
     * @param keys the annotations
     * @param value their value, with {@code %d} for the seconds
     */
    private record Dialect(String ingressClass, List<String> keys, String value) {}

    /**
     * Sources: https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/,
     * https://projectcontour.io/docs/main/config/annotations/, https://haproxy-ingress.github.io/docs/configuration/keys/,
     * https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/
     */
    private static final List<Dialect> DIALECTS = List.of(
            new Dialect(
                    "nginx",
                    List.of(
                            "nginx.ingress.kubernetes.io/proxy-read-timeout",
                            "nginx.ingress.kubernetes.io/proxy-send-timeout"),
                    "%d"),
            new Dialect("contour", List.of("projectcontour.io/response-timeout"), "%ds"),
            new Dialect("haproxy", List.of("haproxy-ingress.github.io/timeout-server"), "%ds"),
            new Dialect(
                    "alb",
                    List.of("alb.ingress.kubernetes.io/load-balancer-attributes"),
                    "idle_timeout.timeout_seconds=%d"));

    private RequestTimeouts() {}

    static void annotate(Cluster cluster, Spec spec, long seconds, MapNode annotations) {
        String ingressClass =
                cluster.settings().ingressClass().map(Settings::text).orElse("");
        Origin origin = spec.origin("requestTimeout");
        DIALECTS.stream()
                .filter(it -> ingressClass.startsWith(it.ingressClass))
                .findFirst()
                .ifPresentOrElse(
                        dialect -> dialect.keys.forEach(key -> annotations.put(
                                key, String.format(java.util.Locale.ROOT, dialect.value, seconds), origin)),
                        () -> report(cluster, spec, seconds, ingressClass));
    }

    private static void report(Cluster cluster, Spec spec, long seconds, String ingressClass) {
        boolean asked = spec.declaration().sets("requestTimeout");
        Report report = asked
                ? cluster.findings().warning(Findings.REQUEST_TIMEOUT)
                : cluster.findings().info(Findings.REQUEST_TIMEOUT);
        report.add(
                spec,
                "requestTimeout",
                "the ingress may cut requests before their " + seconds + " s are over",
                ingressClass.isEmpty()
                        ? "the cluster's default ingress class is not known here, and each has an annotation of its own"
                        : "how ingress class " + ingressClass + " is told a timeout is not known here",
                "name a class that is known (nginx, contour, haproxy, alb) with .ingressClass(...), or add the annotation"
                        + " with .raw(..., \"Ingress\", Raw.set(...))");
    }
}
