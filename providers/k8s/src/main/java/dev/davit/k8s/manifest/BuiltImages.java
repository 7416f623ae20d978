package dev.davit.k8s.manifest;

import dev.davit.BuiltSource;
import dev.davit.Dockerfile;
import dev.davit.Image;
import dev.davit.Source;
import dev.davit.document.Node;
import dev.davit.document.Origin;
import dev.davit.document.ScalarNode;
import dev.davit.model.Spec;
import dev.davit.model.WorkloadSpec;
import java.util.Optional;

/** Finds the image of a workload. A cluster runs images only, so what is built from sources gets its image from elsewhere. */
final class BuiltImages {
    private final Cluster cluster;

    BuiltImages(Cluster cluster) {
        this.cluster = cluster;
    }

    Node of(WorkloadSpec spec) {
        if (spec.source() instanceof Image image) {
            return ScalarNode.of(image.reference(), spec.origin("source"));
        }
        return built(spec, "source", howToBuild(spec.id(), spec.source()));
    }

    /** Gives the image that a build made, or one that no registry has, and then says so. */
    Node built(Spec spec, String property, String howToBuild) {
        cluster.verdicts()
                .emulated(spec.key(), "a cluster builds nothing, so its image is built elsewhere: " + howToBuild);
        Optional<String> image = cluster.scope().images().of(spec.id());
        if (image.isPresent()) {
            return ScalarNode.of(image.get(), Origin.target("the image that a build made of the sources"));
        }
        cluster.findings()
                .warning(Findings.IMAGE)
                .add(
                        spec,
                        property,
                        "the image of " + spec.key() + " is not known",
                        "a cluster runs images and builds none; the manifest names " + unbuilt(spec.id())
                                + ", which no registry has",
                        "build it (" + howToBuild + ") and give --image " + spec.id()
                                + "=REFERENCE, or write that line into images.lock");
        return ScalarNode.of(unbuilt(spec.id()), spec.origin(property));
    }

    private static String unbuilt(String id) {
        return "davit.invalid/" + id + ":unbuilt";
    }

    private static String howToBuild(String id, Source source) {
        String in = ((BuiltSource) source)
                .checkout()
                .rootDir()
                .map(it -> " in " + it)
                .orElse("");
        String of =
                ((BuiltSource) source).checkout().repo().map(it -> " of " + it).orElse("")
                        + ((BuiltSource) source)
                                .checkout()
                                .branch()
                                .map(it -> " at " + it)
                                .orElse("");
        return source instanceof Dockerfile file
                ? "docker build -f " + file.path() + " " + file.context().orElse(".") + in + of
                : Dockerfiles.build(id) + in + of;
    }
}
