package dev.davit.k8s.compare;

import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.k8s.cluster.ApiServer;
import dev.davit.k8s.cluster.ApplyParameters;
import dev.davit.k8s.cluster.Reply;
import dev.davit.k8s.effect.ClusterFacts;
import dev.davit.k8s.effect.Effects;
import dev.davit.k8s.effect.FreeName;
import dev.davit.k8s.effect.LogicalNames;
import dev.davit.k8s.effect.Rejection;
import dev.davit.k8s.effect.Replacement;
import dev.davit.k8s.effect.Replacements;
import dev.davit.k8s.effect.Transition;
import dev.davit.k8s.ownership.Home;
import dev.davit.plan.Action;
import dev.davit.plan.Blocker;
import dev.davit.plan.Change;
import dev.davit.plan.Comparison;
import dev.davit.plan.FieldChange;
import dev.davit.plan.Fingerprint;
import dev.davit.plan.Foreign;
import dev.davit.plan.Impact;
import dev.davit.plan.ObjectKey;
import dev.davit.plan.Place;
import dev.davit.plan.Step;
import dev.davit.target.CompareOptions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Make of what was seen a comparison: changes with their effects and steps, what others set, what stays, what stands in the way. */
final class Judgement {
    private static final Set<String> PODS = Set.of("Deployment.apps", "StatefulSet.apps", "DaemonSet.apps");

    private final ApiServer server;
    private final Place place;
    private final CompareOptions options;
    private final Membership membership;
    private final LogicalNames.Resolved resolved;
    private final Mask mask = new Mask();
    private final List<Blocker> blockers = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<ObjectKey> unchanged = new ArrayList<>();
    private final Set<ObjectKey> recorded = new LinkedHashSet<>();
    private final List<Comparison.ForeignOf> foreign = new ArrayList<>();
    private final Map<ObjectKey, Outcome> immutable = new LinkedHashMap<>();
    private final Map<ObjectKey, MapNode> proofs = new LinkedHashMap<>();

    Judgement(
            ApiServer server,
            Place place,
            CompareOptions options,
            Membership membership,
            LogicalNames.Resolved resolved) {
        this.server = server;
        this.place = place;
        this.options = options;
        this.membership = membership;
        this.resolved = resolved;
        membership.blocker().ifPresent(blockers::add);
    }

    String set() {
        return membership.id();
    }

    void add(Blocker blocker) {
        blockers.add(blocker);
    }

    Comparison of(List<Outcome> outcomes, Pruning pruning, int requestsBefore) {
        List<Outcome> usable = outcomes.stream().filter(this::isUsable).toList();
        List<Transition> stack = new ArrayList<>();
        List<Transition> changing = new ArrayList<>();
        for (Outcome outcome : usable) {
            Transition transition = transition(outcome);
            stack.add(transition);
            if (outcome.changes()) {
                changing.add(transition);
            }
        }
        pruning.deletions().forEach(it -> {
            stack.add(Transition.deletion(it));
            changing.add(Transition.deletion(it));
        });
        ClusterFacts facts = new Facts(server).of(stack, changing, membership.all(resolved.wanted()));
        Effects effects = new Effects(facts);
        Set<ObjectKey> carried = replace(facts, usable);
        for (Outcome outcome : usable) {
            if (!carried.contains(outcome.subject().key())
                    && !immutable.containsKey(outcome.subject().key())) {
                settle(outcome, effects);
            }
        }
        pruning.deletions().forEach(it -> changes.add(deletion(it, effects)));
        return new Comparison(
                place,
                changes,
                unchanged,
                options.verification(),
                recorded,
                foreign,
                pruning.kept(),
                blockers,
                server.requests() - requestsBefore,
                Optional.empty());
    }

    /** Blocks what cannot be planned; keeps for later what the server will not change in place. */
    private boolean isUsable(Outcome outcome) {
        ObjectKey key = outcome.subject().key();
        if (outcome.live().flatMap(Comparing::leaving).isPresent()) {
            add(Blockers.leaving(key, outcome.live().flatMap(Comparing::leaving).orElseThrow()));
            return false;
        }
        if (outcome.refusal().isEmpty()) {
            return true;
        }
        if (outcome.live().isEmpty() || !outcome.refusal().get().invalid()) {
            add(Blockers.refused(key, outcome.refusal().get()));
            return false;
        }
        Rejection rejection = rejection(outcome);
        if (rejection.verdict() != Rejection.Verdict.IMMUTABLE) {
            add(Blockers.invalid(key, outcome.refusal().get(), rejection));
            return false;
        }
        immutable.put(key, outcome);
        return true;
    }

