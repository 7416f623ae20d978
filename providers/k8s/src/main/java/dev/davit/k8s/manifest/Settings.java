package dev.davit.k8s.manifest;

import dev.davit.Kubernetes.GpuLabels;
import dev.davit.document.Origin;
import dev.davit.model.Placement;
import dev.davit.model.ResourceKey;
import dev.davit.model.Setting;
import java.util.List;
import java.util.Optional;

/** Reads the settings of a placement, each with the user's call. */
final class Settings {
    private static final String EXISTING = "existingNamespace";

    private final Placement placement;

    Settings(Placement placement) {
        this.placement = placement;
    }

    Optional<Setting> context() {
        return placement.setting("context");
    }

    Optional<Setting> namespace() {
        return namespace(placement);
    }

    /** Gives the namespace, whoever makes it. */
    static Optional<Setting> namespace(Placement placement) {
        return placement.setting(EXISTING).or(() -> placement.setting("namespace"));
    }

    boolean ownsNamespace() {
        return placement.setting(EXISTING).isEmpty();
    }

    /** Gives the objects that no resource becomes, each with the user's call. */
    List<Setting> objects() {
        return all("object");
    }

    /** Gives the Secrets that others make: the name, then the keys. */
    List<Setting> secrets() {
        return all("secret");
    }

    private List<Setting> all(String name) {
        return placement.settings().stream()
                .filter(it -> it.name().equals(name))
                .toList();
    }

    Optional<Setting> ingressClass() {
        return placement.setting("ingressClass");
    }

    Optional<Setting> certificateIssuer() {
        return placement.setting("certificateIssuer");
    }

    Optional<Setting> storageClass() {
        return placement.setting("storageClass");
    }

    Optional<Setting> gpuLabel() {
        return placement.setting("gpuLabel");
    }

    Optional<Setting> surgeGpus() {
        return placement.setting("surgeGpus");
    }

    GpuLabels gpuLabels() {
        return placement.setting("gpuLabels").map(it -> (GpuLabels) it.value()).orElse(GpuLabels.FEATURE_DISCOVERY);
    }

    Origin gpuLabelsOrigin() {
        return placement
                .setting("gpuLabels")
                .map(Setting::origin)
                .orElse(Origin.defaultSet("GPU feature discovery labels the nodes"));
    }

    /** Gives the public host of a private service. */
    Optional<Setting> expose(ResourceKey service) {
        return placement.setting("expose", service);
    }

    static String text(Setting setting) {
        return String.valueOf(setting.value());
    }
}
