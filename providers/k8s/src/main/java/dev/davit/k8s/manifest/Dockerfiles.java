package dev.davit.k8s.manifest;

import dev.davit.Literal;
import dev.davit.NativeRuntime;
import dev.davit.StaticContent;
import dev.davit.document.Json;
import dev.davit.document.Node;
import dev.davit.model.Spec;
import dev.davit.model.StaticSiteSpec;
import dev.davit.model.WorkloadSpec;
import dev.davit.target.OutputFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the Dockerfile that does what a native runtime or a static site's build does on Render. */
final class Dockerfiles {
    private static final String VERSION = "[A-Za-z0-9_][A-Za-z0-9_.-]{0,100}";
    private static final String NODE = "22";

    private final Cluster cluster;
    private final List<String> lines = new ArrayList<>();

    private Dockerfiles(Cluster cluster) {
        this.cluster = cluster;
    }

    static String path(String id) {
        return id + ".Dockerfile";
    }

    /** Gives the command that builds from it; where the output folder is, synth does not know. */
    static String build(String id) {
        return "docker build -f OUT/kubernetes/" + path(id) + " -t REGISTRY/" + id + " .";
    }

    /** Gives the Dockerfile of a workload that has a native runtime. */
    static Optional<OutputFile> of(Cluster cluster, WorkloadSpec spec) {
        return spec.source() instanceof NativeRuntime runtime
                ? new Dockerfiles(cluster).runtime(spec, runtime)
                : Optional.empty();
    }

    static Optional<OutputFile> of(Cluster cluster, StaticSiteSpec spec) {
        return new Dockerfiles(cluster).site(spec, spec.content());
    }

    private Optional<OutputFile> runtime(WorkloadSpec spec, NativeRuntime runtime) {
        String repository = BaseImages.of(runtime.language());
        String version = runtime.version().orElseGet(() -> BaseImages.version(runtime.language()));
        if (runtime.version().isEmpty()) {
            cluster.verdicts()
                    .emulated(
                            spec.key(),
                            "nobody names a version of " + runtime.language().word() + ", so it is built with "
                                    + version);
        }
        if (!isVersion(spec, "source", version)) {
            return Optional.empty();
        }
        head(spec, runtime.checkout().rootDir());
        lines.add("FROM docker.io/library/" + repository + ":" + version);
        lines.add("WORKDIR /app");
        lines.add("COPY . .");
        Map<String, String> literals = new LinkedHashMap<>();
        spec.env().forEach((name, value) -> {
            if (value instanceof Literal<?> literal) {
                literals.put(name, String.valueOf(literal.value()));
            }
        });
        env(literals);
        run(runtime.build());
        lines.add("# The root file system is read-only on the cluster, and the user has no home there.");
        lines.add("ENV HOME=/tmp");
        lines.add("USER " + Pod.USER + ":" + Pod.USER);
        lines.add("CMD " + words("sh", "-c", runtime.start()));
        return Optional.of(file(spec));
    }

    private Optional<OutputFile> site(StaticSiteSpec spec, StaticContent content) {
        String version = content.node().orElse(NODE);
        if (!isVersion(spec, "content", version)) {
            return Optional.empty();
        }
        head(spec, content.checkout().rootDir());
        lines.add("FROM docker.io/library/node:" + version + " AS build");
        lines.add("WORKDIR /src");
        lines.add("COPY . .");
        env(spec.env());
        content.build().ifPresent(this::run);
        lines.add("");
        lines.add("FROM " + PinnedImages.NGINX);
        lines.add("COPY --from=build " + words("/src/" + content.publishPath(), NginxConfig.ROOT));
        return Optional.of(file(spec));
    }

    private void head(Spec spec, Optional<String> folder) {
        lines.add("# syntax=docker/dockerfile:1");
        lines.add("# The same build as on Render. Run it in the repository's "
                + folder.map(it -> "folder " + oneLine(it)).orElse("root")
                + ":");
        lines.add("#   " + build(spec.id()));
    }

    /** Render shows a build the variables that are plain text, so they are here, too; references and secrets are not known yet. */
    private void env(Map<String, String> literals) {
        literals.forEach((name, value) -> {
            if (value.chars().anyMatch(c -> c < ' ')) {
                lines.add("# " + name
                        + " has more than one line, which a Dockerfile cannot write: give it with --build-arg");
                lines.add("ARG " + name);
            } else {
                lines.add("ENV " + name + "=\""
                        + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("$", "\\$") + "\"");
            }
        });
    }

    private void run(String command) {
        if (!command.isBlank()) {
            lines.add("RUN " + words("sh", "-c", command));
        }
    }

    /** The form with words as JSON takes any text as it is. */
    private static String words(String... words) {
        StringBuilder text = new StringBuilder("[");
        for (String word : words) {
            text.append(text.length() == 1 ? "" : ", ")
                    .append(Json.write(Node.of(word, null)).strip());
        }
        return text.append(']').toString();
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    private boolean isVersion(Spec spec, String property, String version) {
        if (version.matches(VERSION)) {
            return true;
        }
        cluster.findings()
                .warning(Findings.BASE_IMAGE)
                .add(
                        spec,
                        property,
                        "no Dockerfile is written for " + spec.key(),
                        "its version is no tag of an image, so there is nothing to build on",
                        "write the version as the language does, such as \"22\" or \"3.12\"");
        return false;
    }

    private OutputFile file(Spec spec) {
        return new OutputFile.Text(path(spec.id()), String.join("\n", lines) + "\n");
    }
}