    /** Asks for the proof: is the object good by itself, under a name that is free? */
    private Rejection rejection(Outcome outcome) {
        Rejection rejection = Rejection.of(outcome.refusal().orElseThrow().body());
        if (rejection.verdict() == Rejection.Verdict.INVALID) {
            return rejection;
        }
        MapNode free = FreeName.of(outcome.subject().tree());
        String path = outcome.subject().kind().orElseThrow().path(Objects.namespace(free), Objects.name(free));
        Reply proof = server.apply(path, free, ApplyParameters.dryRun(Managers.DAVIT));
        if (proof.ok()) {
            proofs.put(outcome.subject().key(), proof.body());
        }
        return rejection.afterProof(proof.ok());
    }

    /** Takes the proof for what the object would be, where it has pods: the server filled in their defaults. */
    private Optional<MapNode> proven(Outcome outcome, MapNode live) {
        return Optional.ofNullable(proofs.get(outcome.subject().key()))
                .filter(it -> PODS.contains(outcome.subject().key().kind()))
                .map(it -> it.copy().put("metadata", live.get("metadata").orElseThrow()));
    }

    private Transition transition(Outcome outcome) {
        boolean verified = outcome.unverified().isEmpty() && outcome.refusal().isEmpty();
        if (outcome.live().isEmpty()) {
            return Transition.creation(outcome.predicted().orElseThrow(), verified);
        }
        MapNode live = outcome.live().get();
        MapNode predicted = outcome.predicted()
                .or(() -> proven(outcome, live))
                .orElseGet(() -> Merge.of(live, outcome.subject().tree(), FieldSet.EMPTY, FieldSet.EMPTY));
        return Transition.update(live, predicted, verified);
    }

    /** Plans what cannot be changed in place, and gives what these plans carry out beside it. */
    private Set<ObjectKey> replace(ClusterFacts facts, List<Outcome> usable) {
        Set<ObjectKey> carried = new LinkedHashSet<>();
        Replacements replacements = new Replacements(resolved.wanted(), facts, options.deletes());
        immutable.forEach((key, outcome) -> {
            MapNode live = outcome.live().orElseThrow();
            Replacement way = replacements.of(live, outcome.subject().tree());
            if (way instanceof Replacement.Refused refused) {
                add(refused.blocker());
            } else {
                Replacement.Planned planned = (Replacement.Planned) way;
                carried.addAll(planned.carries());
                List<FieldChange> along = usable.stream()
                        .filter(it -> planned.carries().contains(it.subject().key()))
                        .flatMap(this::along)
                        .toList();
                changes.add(replacement(outcome, live, planned, along));
            }
        });
        return carried;
    }

    /** What a replacement carries along has no change of its own; its fields are told apart by their object. */
    private Stream<FieldChange> along(Outcome outcome) {
        String object = outcome.subject().key() + " ";
        return fields(outcome).stream()
                .map(it -> new FieldChange(object + it.path(), it.before(), it.after(), it.by()));
    }

    private Change replacement(Outcome outcome, MapNode live, Replacement.Planned planned, List<FieldChange> along) {
        MapNode after = transition(outcome).predicted().orElseThrow();
        List<FieldChange> fields =
                Difference.between(Noise.without(live), Noise.without(after), FieldSet.EMPTY).stream()
                        .map(it -> shown(outcome.subject(), new Outcome.Field(it, Optional.empty())))
                        .sorted(Comparator.comparing(FieldChange::path))
                        .toList();
        return change(outcome, Action.REPLACE, fields)
                .addAllFields(along)
                .impact(planned.impact())
                .basis(Digests.of(live, fields))
                .addAllSteps(planned.steps())
                .build();
    }

    private void settle(Outcome outcome, Effects effects) {
        ObjectKey key = outcome.subject().key();
        List<Foreign> others = others(outcome);
        if (!outcome.changes()) {
            unchanged.add(key);
            if (outcome.recorded()) {
                recorded.add(key);
            }
            if (!others.isEmpty()) {
                foreign.add(new Comparison.ForeignOf(key, others));
            }
            return;
        }
        block(outcome, key);
        List<FieldChange> fields = fields(outcome);
        Optional<Fingerprint> basis = outcome.live().map(it -> Digests.of(it, fields));
        boolean adopts = options.adopt() && !outcome.owners().isEmpty() || outcome.legacy();
        Action action = outcome.isCreation() ? Action.CREATE : adopts ? Action.ADOPT : Action.UPDATE;
        Impact impact = effects.of(transition(outcome));
        changes.add(change(outcome, action, fields)
                .impact(impact)
                .basis(basis)
                .addAllSteps(steps(outcome, basis))
                .build());
    }

