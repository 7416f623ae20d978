package dev.davit.testcluster;

/** Write manifests by hand: these tests are of the cluster, not of what Davit writes. */
final class Manifests {
    private Manifests() {}

    /** Give a pod with one annotation, as restricted as its namespace asks. */
    static String pod(String name, String annotation) {
        return """
                apiVersion: v1
                kind: Pod
                metadata: {name: %s, annotations: {%s}}
                spec:
                %s
                """.formatted(name, annotation, podSpec("").indent(2));
    }

    /** Give a Deployment; if it names a claim, its pods mount it. */
    static String deployment(String name, int replicas, String claim) {
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: %1$s}
                spec:
                  replicas: %2$d
                  selector: {matchLabels: {app: %1$s}}
                  template:
                    metadata: {labels: {app: %1$s}}
                    spec:
                %3$s
                """.formatted(name, replicas, podSpec(claim).indent(6));
    }

    private static String podSpec(String claim) {
        String volumes =
                claim.isEmpty() ? "" : "volumes: [{name: disk, persistentVolumeClaim: {claimName: " + claim + "}}]\n";
        String mounts = claim.isEmpty() ? "[]" : "[{name: disk, mountPath: /disk}]";
        return volumes + """
                securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
                containers:
                  - name: app
                    image: davit.test/app:1
                    ports: [{containerPort: 8080}]
                    readinessProbe: {httpGet: {path: /healthz, port: 8080}, periodSeconds: 1}
                    securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
                    volumeMounts: %s
                """.formatted(mounts);
    }

    static String claim(String name, String size) {
        return """
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata: {name: %s}
                spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: %s}}}
                """.formatted(name, size);
    }

    static String service(String name) {
        return """
                apiVersion: v1
                kind: Service
                metadata: {name: %1$s}
                spec: {selector: {app: %1$s}, ports: [{port: 80, targetPort: 8080}]}
                """.formatted(name);
    }

    /** Give a Job that asks a Service, and prints what came back as one line of JSON. */
    static String probe(String name, String url, int count) {
        return """
                apiVersion: batch/v1
                kind: Job
                metadata: {name: %s}
                spec:
                  backoffLimit: 0
                  template:
                    spec:
                      restartPolicy: Never
                      securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
                      containers:
                        - name: probe
                          image: davit.test/app:1
                          args: [probe, "%s", "%d", 5ms]
                          securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
                """.formatted(name, url, count);
    }
}
