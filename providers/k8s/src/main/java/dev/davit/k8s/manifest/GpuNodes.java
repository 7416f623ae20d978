package dev.davit.k8s.manifest;

import dev.davit.Gpu;
import dev.davit.Kubernetes.GpuLabels;
import dev.davit.Size;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Origin;
import dev.davit.model.Setting;
import dev.davit.model.WorkloadSpec;
import java.util.List;
import java.util.Optional;

/** Leads instances that need a GPU to nodes that have it, by the labels of the cluster. */
final class GpuNodes {
    private static final Origin TAINTED = Origin.target("nodes with a GPU keep others away by a taint");

    private final Cluster cluster;
    private final WorkloadSpec spec;
    private final Gpu gpu;

    private GpuNodes(Cluster cluster, WorkloadSpec spec, Gpu gpu) {
        this.cluster = cluster;
        this.spec = spec;
        this.gpu = gpu;
    }

    static void select(Cluster cluster, WorkloadSpec spec, MapNode scheduling) {
        spec.gpu().ifPresent(gpu -> new GpuNodes(cluster, spec, gpu).select(scheduling));
    }

    private void select(MapNode scheduling) {
        scheduling
                .list("tolerations", TAINTED)
                .add(new MapNode(TAINTED)
                        .put("key", "nvidia.com/gpu")
                        .put("operator", "Exists")
                        .put("effect", "NoSchedule"));
        ListNode terms = Spread.affinity(scheduling)
                .map("nodeAffinity", spec.origin("gpu"))
                .map("requiredDuringSchedulingIgnoredDuringExecution", spec.origin("gpu"))
                .list("nodeSelectorTerms", spec.origin("gpu"));
        MapNode term = new MapNode(spec.origin("gpu"));
        ListNode expressions = term.list("matchExpressions", spec.origin("gpu"));
        expressions.add(product());
        gpu.memory().ifPresent(size -> memory(size, expressions));
        terms.add(term);
    }

    private MapNode product() {
        Optional<Setting> own = cluster.settings().gpuLabel();
        GpuLabels labels = cluster.settings().gpuLabels();
        String key = own.map(Settings::text).orElseGet(() -> GpuProducts.label(labels));
        Origin why = own.map(Setting::origin).orElseGet(() -> cluster.settings().gpuLabelsOrigin());
        List<String> values = own.isPresent() ? List.of(gpu.product()) : GpuProducts.values(labels, gpu.product());
        return new MapNode(spec.origin("gpu"))
                .put("key", key, why)
                .put("operator", "In")
                .put("values", values);
    }

    /** Where no label carries the memory, the product alone must decide, and the verdict says so. */
    private void memory(Size size, ListNode expressions) {
        Optional<String> label = cluster.settings().gpuLabel().isPresent()
                ? Optional.empty()
                : memoryLabel(cluster.settings().gpuLabels());
        if (label.isEmpty()) {
            cluster.verdicts()
                    .emulated(
                            spec.key(),
                            "no node label of this cluster carries a GPU's memory, so the product alone decides; check that each "
                                    + gpu.product() + " has " + size.quantity());
            return;
        }
        expressions.add(new MapNode(spec.origin("gpu"))
                .put("key", label.get(), cluster.settings().gpuLabelsOrigin())
                .put("operator", "Gt")
                .put("values", List.of(String.valueOf(floor(size)))));
    }

    private static Optional<String> memoryLabel(GpuLabels labels) {
        return switch (labels) {
            case FEATURE_DISCOVERY -> Optional.of("nvidia.com/gpu.memory");
            case KARPENTER -> Optional.of("karpenter.k8s.aws/instance-gpu-memory");
            case GKE -> Optional.empty();
        };
    }

    /** A card that is sold as 24 GiB shows about 23,034 MiB, so a tenth is let off; the label is in MiB and Gt excludes itself. */
    private static long floor(Size size) {
        return size.inMib() * 9 / 10;
    }
}