    private void block(Outcome outcome, ObjectKey key) {
        outcome.live().map(it -> Objects.label(it, Home.MEMBER)).ifPresent(label -> {
            if (!label.isEmpty() && !label.equals(membership.id())) {
                add(Blockers.otherStack(key, label));
            }
        });
        if (!outcome.owners().isEmpty() && !options.adopt()) {
            add(Blockers.notOurs(key, outcome.owners()));
        }
        for (Conflict conflict : outcome.conflicts()) {
            boolean lifted =
                    options.forceFields().contains(key + " " + conflict.path()) || options.adopt() && conflict.legacy();
            if (!lifted) {
                add(Blockers.conflict(
                        key,
                        conflict,
                        value(outcome, conflict.path(), outcome.live()),
                        value(
                                outcome,
                                conflict.path(),
                                Optional.of(outcome.subject().tree()))));
            }
        }
    }

    private String value(Outcome outcome, Path path, Optional<MapNode> object) {
        return object.flatMap(path::in)
                .map(it -> mask.shown(Objects.kind(outcome.subject().tree()), path, it))
                .map(Node::toString)
                .orElse("nothing");
    }

    private static List<Step> steps(Outcome outcome, Optional<Fingerprint> basis) {
        MapNode tree = outcome.subject().tree();
        List<Step> steps = new ArrayList<>();
        if (outcome.legacy()) {
            steps.add(Steps.adopt(tree, basis.orElseThrow()));
        }
        outcome.handOver()
                .ifPresent(replicas -> steps.add(Steps.handOver(
                        tree, replicas, outcome.subject().autoscaled().orElseThrow(), basis.orElseThrow())));
        steps.add(Steps.apply(tree, basis));
        return steps;
    }

    private Change.Builder change(Outcome outcome, Action action, List<FieldChange> fields) {
        Subject subject = outcome.subject();
        Change.Builder change = new Change.Builder();
        change.key(subject.key())
                .action(action)
                .resource(subject.source().resource())
                .origin(subject.tree().origin())
                .addAllFields(fields)
                .addAllForeign(others(outcome))
                .unverified(outcome.unverified())
                .rank(Ranks.of(subject.tree()))
                .isReadyAtOnce(Ranks.isReadyAtOnce(subject.tree()));
        return change;
    }

    private Change deletion(MapNode live, Effects effects) {
        Fingerprint basis = Digests.of(live, List.of());
        return new Change.Builder()
                .key(Objects.key(live))
                .action(Action.DELETE)
                .impact(effects.of(Transition.deletion(live)))
                .basis(basis)
                .rank(Ranks.ofDeletion(live))
                .addSteps(Steps.delete(live, basis))
                .build();
    }

    private List<FieldChange> fields(Outcome outcome) {
        List<FieldChange> fields = new ArrayList<>();
        outcome.fields().forEach(it -> fields.add(shown(outcome.subject(), it)));
        outcome.handOver()
                .ifPresent(replicas -> fields.add(new FieldChange(
                        "spec.replicas",
                        Optional.of(replicas),
                        Optional.of(replicas),
                        outcome.subject().autoscaled().map(ObjectKey::toString))));
        fields.sort(Comparator.comparing(FieldChange::path));
        return fields;
    }

    private FieldChange shown(Subject subject, Outcome.Field field) {
        String kind = Objects.kind(subject.tree());
        Delta delta = field.delta();
        return new FieldChange(
                delta.path().toString(),
                mask.shown(kind, delta.path(), delta.before()),
                mask.shown(kind, delta.path(), delta.after()),
                field.by());
    }

    private List<Foreign> others(Outcome outcome) {
        String kind = Objects.kind(outcome.subject().tree());
        return outcome.foreign().stream()
                .map(it -> new Foreign(
                        it.path().toString(), mask.shown(kind, it.path(), it.value()), it.manager(), it.since()))
                .sorted(Comparator.comparing(Foreign::path).thenComparing(Foreign::manager))
                .toList();
    }
}
