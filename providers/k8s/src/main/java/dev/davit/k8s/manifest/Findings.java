package dev.davit.k8s.manifest;

import dev.davit.check.Finding;
import dev.davit.check.Report;
import dev.davit.check.Severity;
import java.util.Set;
import java.util.function.Consumer;

/** Reports what a cluster cannot do, or can do only if something else is there. */
final class Findings {
    /** The image of what is built from sources is not known. */
    static final String IMAGE = "IMG001";
    /** The definition has no image to build from or to start. */
    static final String BASE_IMAGE = "IMG002";
    /** A public address is asked of what the public cannot reach. */
    static final String PUBLIC_ADDRESS = "K8S005";
    /** The time limit of requests depends on a setting that this ingress class has elsewhere. */
    static final String REQUEST_TIMEOUT = "K8S006";
    /** A job before a deploy runs in the instances, so its own limits do not hold. */
    static final String PRE_DEPLOY = "K8S007";
    /** The cluster needs an add-on. */
    static final String ADD_ON = "K8S004";
    /** A setting is no name that a cluster takes. */
    static final String SETTING = "K8S008";
    /** Two objects would have one name. */
    static final String NAME = "K8S009";
    /** The size of a model is not known. */
    static final String MODEL_SIZE = "MDL007";
    /** A rollout stops the only instance, because no GPU is free for a second. */
    static final String GPU_ROLLOUT = "GPU007";

    static final Set<String> IDS = Set.of(
            IMAGE,
            BASE_IMAGE,
            PUBLIC_ADDRESS,
            REQUEST_TIMEOUT,
            PRE_DEPLOY,
            ADD_ON,
            SETTING,
            NAME,
            MODEL_SIZE,
            GPU_ROLLOUT);

    private final Consumer<Finding> findings;

    Findings(Consumer<Finding> findings) {
        this.findings = findings;
    }

    Report error(String id) {
        return report(id, Severity.ERROR);
    }

    Report warning(String id) {
        return report(id, Severity.WARNING);
    }

    Report info(String id) {
        return report(id, Severity.INFO);
    }

    private Report report(String id, Severity severity) {
        return new Report(id, severity, Manifests.TARGET, findings);
    }
}
