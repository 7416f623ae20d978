package dev.davit.k8s.manifest;

import dev.davit.model.Setting;
import dev.davit.model.WorkloadSpec;
import java.util.List;
import java.util.Optional;

/** Checks the settings that become names in the cluster, where they were given rather than where the cluster refuses them. */
final class SettingChecks {
    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    private static final String NAME = LABEL + "(\\." + LABEL + ")*";
    private static final String KEY = "(" + NAME + "/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?";
    private static final String LOWER = "lower-case letters, digits and dashes";

    private final Cluster cluster;

    SettingChecks(Cluster cluster) {
        this.cluster = cluster;
    }

    void run() {
        Settings settings = cluster.settings();
        check(settings.namespace(), LABEL, "a namespace has up to 63 " + LOWER);
        check(settings.ingressClass(), NAME, "an ingress class is named by " + LOWER + ", joined by dots");
        check(settings.certificateIssuer(), NAME, "an issuer is named by " + LOWER + ", joined by dots");
        check(settings.storageClass(), NAME, "a storage class is named by " + LOWER + ", joined by dots");
        check(settings.gpuLabel(), KEY, "a node label is a name, with a domain and a slash before it where it has one");
        settings.secrets().forEach(it -> checkName(it, String.valueOf(((List<?>) it.value()).get(0))));
        check(settings.surgeGpus(), "\\d+", "a number of GPUs is not negative");
        cluster.specs(WorkloadSpec.class)
                .forEach(it -> check(
                        settings.expose(it.key()),
                        LABEL + "(\\." + LABEL + ")+",
                        "a public host is named by " + LOWER + ", joined by dots, without scheme, port and path"));
    }

    private void checkName(Setting setting, String name) {
        if (!name.matches(NAME)) {
            report(setting, "a Secret is named by " + LOWER + ", joined by dots");
        }
    }

    private void check(Optional<Setting> setting, String pattern, String why) {
        setting.filter(it -> !Settings.text(it).matches(pattern)).ifPresent(it -> report(it, why));
    }

    private void report(Setting setting, String why) {
        cluster.findings()
                .error(Findings.SETTING)
                .add(
                        setting.resource().orElse(null),
                        setting.origin(),
                        "the setting " + setting.name() + " is no name that a cluster takes",
                        why,
                        "correct it");
    }
}
