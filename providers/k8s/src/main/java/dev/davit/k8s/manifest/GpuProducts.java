package dev.davit.k8s.manifest;

import dev.davit.Kubernetes.GpuLabels;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Know what node labels call a product. A product that is not in the table is taken as the label's own value, so that a new card
 * needs no new release.
 *
 * <p>Sources: https://github.com/NVIDIA/k8s-device-plugin/blob/main/docs/gpu-feature-discovery/README.md for the shape of the
 * label, https://cloud.google.com/kubernetes-engine/docs/concepts/gpus, https://karpenter.sh/docs/concepts/scheduling/
 */
public final class GpuProducts {
    private static final Map<String, List<String>> FEATURE_DISCOVERY = Map.ofEntries(
            Map.entry("T4", List.of("Tesla-T4")),
            Map.entry("V100", List.of("Tesla-V100-SXM2-16GB", "Tesla-V100-SXM2-32GB", "Tesla-V100-PCIE-16GB")),
            Map.entry("L4", List.of("NVIDIA-L4")),
            Map.entry("L40", List.of("NVIDIA-L40")),
            Map.entry("L40S", List.of("NVIDIA-L40S")),
            Map.entry("A10", List.of("NVIDIA-A10")),
            Map.entry("A10G", List.of("NVIDIA-A10G")),
            Map.entry(
                    "A100",
                    List.of(
                            "NVIDIA-A100-SXM4-40GB",
                            "NVIDIA-A100-SXM4-80GB",
                            "NVIDIA-A100-PCIE-40GB",
                            "NVIDIA-A100-80GB-PCIe")),
            Map.entry("H100", List.of("NVIDIA-H100-80GB-HBM3", "NVIDIA-H100-PCIe", "NVIDIA-H100-NVL")),
            Map.entry("H200", List.of("NVIDIA-H200")),
            Map.entry("B200", List.of("NVIDIA-B200")));

    private static final Map<String, List<String>> GKE = Map.of(
            "T4", List.of("nvidia-tesla-t4"),
            "V100", List.of("nvidia-tesla-v100"),
            "P100", List.of("nvidia-tesla-p100"),
            "L4", List.of("nvidia-l4"),
            "A100", List.of("nvidia-tesla-a100", "nvidia-a100-80gb"),
            "H100", List.of("nvidia-h100-80gb", "nvidia-h100-mega-80gb"),
            "H200", List.of("nvidia-h200-141gb"),
            "B200", List.of("nvidia-b200"));

    private GpuProducts() {}

    /** Give the node label that carries the product. */
    public static String label(GpuLabels labels) {
        return switch (labels) {
            case FEATURE_DISCOVERY -> "nvidia.com/gpu.product";
            case GKE -> "cloud.google.com/gke-accelerator";
            case KARPENTER -> "karpenter.k8s.aws/instance-gpu-name";
        };
    }

    /** Give the product that has these values on its nodes' labels; empty where only the values themselves name it. */
    public static Optional<String> product(GpuLabels labels, List<String> values) {
        return Stream.concat(FEATURE_DISCOVERY.keySet().stream(), GKE.keySet().stream())
                .sorted()
                .filter(it -> values(labels, it).equals(values))
                .findFirst();
    }

    static List<String> values(GpuLabels labels, String product) {
        String name = product.toUpperCase(Locale.ROOT);
        return switch (labels) {
            case FEATURE_DISCOVERY -> FEATURE_DISCOVERY.getOrDefault(name, List.of(product));
            case GKE -> GKE.getOrDefault(name, List.of(product));
            case KARPENTER -> List.of(product.toLowerCase(Locale.ROOT));
        };
    }
}
