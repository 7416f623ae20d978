package dev.davit.k8s.ownership;

import dev.davit.apply.ApplyException;
import dev.davit.document.MapNode;
import dev.davit.document.Sha256;
import dev.davit.model.DesiredObject;
import dev.davit.plan.Wanted;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Say where a stack keeps its own objects: the parent of its ApplySet, its lease and its release records. Labels and annotations
 * are named as kubectl names them ({@code pkg/cmd/apply/applyset.go}).
 *
 * @param stack the stack
 * @param stage its stage
 * @param namespace the namespace
 */
public record Home(String stack, String stage, String namespace) {
    /** Labels the parent with the set's id. */
    public static final String ID = "applyset.kubernetes.io/id";

    /** Labels a member with the set's id. */
    public static final String MEMBER = "applyset.kubernetes.io/part-of";

    /** Annotates the parent with the tool that keeps it. */
    public static final String TOOLING = "applyset.kubernetes.io/tooling";

    /** Annotates the parent with the kinds of its members: {@code Deployment.apps}. */
    public static final String KINDS = "applyset.kubernetes.io/contains-group-kinds";

    /** Annotates the parent with the namespaces of its members, its own left out. */
    public static final String NAMESPACES = "applyset.kubernetes.io/additional-namespaces";

    /** Written out as in {@link dev.davit.model.ResourceKey}. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Home home
                && stack.equals(home.stack)
                && stage.equals(home.stage)
                && namespace.equals(home.namespace);
    }

    @Override
    public int hashCode() {
        return Objects.hash(stack, stage, namespace);
    }

    /** Give the namespace that a definition names: it says so, else its Namespace object, else where most of its objects are. */
    public static Optional<String> namespaceOf(Wanted wanted) {
        return wanted.scope()
                .or(() -> namespaceObject(wanted).flatMap(Home::metadata).flatMap(it -> it.getText("name")))
                .or(() -> mostly(wanted.objects().stream()
                        .map(it -> metadata(it.tree())
                                .flatMap(metadata -> metadata.getText("namespace"))
                                .orElse(""))));
    }

    /** Give the namespace as the definition wants it; empty where others keep it. */
    public static Optional<MapNode> namespaceObject(Wanted wanted) {
        return wanted.objects().stream()
                .map(DesiredObject::tree)
                .filter(it -> it.getText("kind").filter("Namespace"::equals).isPresent()
                        && it.getText("apiVersion").filter("v1"::equals).isPresent())
                .filter(it -> wanted.scope().isEmpty()
                        || wanted.scope().equals(metadata(it).flatMap(metadata -> metadata.getText("name"))))
                .findFirst();
    }

    /** Give the name that comes most often, empty ones left out. */
    public static Optional<String> mostly(Stream<String> namespaces) {
        return namespaces
                .filter(it -> !it.isEmpty())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    /**
     * Give the namespace in which parents of one name were found.
     *
     * @throws ApplyException if there are several: the first of them could be another's
     */
    public static Optional<String> only(String parent, List<String> namespaces) {
        if (namespaces.size() > 1) {
            throw new ApplyException(
                    ApplyException.Reason.REFUSED,
                    "more than one namespace has a stack of this name and stage",
                    "Secrets " + parent + " in " + String.join(", ", namespaces),
                    "by the name alone it cannot be told which is meant: name the definition in place of --stack, or the --namespace",
                    null);
        }
        return namespaces.stream().findFirst();
    }

    private static Optional<MapNode> metadata(MapNode tree) {
        return tree.getMap("metadata");
    }

    /** Say whether it is a stack's of this name and stage. */
    public boolean isOf(String stack, String stage) {
        return this.stack.equals(stack) && this.stage.equals(stage);
    }

    /** Give the name of the parent and of the lease. */
    public String name() {
        return "davit-" + stack + "-" + stage;
    }

    /** Give the ApplySet's id as kubectl computes it: over the parent's name, namespace, kind and group. */
    public String id() {
        String named = name() + "." + namespace + ".Secret.";
        return "applyset-"
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(Sha256.of(named.getBytes(StandardCharsets.UTF_8)))
                + "-v1";
    }

    /** Give the path of the namespace's secrets. */
    public String secrets() {
        return "/api/v1/namespaces/" + namespace + "/secrets";
    }

    /** Give the path of the parent. */
    public String parent() {
        return secrets() + "/" + name();
    }

    /** Give the path of the namespace's leases. */
    public String leases() {
        return "/apis/coordination.k8s.io/v1/namespaces/" + namespace + "/leases";
    }
}
