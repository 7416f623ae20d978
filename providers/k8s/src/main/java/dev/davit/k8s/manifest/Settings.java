package dev.davit.k8s.manifest;

import dev.davit.Kubernetes.GpuLabels;
import dev.davit.document.Origin;
import dev.davit.model.Placement;
import dev.davit.model.ResourceKey;
import dev.davit.model.Setting;
import java.util.Optional;

/** Reads the settings of a placement, each with the user's call. */
final class Settings {
    static final String NAMESPACE = "namespace";

    private final Placement placement;

    Settings(Placement placement) {
        this.placement = placement;
    }

    Optional<Setting> context() {
        return placement.setting("context");
    }

    Optional<Setting> namespace() {
        return placement.setting(NAMESPACE);
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
