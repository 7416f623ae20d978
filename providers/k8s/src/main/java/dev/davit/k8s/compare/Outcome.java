package dev.davit.k8s.compare;

import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.k8s.cluster.Reply;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Hold what looking at one object showed. Trees have no managed fields any more: what they told is here.
 *
 * @param subject the wanted object
 * @param live the object as it is
 * @param predicted the object as it will be; empty where the server refuses it
 * @param unverified why the server did not compute it
 * @param recorded whether the server's own record proves that nothing changes, so that it was not asked
 * @param fields what changes
 * @param foreign what others set
 * @param conflicts what others hold and we want otherwise
 * @param owners whose object it is, where it is not ours
 * @param legacy whether tools that can hand over own fields of it
 * @param handOver the replicas that we own and an autoscaler is to have
 * @param refusal why the server refuses it
 */
record Outcome(
        Subject subject,
        Optional<MapNode> live,
        Optional<MapNode> predicted,
        Optional<String> unverified,
        boolean recorded,
        List<Field> fields,
        List<Strange> foreign,
        List<Conflict> conflicts,
        List<String> owners,
        boolean legacy,
        Optional<Node> handOver,
        Optional<Reply> refusal) {
    /** Hold a change and who makes it; nobody is us. */
    record Field(Delta delta, Optional<String> by) {}

    /** Hold a field that another set, not masked yet. */
    record Strange(Path path, Node value, String manager, Optional<Instant> since) {}

    boolean isCreation() {
        return live.isEmpty();
    }

    /** Say whether there is anything to do. */
    boolean changes() {
        return isCreation()
                || handOver.isPresent()
                || refusal.isPresent()
                || fields.stream().anyMatch(it -> it.by().isEmpty());
    }

    static Outcome refused(Subject subject, Optional<MapNode> live, Reply refusal) {
        return new Outcome(
                subject,
                live.map(Trimmed::of),
                Optional.empty(),
                Optional.empty(),
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false,
                Optional.empty(),
                Optional.of(refusal));
    }
}
