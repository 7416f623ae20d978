package dev.davit.k8s.compare;

import dev.davit.apply.ApplyException;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.k8s.cluster.ApiServer;
import dev.davit.k8s.cluster.ApplyParameters;
import dev.davit.k8s.cluster.Reply;
import dev.davit.k8s.ownership.Home;
import dev.davit.plan.Verification;
import dev.davit.target.CompareOptions;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Look at one object: as it is, and as the server says that it would be. */
final class Look {
    private static final int TRIES = 4;
    private static final Pattern NO_DRY_RUN =
            Pattern.compile("admission webhook \"([^\"]*)\" does not support dry ?run", Pattern.CASE_INSENSITIVE);
    private static final ApplyParameters ASKING = ApplyParameters.dryRun(Managers.DAVIT);
    private static final Path REPLICAS = Path.of("spec", "replicas");

    private final ApiServer server;
    private final String set;
    private final boolean adopt;
    private final Verification verification;
    private final CustomQuantities quantities;

    Look(ApiServer server, String set, CompareOptions options) {
        this.server = server;
        this.set = set;
        this.adopt = options.adopt();
        this.verification = options.verification();
        this.quantities = new CustomQuantities(server);
    }

    /** Look; the live object is given where it was listed already. */
    Outcome at(Subject subject, Optional<MapNode> listed) {
        Optional<MapNode> live = listed.or(() -> read(subject));
        for (int tried = 1; ; tried++) {
            MapNode body = body(subject, live);
            Reading reading = new Reading(subject, live, body, adopt, quantities);
            if (verification == Verification.RECORDED && reading.isSettled()) {
                return reading.settled();
            }
            Reply reply = ask(subject, body, ASKING);
            Optional<Reply> conflict = Optional.of(reply).filter(Conflicts::isIn);
            if (conflict.isPresent()) {
                reply = ask(subject, body, ASKING.forced());
            }
            boolean moved = reply.ok() && live.isPresent() && !isOf(reply.body(), live.get())
                    || reply.conflict() && !Conflicts.isIn(reply)
                    || reply.ok()
                            && live.isEmpty()
                            && !Objects.version(reply.body()).isEmpty();
            if (!moved || tried >= TRIES) {
                return reading.of(reply, conflict);
            }
            live = read(subject);
        }
    }

    /** Give an object that nobody can compute before the plan is carried out in part. */
    Outcome unseen(Subject subject, String why) {
        return new Reading(subject, Optional.empty(), subject.tree(), false, quantities).guessed(why);
    }

    private Optional<MapNode> read(Subject subject) {
        Reply reply = server.get(subject.path());
        if (reply.ok()) {
            return Optional.of(reply.body());
        }
        if (reply.notFound()) {
            return Optional.empty();
        }
        throw new ApplyException(
                ApplyException.Reason.REFUSED,
                "the server does not show " + subject.key() + ": " + reply.message(),
                server.address() + subject.path(),
                "see what the message says",
                null);
    }

    /** Who may only read gets no prediction of the server's, and one of ours that says so. */
    private Reply ask(Subject subject, MapNode body, ApplyParameters parameters) {
        try {
            return server.apply(subject.path(), body, parameters);
        } catch (ApplyException e) {
            if (e.reason() != ApplyException.Reason.NO_PERMISSION) {
                throw e;
            }
            return new Reply(401, new MapNode(null).put("message", e.getMessage()), "");
        }
    }

    private MapNode body(Subject subject, Optional<MapNode> live) {
        MapNode body = Objects.shallow(subject.tree());
        Objects.own(Objects.own(body, "metadata"), "labels").put(Home.MEMBER, set);
        // With the replicas of the moment the rest of the prediction holds: the step before gives them away.
        if (subject.autoscaled().isPresent()) {
            handOver(live, adopt)
                    .ifPresent(replicas -> Objects.own(body, "spec").put("replicas", replicas));
        }
        return body;
    }

    /** Gives the replicas that we own, or would by an adoption, and that a scaler is to have. */
    static Optional<Node> handOver(Optional<MapNode> live, boolean adopts) {
        return live.filter(it -> ManagedFields.of(it)
                        .of(entry -> Managers.isOurs(entry) || adopts && Managers.isLegacy(entry))
                        .contains(REPLICAS))
                .flatMap(REPLICAS::in);
    }

    private static boolean isOf(MapNode predicted, MapNode live) {
        return Objects.version(predicted).equals(Objects.version(live))
                && Objects.uid(predicted).equals(Objects.uid(live));
    }

    /** Say why an answer holds no prediction though the object may be good. */
    static Optional<String> unverified(Reply reply) {
        Matcher webhook = NO_DRY_RUN.matcher(reply.message());
        if (webhook.find()) {
            return Optional.of("webhook " + webhook.group(1) + " does not take part in dry runs");
        }
        if (reply.isOfOldVersion()) {
            return Optional.of(
                    "our last apply is recorded for another version of its kind, and a plan records nothing");
        }
        return reply.status() == 401
                ? Optional.of("the server computes it only for who may change it: " + reply.message())
                : Optional.empty();
    }

    static List<String> strangers(ManagedFields managed) {
        return managed.entries().stream()
                .filter(it -> it.subresource().isEmpty())
                .map(ManagedFields.Entry::manager)
                .distinct()
                .toList();
    }
}
