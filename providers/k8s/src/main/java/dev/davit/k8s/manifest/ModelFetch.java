package dev.davit.k8s.manifest;

import dev.davit.Model;
import dev.davit.Size;
import dev.davit.document.Json;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.Origin;
import dev.davit.document.ScalarNode;
import dev.davit.model.ModelSpec;
import dev.davit.model.WorkloadSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lays the files of models into a volume before the program starts: an init container per model fetches the pinned revision, checks
 * digests and goes on where it stopped. The program sees the files read-only and is told to stay off the Hub.
 */
final class ModelFetch {
    private static final Origin FETCHED = Origin.target("an init container fetches the model and checks its digests");
    private static final String TOOLS = "/opt/davit";
    private static final String TOKEN_FOLDER = "/run/davit/token";

    private final Cluster cluster;
    private final WorkloadSpec spec;

    ModelFetch(Cluster cluster, WorkloadSpec spec) {
        this.cluster = cluster;
        this.spec = spec;
    }

    /** Makes the ConfigMap that says which files a model has, with the script that fetches them. */
    static ConfigMap configMap(Cluster cluster, ModelSpec spec) {
        Origin origin = spec.origin("model");
        MapNode data = new MapNode(origin)
                .put("model.json", Json.write(lock(spec.model())))
                .put("fetch.py", Script.of("fetch.py"), FETCHED);
        return ConfigMap.of(cluster, spec.id() + "-model", spec.id(), data, origin);
    }

    private static MapNode lock(Model model) {
        MapNode lock = new MapNode(null).put("repo", model.repo()).put("revision", model.revision());
        ListNode files = lock.list("files", null);
        model.files()
                .forEach(file -> files.add(new MapNode(null)
                        .put("path", file.path())
                        .put("sha256", file.sha256())
                        .put("size", file.size())));
        return lock;
    }

    List<ModelSpec> models() {
        return spec.serves().stream()
                .flatMap(key -> cluster.assembly().spec(key, ModelSpec.class).stream())
                .toList();
    }

    List<Optional<Size>> sizes() {
        return models().stream().map(it -> it.model().size()).toList();
    }

    boolean hasUnknownSize() {
        return sizes().contains(Optional.<Size>empty());
    }

    /** Gives what the volumes of all models may take; empty where one model's size is not known. */
    Optional<Size> room() {
        if (hasUnknownSize()) {
            return Optional.empty();
        }
        long mib =
                sizes().stream().mapToLong(it -> room(it.orElseThrow()).inMib()).sum();
        return mib == 0 ? Optional.empty() : Optional.of(Size.mib(mib));
    }

    /** A tenth more than the model, for what the file system itself takes. */
    private static Size room(Size size) {
        return Size.mib(size.inMib() + (size.inMib() + 9) / 10);
    }

    void into(Pod pod, Container main) {
        for (ModelSpec model : models()) {
            Origin origin = spec.origin("serves." + model.id());
            String volume = "model-" + model.id();
            pod.volume(Volumes.empty(volume, model.model().size().map(ModelFetch::room), origin));
            pod.volume(Volumes.configMap(
                    "fetch-" + model.id(), configMap(cluster, model).name(), FETCHED));
            pod.initContainer(fetcher(pod, model, volume));
            main.mount(volume, model.path(), true, origin);
        }
    }

    private MapNode fetcher(Pod pod, ModelSpec model, String volume) {
        Container container = Container.ofOwn(Container.OWN + "fetch-" + model.id(), PinnedImages.PYTHON, FETCHED)
                .command(List.of("python3", TOOLS + "/fetch.py", TOOLS + "/model.json", model.path()), FETCHED)
                .mount(volume, model.path(), false, FETCHED)
                .mount("fetch-" + model.id(), TOOLS, true, FETCHED)
                .mount(Pod.TMP, "/tmp", false, Volumes.scratch());
        model.token().ifPresent(secret -> {
            String token = "token-" + model.id();
            Origin origin = model.origin("token");
            pod.volume(Volumes.secret(token, secret.id(), origin, Credentials.VALUE));
            container.mount(token, TOKEN_FOLDER, true, origin).env(tokenFile(origin));
        });
        Amounts amounts = Amounts.small(500, 256, FETCHED);
        scratch(model).ifPresent(size -> amounts.scratch(size, FETCHED));
        return container.resources(amounts.tree()).tree();
    }

    private static List<Node> tokenFile(Origin origin) {
        List<Node> env = new ArrayList<>();
        env.add(new MapNode(origin).put("name", "TOKEN_FILE").put("value", TOKEN_FOLDER + "/" + Credentials.VALUE));
        return env;
    }

    private static Optional<Size> scratch(ModelSpec model) {
        return model.model().size().map(size -> Size.mib(room(size).inMib() + 256));
    }

    /** Variables that keep the program on the files that were checked. */
    Optional<ScalarNode> offline() {
        return spec.serves().isEmpty()
                ? Optional.empty()
                : Optional.of(ScalarNode.of(
                        "1",
                        Origin.target("the program serves the files that were checked, and asks the Hub for none")));
    }

    /** Reports models whose size nobody said: then nothing bounds what they take of a node's disk. */
    void report() {
        for (ModelSpec model : models()) {
            if (model.model().size().isEmpty()) {
                cluster.findings()
                        .warning(Findings.MODEL_SIZE)
                        .add(
                                model,
                                "model",
                                "the space for " + model.key() + " has no limit, because its size is not known",
                                "an instance whose node runs out of disk is evicted in mid-download, and the start time is a guess",
                                "say how large its files are together: .size(Size.gib(...))");
            }
        }
    }
}
