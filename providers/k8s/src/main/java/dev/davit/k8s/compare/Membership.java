package dev.davit.k8s.compare;

import dev.davit.apply.ApplyException;
import dev.davit.document.MapNode;
import dev.davit.k8s.cluster.ApiServer;
import dev.davit.k8s.cluster.Reply;
import dev.davit.plan.Blocker;
import dev.davit.plan.ObjectKey;
import dev.davit.plan.Wanted;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Know which live objects are a stack's own: the members of its ApplySet, as kubectl writes it.
 *
 * @param name the parent Secret's name
 * @param namespace the parent Secret's namespace
 * @param kinds the kinds that members may have, as the parent says; empty where there is no parent
 * @param namespaces where members may be
 * @param exists whether there is a parent that is ours
 * @param blocker what is wrong with the parent
 */
record Membership(
        String name,
        String namespace,
        Set<String> kinds,
        Set<String> namespaces,
        boolean exists,
        Optional<Blocker> blocker) {
    /** Marks a member with the set's id. */
    static final String LABEL = "applyset.kubernetes.io/part-of";

    private static final String ID = "applyset.kubernetes.io/id";
    private static final String TOOLING = "applyset.kubernetes.io/tooling";
    private static final String KINDS = "applyset.kubernetes.io/contains-group-kinds";
    private static final String NAMESPACES = "applyset.kubernetes.io/additional-namespaces";

    static Membership read(ApiServer server, Wanted wanted) {
        String name = "davit-" + wanted.stack() + "-" + wanted.stage();
        Optional<String> home = home(wanted).or(() -> elsewhere(server, name));
        String namespace = home.orElse(wanted.stack());
        Reply reply = server.get("/api/v1/namespaces/" + namespace + "/secrets/" + name);
        if (reply.notFound()) {
            return new Membership(name, namespace, Set.of(), Set.of(), false, Optional.empty());
        }
        MapNode parent = reply.body();
        Optional<Blocker> fault = fault(parent, id(name, namespace), namespace, name);
        return new Membership(
                name,
                namespace,
                items(Objects.annotation(parent, KINDS)),
                items(Objects.annotation(parent, NAMESPACES)),
                fault.isEmpty(),
                fault);
    }

    private static Optional<String> home(Wanted wanted) {
        Map<String, Long> used = wanted.objects().stream()
                .map(it -> Objects.namespace(it.tree()))
                .filter(it -> !it.isEmpty())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        return wanted.objects().stream()
                .filter(it -> Objects.kind(it.tree()).equals("Namespace"))
                .map(it -> Objects.name(it.tree()))
                .findFirst()
                .or(() -> used.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey));
    }

    /** Nothing is wanted any more: look for what an earlier apply left. */
    private static Optional<String> elsewhere(ApiServer server, String name) {
        Reply reply = server.get(
                "/api/v1/secrets?labelSelector=" + ID + "&fieldSelector=metadata.name%3D" + name,
                ApiServer.METADATA_LIST);
        List<String> found =
                Objects.maps(reply.body(), "items").map(Objects::namespace).toList();
        if (found.size() > 1) {
            throw new ApplyException(
                    ApplyException.Reason.REFUSED,
                    "more than one namespace has a stack of this name and stage",
                    "Secrets " + name + " in " + String.join(", ", found),
                    "by the name alone it cannot be told which is meant: give each its own stage",
                    null);
        }
        return found.stream().findFirst();
    }

    private static Optional<Blocker> fault(MapNode parent, String id, String namespace, String name) {
        String where = "Secret " + namespace + "/" + name;
        ObjectKey key = new ObjectKey("Secret", namespace, name);
        String tooling = Objects.annotation(parent, TOOLING);
        if (!tooling.startsWith("davit/")) {
            return Optional.of(new Blocker(
                    Optional.of(key),
                    "the record of what belongs to this stack is another tool's",
                    where + ", annotation " + TOOLING,
                    tooling.isEmpty() ? "it names no tool" : "it names " + tooling,
                    "delete or rename that Secret if it is left over; else use another stack name or namespace"));
        }
        String found = Objects.label(parent, ID);
        return found.equals(id)
                ? Optional.empty()
                : Optional.of(new Blocker(
                        Optional.of(key),
                        "the record of what belongs to this stack was changed",
                        where + ", label " + ID,
                        "it says \"" + found + "\"; for this name and namespace it is " + id,
                        "put the label back: what it marks as ours could be another stack's"));
    }

    /** Give the set's id. */
    String id() {
        return id(name, namespace);
    }

    private static String id(String name, String namespace) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((name + "." + namespace + ".Secret.").getBytes(StandardCharsets.UTF_8));
            return "applyset-" + Base64.getUrlEncoder().withoutPadding().encodeToString(digest) + "-v1";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Give all namespaces in which members may be. */
    Set<String> all(List<MapNode> wanted) {
        Set<String> all = new TreeSet<>(namespaces);
        all.add(namespace);
        wanted.stream().map(Objects::namespace).filter(it -> !it.isEmpty()).forEach(all::add);
        return all;
    }

    private static Set<String> items(String list) {
        return Arrays.stream(list.split(","))
                .filter(it -> !it.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
