package dev.davit.k8s.importing;

import dev.davit.Kubernetes.GpuLabels;
import dev.davit.document.MapNode;
import dev.davit.k8s.manifest.GpuProducts;
import java.util.List;
import java.util.Optional;

/** Reads from node labels which GPU is asked for. */
final class GpuNames {
    /**
     * Holds it.
     *
     * @param product the product
     * @param memoryMib its memory, if a label names it
     * @param labels how the cluster labels products; empty for the default
     * @param label the label of a cluster with labels of its own
     */
    record Found(String product, Optional<Long> memoryMib, Optional<GpuLabels> labels, Optional<String> label) {}

    private GpuNames() {}

    static Optional<Found> of(List<MapNode> expressions) {
        if (expressions.isEmpty()) {
            return Optional.empty();
        }
        String key = expressions.get(0).getText("key").orElse("");
        List<String> values = Tree.texts(expressions.get(0), "values");
        Optional<GpuLabels> labels = List.of(GpuLabels.values()).stream()
                .filter(it -> GpuProducts.label(it).equals(key))
                .findFirst();
        if (values.isEmpty()) {
            return Optional.empty();
        }
        String product = labels.flatMap(it -> GpuProducts.product(it, values)).orElse(values.get(0));
        Optional<Long> memory = expressions.size() < 2
                ? Optional.empty()
                : Tree.text(expressions.get(1), "values", "0").map(GpuNames::memory);
        return Optional.of(new Found(
                product,
                memory,
                labels.filter(it -> it != GpuLabels.FEATURE_DISCOVERY),
                labels.isPresent() ? Optional.empty() : Optional.of(key)));
    }

    /** The label must be larger than nine tenths of what is asked for; whole GiB are what people ask for. */
    private static long memory(String floor) {
        long least = Long.parseLong(floor);
        long gib = (least * 10 / 9 + 1023) / 1024;
        return gib * 1024 * 9 / 10 == least ? gib * 1024 : least * 10 / 9 + (least * 10 % 9 == 0 ? 0 : 1);
    }
}
