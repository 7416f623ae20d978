package dev.davit.k8s.compare;

import dev.davit.k8s.cluster.Cause;
import dev.davit.k8s.cluster.Reply;
import dev.davit.k8s.effect.Rejection;
import dev.davit.k8s.ownership.Home;
import dev.davit.plan.Blocker;
import dev.davit.plan.ObjectKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Say why a plan cannot be applied as it is. */
final class Blockers {
    private Blockers() {}

    static Blocker conflict(ObjectKey key, Conflict conflict, String live, String wanted) {
        String field = key + " " + conflict.path();
        return new Blocker(
                Optional.of(key),
                conflict.manager() + " has set " + conflict.path() + " of " + key + " to " + live,
                field,
                "the definition says " + wanted
                        + conflict.since().map(it -> "; it was set at " + it).orElse(""),
                conflict.legacy()
                        ? "take it over with --adopt, or with --force-field '" + field
                                + "', or leave it out of the definition"
                        : "take it over with --force-field '" + field + "', or leave it out of the definition");
    }

    static Blocker notOurs(ObjectKey key, List<String> owners) {
        return new Blocker(
                Optional.of(key),
                key + " is there already and is not ours",
                key.toString(),
                owners.isEmpty() ? "nobody says who made it" : "it was written by " + String.join(", ", owners),
                "take it over with --adopt, or give the resource another name");
    }

    static Blocker otherStack(ObjectKey key, String set) {
        return new Blocker(
                Optional.of(key),
                key + " belongs to another stack",
                key + " metadata.labels[" + Home.MEMBER + "]",
                "it is a member of " + set,
                "give the resource another name, or remove it from the other stack first");
    }

    static Blocker noKind(ObjectKey key, String apiVersion) {
        return new Blocker(
                Optional.of(key),
                "the cluster has no kind " + key.shortKind() + " in " + apiVersion,
                key.toString(),
                "nothing in this definition brings it, either",
                "install what defines it, or put its CustomResourceDefinition into the definition");
    }

    static Blocker noNamespace(ObjectKey key) {
        return new Blocker(
                Optional.of(key),
                "the cluster has no namespace " + key.scope(),
                key.toString(),
                "nothing in this definition brings it, either",
                "make the namespace first, or name another one");
    }

    static Blocker leaving(ObjectKey key, Instant since) {
        return new Blocker(
                Optional.of(key),
                key + " is just being deleted",
                key.toString(),
                "its deletion began at " + since + " and waits for its finalizers",
                "wait until it is gone, then plan again");
    }

    /** The server's own text may quote a value, so that of a Secret stays out. */
    static Blocker refused(ObjectKey key, Reply reply) {
        List<Cause> causes = reply.causes();
        String fields = causes.stream()
                .map(Cause::field)
                .filter(it -> !it.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
        boolean secret = key.kind().equals("Secret");
        return new Blocker(
                Optional.of(key),
                "the server refuses " + key,
                key + (fields.isEmpty() ? "" : " " + fields),
                secret
                        ? causes.stream()
                                .map(Cause::reason)
                                .distinct()
                                .collect(Collectors.joining(", ", "HTTP " + reply.status() + " ", ""))
                        : reply.message(),
                "correct the value in the definition");
    }

    static Blocker invalid(ObjectKey key, Reply reply, Rejection rejection) {
        Blocker plain = refused(key, reply);
        return new Blocker(
                plain.key(),
                plain.what(),
                key + (rejection.fields().isEmpty() ? "" : " " + String.join(", ", rejection.fields())),
                plain.why(),
                "correct the value in the definition; nothing is replaced for an object that is wrong by itself");
    }
}
