package dev.davit.k8s.manifest;

import dev.davit.document.Json;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Origin;
import java.util.List;
import java.util.Map;

/**
 * Makes the objects that make credentials inside the cluster: a Job whose account may create Secrets and nothing else. What is there
 * already stays, so it can run any number of times, and no value ever leaves the cluster.
 */
final class CredentialsJob {
    static final String NAME = Manifests.CREDENTIALS;

    private static final Origin MADE = Origin.target("the cluster makes credentials for itself");
    private static final Origin NARROW =
            Origin.target("the job may create Secrets and can neither read nor change one");
    private static final Map<Integer, Origin> API_SERVER = new java.util.TreeMap<>(Map.of(443, NARROW, 6443, NARROW));
    private static final String TOOLS = "/opt/davit";
    private static final String ACCOUNT = "/var/run/davit/account";
    private static final int DAY = 86_400;

    private final Cluster cluster;

    CredentialsJob(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Gives the objects; none where nothing is to be made. */
    List<MapNode> objects() {
        List<Credentials> wanted = Credentials.of(cluster);
        if (wanted.isEmpty()) {
            return List.of();
        }
        ConfigMap config = configMap(wanted);
        return List.of(
                Owned.serviceAccount(cluster, NAME),
                role(),
                binding(),
                new NetworkPolicies(cluster, NAME).toOutside(API_SERVER).tree(),
                config.tree(),
                job(config));
    }

    private ConfigMap configMap(List<Credentials> wanted) {
        ListNode secrets = new ListNode(null);
        for (Credentials credentials : wanted) {
            MapNode secret = new MapNode(null);
            secret.map("metadata", null)
                    .put("name", credentials.secret())
                    .put("namespace", cluster.namespace())
                    .put("labels", cluster.labels(credentials.id()));
            secrets.add(secret.put("texts", credentials.texts()));
        }
        MapNode data = new MapNode(MADE)
                .put("secrets.json", Json.write(secrets))
                .put("credentials.py", Script.of("credentials.py"));
        return ConfigMap.of(cluster, NAME, NAME, data, MADE);
    }

    private MapNode role() {
        MapNode rule = new MapNode(NARROW)
                .put("apiGroups", List.of(""))
                .put("resources", List.of("secrets"))
                .put("verbs", List.of("create"));
        return cluster.object("rbac.authorization.k8s.io/v1", "Role", NAME, NAME, NARROW)
                .put("rules", List.of(rule));
    }

    private MapNode binding() {
        MapNode binding = cluster.object("rbac.authorization.k8s.io/v1", "RoleBinding", NAME, NAME, NARROW);
        binding.map("roleRef", NARROW)
                .put("apiGroup", "rbac.authorization.k8s.io")
                .put("kind", "Role")
                .put("name", NAME);
        MapNode subject = new MapNode(NARROW)
                .put("kind", "ServiceAccount")
                .put("name", NAME)
                .put("namespace", cluster.namespace());
        return binding.put("subjects", List.of(subject));
    }

    private MapNode job(ConfigMap config) {
        Pod pod = new Pod(cluster, NAME, MADE).restart("Never");
        pod.container(Container.ofOwn("credentials", PinnedImages.PYTHON, MADE)
                .command(List.of("python3", TOOLS + "/credentials.py", TOOLS + "/secrets.json"), MADE)
                .mount("tools", TOOLS, true, MADE)
                .mount("account", ACCOUNT, true, NARROW)
                .resources(Amounts.small(100, 128, MADE)
                        .scratch(dev.davit.Size.mib(64), MADE)
                        .tree())
                .tree());
        pod.volume(Volumes.configMap("tools", config.name(), MADE)).volume(account());
        return Jobs.once(cluster, NAME, NAME, pod, new Jobs.Limits(300, 5, DAY, MADE));
    }

    /** The token is mounted by hand, since no account of the stack mounts one by itself; it lives for ten minutes. */
    private static MapNode account() {
        MapNode volume = new MapNode(NARROW).put("name", "account");
        ListNode sources =
                volume.map("projected", NARROW).put("defaultMode", 0440).list("sources", NARROW);
        MapNode token = new MapNode(NARROW);
        token.map("serviceAccountToken", NARROW).put("path", "token").put("expirationSeconds", 600);
        MapNode trust = new MapNode(NARROW);
        trust.map("configMap", NARROW)
                .put("name", "kube-root-ca.crt")
                .put("items", List.of(new MapNode(NARROW).put("key", "ca.crt").put("path", "ca.crt")));
        sources.add(token).add(trust);
        return volume;
    }
}
