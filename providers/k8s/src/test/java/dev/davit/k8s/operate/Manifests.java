package dev.davit.k8s.operate;

/** Gives manifests that a namespace with the restricted profile takes. */
final class Manifests {
    private Manifests() {}

    static String config(String name, String value) {
        return """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: %s}
                data: {key: %s}
                """.formatted(name, value);
    }

    static String deployment(String name, int replicas, String annotations, String image) {
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: %1$s}
                spec:
                  replicas: %2$s
                  selector: {matchLabels: {app: %1$s}}
                  template:
                    metadata: {labels: {app: %1$s}, annotations: {%3$s}}
                    spec: %4$s
                """.formatted(name, replicas, annotations, pod(image, "Always"));
    }

    static String job(String name, String annotations) {
        return """
                apiVersion: batch/v1
                kind: Job
                metadata: {name: %s}
                spec:
                  template:
                    metadata: {annotations: {%s}}
                    spec: %s
                """.formatted(name, annotations, pod("davit.test/job:1", "Never"));
    }

    static String set(String name, String annotations, String image) {
        return """
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: %1$s}
                spec:
                  replicas: 2
                  serviceName: %1$s
                  selector: {matchLabels: {app: %1$s}}
                  template:
                    metadata: {labels: {app: %1$s}, annotations: {%2$s}}
                    spec: %3$s
                """.formatted(name, annotations, pod(image, "Always"));
    }

    private static String pod(String image, String restart) {
        return "{restartPolicy: " + restart
                + ", terminationGracePeriodSeconds: 1, securityContext: {runAsNonRoot: true, runAsUser: 1000,"
                + " seccompProfile: {type: RuntimeDefault}}, containers: [{name: main, image: " + image
                + ", securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}}]}";
    }
}
