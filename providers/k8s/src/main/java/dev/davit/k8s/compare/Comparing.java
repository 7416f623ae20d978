package dev.davit.k8s.compare;

import dev.davit.document.MapNode;
import dev.davit.k8s.cluster.ApiServer;
import dev.davit.k8s.effect.LogicalNames;
import dev.davit.k8s.ownership.Home;
import dev.davit.k8s.ownership.Homes;
import dev.davit.plan.Blocker;
import dev.davit.plan.Comparison;
import dev.davit.plan.ObjectKey;
import dev.davit.plan.Place;
import dev.davit.plan.Wanted;
import dev.davit.target.CompareOptions;
import dev.davit.target.Workers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * Compare a definition with a cluster.
 *
 * <p>Each object is compared as the server has it with what the server itself says that an apply would make of it (a dry run, which is
 * persisted nowhere), so that defaults, quantities and the order of keys never differ. Members of the stack are listed kind by kind;
 * every object takes one dry run besides, a new or foreign one also a read. Where the server's record of our last apply proves that nothing
 * changes, that dry run is only asked for by {@link dev.davit.plan.Verification#FULL}.
 */
public final class Comparing {
    private final ApiServer server;
    private final Homes homes;
    private final Place place;

    /** Compare with a server. */
    public Comparing(ApiServer server, Homes homes, Place place) {
        this.server = server;
        this.homes = homes;
        this.place = place;
    }

    /**
     * Compare; writes nothing.
     *
     * @throws dev.davit.apply.ApplyException if the server does not answer or refuses to
     */
    public Comparison compare(Wanted wanted, CompareOptions options) {
        return compare(wanted, options, Optional.empty());
    }

    /**
     * Compare; writes nothing.
     *
     * @param ahead what was read a moment ago; taken where it is of the same stack
     * @throws dev.davit.apply.ApplyException if the server does not answer or refuses to
     */
    public Comparison compare(Wanted wanted, CompareOptions options, Optional<ReadAhead> ahead) {
        int before = server.requests() - ahead.map(ReadAhead::requests).orElse(0);
        try (Workers workers = new Workers()) {
            return compare(wanted, options, ahead, workers, before);
        }
    }

    private Comparison compare(
            Wanted wanted, CompareOptions options, Optional<ReadAhead> ahead, Workers workers, int before) {
        Home home = homes.of(wanted);
        Optional<ReadAhead> known = ahead.filter(it -> it.membership().home().equals(home));
        Membership membership = known.map(ReadAhead::membership).orElseGet(() -> Membership.read(server, home));
        // Of a stack that is there the objects of each kind are listed, which shows whether there is that kind.
        Subjects preparing = new Subjects(membership.exists() ? server::likelyKinds : server::kinds);
        List<MapNode> normal = preparing.normal(wanted.objects());
        Map<ObjectKey, MapNode> members = new Members(server, workers)
                .of(membership, normal, known.map(ReadAhead::lists).orElse(Map.of()));
        LogicalNames.Resolved resolved = LogicalNames.resolve(
                normal,
                members.values().stream()
                        .filter(it -> Objects.kind(it).equals("Deployment.apps"))
                        .toList());
        List<Subject> subjects = preparing.of(wanted.objects(), resolved.wanted());
        Judgement judgement = new Judgement(server, place, options, membership, resolved);
        Set<String> namespaces = membership.exists() ? Set.of(home.namespace()) : Set.of();
        List<Outcome> outcomes = look(subjects, members, namespaces, judgement, options, workers);
        Set<ObjectKey> keys = new LinkedHashSet<>(resolved.spared());
        subjects.forEach(it -> keys.add(it.key()));
        Set<String> uids = new LinkedHashSet<>();
        outcomes.forEach(it -> it.live().map(Objects::uid).ifPresent(uids::add));
        Pruning pruning = Pruning.of(members.values(), keys, uids, options.deletes());
        return judgement.of(outcomes, pruning, before);
    }

    private List<Outcome> look(
            List<Subject> subjects,
            Map<ObjectKey, MapNode> members,
            Set<String> known,
            Judgement judgement,
            CompareOptions options,
            Workers workers) {
        List<MapNode> trees = subjects.stream().map(Subject::tree).toList();
        Namespaces namespaces = Namespaces.of(server, trees, known);
        Look look = new Look(server, judgement.set(), options);
        List<Callable<Optional<Outcome>>> calls = new ArrayList<>();
        for (Subject subject : subjects) {
            Optional<String> unseen = unseen(subject, namespaces, trees);
            Optional<Blocker> blocker = blocker(subject, namespaces, unseen);
            blocker.ifPresent(judgement::add);
            if (blocker.isEmpty()) {
                MapNode listed = members.get(subject.key());
                calls.add(() -> Optional.of(unseen.map(why -> look.unseen(subject, why))
                        .orElseGet(() -> look.at(subject, Optional.ofNullable(listed)))));
            }
        }
        return workers.all(calls).stream().flatMap(Optional::stream).toList();
    }

    private static Optional<String> unseen(Subject subject, Namespaces namespaces, List<MapNode> trees) {
        if (subject.kind().isEmpty()) {
            return definition(subject, trees).map(it -> "its kind comes with " + Objects.key(it) + " of the same plan");
        }
        String scope = subject.key().scope();
        return namespaces.missing().contains(scope) && namespaces.wanted().contains(scope)
                ? Optional.of("its namespace comes with the same plan")
                : Optional.empty();
    }

    private static Optional<MapNode> definition(Subject subject, List<MapNode> trees) {
        String kind = Objects.kind(subject.tree());
        return trees.stream()
                .filter(it -> Objects.kind(it).equals("CustomResourceDefinition.apiextensions.k8s.io"))
                .filter(it -> (Objects.text(it, "spec", "names", "kind") + "." + Objects.text(it, "spec", "group"))
                        .equals(kind))
                .findFirst();
    }

    private static Optional<Blocker> blocker(Subject subject, Namespaces namespaces, Optional<String> unseen) {
        if (unseen.isPresent()) {
            return Optional.empty();
        }
        if (subject.kind().isEmpty()) {
            return Optional.of(Blockers.noKind(subject.key(), Objects.text(subject.tree(), "apiVersion")));
        }
        return namespaces.missing().contains(subject.key().scope())
                ? Optional.of(Blockers.noNamespace(subject.key()))
                : Optional.empty();
    }

    static Optional<Instant> leaving(MapNode live) {
        String text = Objects.text(live, "metadata", "deletionTimestamp");
        return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    }
}
