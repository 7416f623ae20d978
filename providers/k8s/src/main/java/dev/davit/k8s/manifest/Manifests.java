package dev.davit.k8s.manifest;

import dev.davit.check.Finding;
import dev.davit.document.MapNode;
import dev.davit.model.Assembly;
import dev.davit.model.DesiredObject;
import dev.davit.model.ResourceKey;
import dev.davit.model.Spec;
import dev.davit.model.StaticSiteSpec;
import dev.davit.model.WorkloadSpec;
import dev.davit.target.OutputFile;
import dev.davit.target.Portability;
import dev.davit.target.Scope;
import dev.davit.target.Synthesized;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Make the manifests of a definition: a file per resource, the namespace, the credentials and {@code kustomization.yaml}. */
public final class Manifests {
    /** The target's name. */
    public static final String TARGET = "kubernetes";

    /** The name of what makes credentials in the cluster. */
    public static final String CREDENTIALS = "davit-credentials";

    /** The key of the token in the Secret that {@link #accessSecret} names. */
    public static final String ACCESS_TOKEN = Credentials.TOKEN;

    /** What the name of a container begins with in which a job runs before a deploy; the job's id follows. */
    public static final String JOB_BEFORE = Container.OWN + "pre-deploy-";

    /** An id starts with a letter, so no resource's file can have these names. */
    private static final String NAMESPACE_FILE = "00-namespace.yaml";

    private static final String CREDENTIALS_FILE = "00-credentials.yaml";

    private static final String OBJECTS_FILE = "00-objects.yaml";

    private final Cluster cluster;
    private final List<OutputFile> files = new ArrayList<>();
    private final List<String> listed = new ArrayList<>();
    private final List<DesiredObject> objects = new ArrayList<>();

    private Manifests(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Give the ids of the findings that can come of it. */
    public static Set<String> findingIds() {
        return Findings.IDS;
    }

    /** Name the Secret that has the token of a service that callers on other targets reach. */
    public static String accessSecret(String service) {
        return Credentials.access(service);
    }

    /** Give the namespace that a definition is placed in: the one it names, else the stack's name. */
    public static String namespace(Assembly assembly) {
        return assembly.placements().stream()
                .filter(it -> it.target().equals(TARGET))
                .flatMap(it -> Settings.namespace(it).stream())
                .map(it -> String.valueOf(it.value()))
                .findFirst()
                .orElse(assembly.name());
    }

    /**
     * Make the manifests.
     *
     * @param findings takes what a cluster cannot do
     */
    public static Synthesized of(Scope scope, Consumer<Finding> findings) {
        return new Manifests(new Cluster(scope, new Findings(findings))).make();
    }

    private Synthesized make() {
        new SettingChecks(cluster).run();
        List<MapNode> own = OwnObjects.of(cluster);
        if (cluster.settings().ownsNamespace() && own.stream().noneMatch(this::isNamespace)) {
            add(NAMESPACE_FILE, Optional.empty(), List.of(Namespace.of(cluster)));
        }
        add(CREDENTIALS_FILE, Optional.empty(), new CredentialsJob(cluster).objects());
        add(OBJECTS_FILE, Optional.empty(), own);
        SpecObjects ofSpec = new SpecObjects(cluster);
        for (Spec spec : cluster.scope().specs()) {
            add(path(spec.key()), Optional.of(spec.key()), spec.accept(ofSpec));
            dockerfile(spec).ifPresent(files::add);
        }
        files.add(Kustomization.of(cluster, listed));
        UniqueNames.check(cluster, objects);
        return new Synthesized(files, objects, portability());
    }

    /** Who says himself what the namespace is to be gets no other. */
    private boolean isNamespace(MapNode object) {
        return object.getText("kind").filter("Namespace"::equals).isPresent()
                && name(object).equals(cluster.namespace());
    }

    private void add(String path, Optional<ResourceKey> resource, List<MapNode> documents) {
        if (documents.isEmpty()) {
            return;
        }
        files.add(new OutputFile.Yaml(path, List.of(), documents));
        listed.add(path);
        documents.forEach(
                tree -> objects.add(new DesiredObject(tree.getText("kind").orElseThrow(), name(tree), resource, tree)));
    }

    private static String name(MapNode tree) {
        return tree.getMap("metadata").flatMap(it -> it.getText("name")).orElseThrow();
    }

    /** Resources with a place share one space of ids; the others say their kind, and so does one that is called as our own file. */
    private static String path(ResourceKey key) {
        boolean plain = !key.kind().isShared() && !(key.id() + ".yaml").equals(Kustomization.PATH);
        String kind = key.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return key.id() + (plain ? "" : "." + kind) + ".yaml";
    }

    private Optional<OutputFile> dockerfile(Spec spec) {
        if (spec instanceof WorkloadSpec workload) {
            return Dockerfiles.of(cluster, workload);
        }
        return spec instanceof StaticSiteSpec site ? Dockerfiles.of(cluster, site) : Optional.empty();
    }

    private Map<ResourceKey, Portability> portability() {
        Map<ResourceKey, Portability> all = new LinkedHashMap<>();
        cluster.scope()
                .specs()
                .forEach(spec -> all.put(spec.key(), cluster.verdicts().of(spec.key())));
        return all;
    }
}
