package dev.davit.k8s.ownership;

import java.util.Set;

/** Name the field managers of tools that write whole objects and leave; controllers are not among them. */
public final class LegacyManagers {
    private static final Set<String> NAMES = Set.of(
            "before-first-apply",
            "kubectl",
            "kubectl-client-side-apply",
            "kubectl-create",
            "kubectl-replace",
            "helm",
            "Helm",
            "kapp",
            "kapp-server",
            "pulumi",
            "pulumi-kubernetes",
            "Terraform",
            "HashiCorp",
            "terraform-provider-kubernetes");

    private LegacyManagers() {}

    /** Say whether a manager is such a tool. */
    public static boolean contains(String manager) {
        return NAMES.contains(manager);
    }
}
