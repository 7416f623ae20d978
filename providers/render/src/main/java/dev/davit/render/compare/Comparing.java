package dev.davit.render.compare;

import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.ScalarNode;
import dev.davit.model.DesiredObject;
import dev.davit.plan.Action;
import dev.davit.plan.Blocker;
import dev.davit.plan.Change;
import dev.davit.plan.Comparison;
import dev.davit.plan.FieldChange;
import dev.davit.plan.Fingerprint;
import dev.davit.plan.Impact;
import dev.davit.plan.Kept;
import dev.davit.plan.ObjectKey;
import dev.davit.plan.Place;
import dev.davit.plan.Planner;
import dev.davit.plan.Step;
import dev.davit.plan.Verification;
import dev.davit.plan.Wanted;
import dev.davit.render.ownership.StackGroup;
import dev.davit.render.ownership.StackRecord;
import dev.davit.target.CompareOptions;
import dev.davit.target.Workers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares what a definition wants with what a workspace has. Writes nothing. */
public final class Comparing {
    /** Up to so many things all of their lists are read: Render takes 400 reads in a minute. */
    private static final int FEW = 100;

    private final Snapshot snapshot;
    private final Place place;
    private final StackGroup group;
    private final StackRecord record;
    private final Map<ObjectKey, MapNode> last;
    private final Optional<String> repository;
    private final Outside outside;
    private final Reader reader;
    private References references;
    private final Mask mask = new Mask();
    private final List<Change> changes = new ArrayList<>();
    private final List<ObjectKey> unchanged = new ArrayList<>();
    private final List<Comparison.ForeignOf> foreign = new ArrayList<>();
    private final List<Kept> kept = new ArrayList<>();
    private final List<Blocker> blockers = new ArrayList<>();
    private final Set<String> isolated = new LinkedHashSet<>();
    private final Set<String> changedGroups = new LinkedHashSet<>();
    private DomainMoves domains;

    /**
     * Compare with a snapshot.
     *
     * @param record what the stack's own group says is the stack's
     * @param last what the last release said of each thing
     * @param repository the repository of what is built from one and names none
     * @param outside knows what other targets of the stack have
     */
    public Comparing(
            Snapshot snapshot,
            Place place,
            StackGroup group,
            StackRecord record,
            Map<ObjectKey, MapNode> last,
            Optional<String> repository,
            Outside outside) {
        this.snapshot = snapshot;
        this.place = place;
        this.group = group;
        this.record = record;
        this.last = last;
        this.repository = repository;
        this.outside = outside;
        this.reader = new Reader(snapshot);
    }

    /** Compare. */
    public Comparison compare(Wanted wanted, CompareOptions options) {
        int before = snapshot.api().requests();
        List<Subject> subjects = subjects(wanted);
        Set<ObjectKey> coming = new LinkedHashSet<>();
        subjects.forEach(it -> {
            coming.add(it.key());
            Outside.names(it.tree()).forEach(name -> coming.add(References.outside(name)));
        });
        references = new References(snapshot, services(subjects), deploying(subjects), outside);
        findIsolated(subjects);
        Leaving leaving = new Leaving(snapshot, record, coming, options, mask);
        domains = DomainMoves.of(subjects, leaving, reader);
        judge(subjects, coming, options);
        leaving.find(subjects);
        changes.addAll(leaving.changes());
        kept.addAll(leaving.kept());
        return new Comparison(
                place,
                new Estimates(snapshot.api()).of(changes),
                unchanged,
                Verification.RECORDED,
                Set.of(),
                foreign,
                kept,
                blockers,
                snapshot.api().requests() - before,
                new Counting(snapshot, references, subjects).of(changes));
    }

    private static Map<String, MapNode> services(List<Subject> subjects) {
        Map<String, MapNode> services = new LinkedHashMap<>();
        subjects.stream()
                .filter(it -> Words.isService(it.key().kind()))
                .forEach(it -> services.put(it.key().name(), it.tree()));
        return services;
    }

    /** Names the services of which an apply changed something that does not run yet. */
    private static Set<String> deploying(List<Subject> subjects) {
        return subjects.stream()
                .filter(it -> it.entry().flatMap(StackRecord.Entry::deploys).isPresent())
                .map(it -> it.key().name())
                .collect(Collectors.toSet());
    }

    private List<Subject> subjects(Wanted wanted) {
        List<DesiredObject> objects = wanted.objects();
        snapshot.groups();
        try (Workers workers = new Workers()) {
            return workers.all(objects.stream()
                    .<java.util.concurrent.Callable<Subject>>map(it -> () -> subject(it, objects.size() <= FEW))
                    .toList());
        }
    }

    /** Those that are isolated now or afterwards; whoever names no environment asks for none. */
    private void findIsolated(List<Subject> subjects) {
        if (subjects.stream()
                .noneMatch(it -> it.key().kind().equals(Projects.ENVIRONMENT)
                        || it.tree().has(Projects.ENVIRONMENT))) {
            return;
        }
        isolated.addAll(snapshot.projects().isolated());
        subjects.stream()
                .filter(it -> it.tree()
                        .getMap("networking")
                        .flatMap(on -> on.getText("isolation"))
                        .filter("enabled"::equals)
                        .isPresent())
                .forEach(it -> isolated.add(it.wanted().name()));
    }

    private Subject subject(DesiredObject object, boolean few) {
        ObjectKey key = new ObjectKey(object.kind(), "", object.name());
        List<MapNode> there = snapshot.find(object.kind(), object.name());
        Set<String> lists = few ? Reader.LISTS : mentioned(object, record.find(key));
        Optional<Live> live =
                there.size() == 1 ? Optional.of(reader.read(object.kind(), there.get(0), lists)) : Optional.empty();
        Subject found = new Subject(object, there, live, record.find(key));
        return live.isPresent() ? built(found, live.get()) : there.isEmpty() ? found.with(placed(object), live) : found;
    }

    private Subject built(Subject subject, Live live) {
        MapNode tree = Builds.meant(live.kind(), subject.tree(), live, subject.entry());
        Live seen = Builds.seen(snapshot.api(), live, tree, subject.said());
        return subject.with(tree, Optional.of(Builds.isFree(seen, tree, subject.entry()) ? live : seen));
    }

    /** In a large stack, what others may have added to a list that the definition never had is not worth a request for each service. */
    private static Set<String> mentioned(DesiredObject object, Optional<StackRecord.Entry> entry) {
        Set<String> lists = new LinkedHashSet<>(Reader.LISTS);
        lists.removeIf(list -> !object.tree().has(list)
                && entry.stream().flatMap(it -> it.said().stream()).noneMatch(it -> it.startsWith(list + "[")));
        return lists;
    }

    /** A Blueprint means the repository that it lies in; what is there already keeps its own, wherever davit runs. */
    private MapNode placed(DesiredObject object) {
        MapNode tree = object.tree();
        return Builds.isBuilt(object.kind(), tree) && !tree.has("repo") && repository.isPresent()
                ? tree.copy().put("repo", repository.get())
                : tree;
    }

    /** Groups come first: what reads a changed one is deployed. */
    private void judge(List<Subject> subjects, Set<ObjectKey> coming, CompareOptions options) {
        subjects.stream().filter(Comparing::isGroup).forEach(it -> judge(it, coming, options));
        changes.stream()
                .filter(it -> it.action() != Action.CREATE)
                .filter(it ->
                        it.fields().stream().anyMatch(field -> field.path().startsWith("envVars[")))
                .forEach(it -> changedGroups.add(it.key().name()));
        subjects.stream().filter(it -> !isGroup(it)).forEach(it -> judge(it, coming, options));
    }

    private static boolean isGroup(Subject subject) {
        return subject.key().kind().equals("envVarGroup");
    }

    private void judge(Subject subject, Set<ObjectKey> coming, CompareOptions options) {
        ObjectKey key = subject.key();
        if (subject.there().size() > 1) {
            blockers.add(Blockers.several(key, subject.there().size()));
        } else if (!isKnown(subject)) {
            blockers.add(Blockers.unreachable(
                    key,
                    key + (key.kind().equals("workflow") ? " is a workflow" : " is built from a build source"),
                    "let Render sync render.yaml for it, and leave it out of what Davit applies"));
        } else if (subject.live().isEmpty()) {
            create(subject, coming);
        } else {
            change(subject, subject.live().get(), coming, options);
        }
    }

    private static boolean isKnown(Subject subject) {
        return !subject.key().kind().equals("workflow") && !subject.tree().has("buildSource");
    }

    private void create(Subject subject, Set<ObjectKey> coming) {
        ObjectKey key = subject.key();
        if (Words.isService(key.kind())) {
            snapshot.service(key.name()).ifPresent(it -> blockers.add(Blockers.taken(key, it.getKey())));
            boolean image =
                    subject.tree().getText("runtime").filter("image"::equals).isPresent();
            if (!image && !subject.tree().has("repo")) {
                blockers.add(Blockers.noRepository(key));
            }
        }
        Live nothing = new Live(key.kind(), new MapNode(null));
        Difference difference = Difference.of(subject.tree(), nothing, Set.of(), new MapNode(null), references, mask);
        requireTargets(subject, coming);
        List<FieldChange> fields = fields(difference);
        Map<String, String> takes = domains.to(key);
        changes.add(builder(subject, Action.CREATE, fields)
                .impact(worst(Effects.creation(key.kind(), difference.unset()), takes.keySet()))
                .addAllSteps(steps(key, work(subject, difference, Deploy.NONE, false), takes, Optional.empty()))
                .build());
    }

    private Impact worst(Impact own, Set<String> taken) {
        return Stream.concat(Stream.of(own), taken.stream().map(it -> Effects.takes(it, domains.source(it))))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static List<Step> steps(
            ObjectKey key, Work work, Map<String, String> takes, Optional<Fingerprint> expects) {
        Step first = work.changes().isEmpty() && work.deploy() != Deploy.NONE
                ? Steps.deploy(key, work, expects.orElseThrow())
                : Steps.apply(key, work, expects);
        return takes.isEmpty() ? List.of(first) : List.of(first, Steps.take(key, work.taking(takes), expects));
    }

    private void requireTargets(Subject subject, Set<ObjectKey> coming) {
        Variables.of(subject.key().kind(), subject.tree()).nowhere(references, coming).stream()
                .map(it -> Blockers.nowhere(subject.key(), it))
                .forEach(blockers::add);
        Credentials.missing(snapshot, subject.tree()).stream()
                .map(it -> Blockers.noCredential(subject.key(), it))
                .forEach(blockers::add);
    }

    private void change(Subject subject, Live live, Set<ObjectKey> coming, CompareOptions options) {
        ObjectKey key = subject.key();
        boolean owned = subject.isOwned(record);
        Set<String> given = domains.from(key);
        Difference all = Difference.of(subject.tree(), live, subject.said(), Subject.last(last, key), references, mask)
                .only(it -> !given.contains(it.path()));
        boolean dropsDisk = losesDisk(subject, live) && options.deletes().contains("disk " + key.name());
        Difference difference = dropsDisk ? all.withoutDisk(live) : all;
        if (losesDisk(subject, live) && !dropsDisk) {
            kept.add(new Kept(
                    new ObjectKey("disk", "", key.name()),
                    "it holds data; a service that keeps its disk restarts with each deploy",
                    "--allow-delete \"disk " + key.name() + "\""));
        }
        Optional<String> due = due(subject, live);
        Set<String> news = news(subject);
        Deploy deploy = Deploy.of(difference)
                .or(due.isPresent() ? Deploy.BUILD_AND_DEPLOY : Deploy.NONE)
                .or(news.isEmpty() ? Deploy.NONE : Deploy.DEPLOY_ONLY);
        boolean shared = Projects.isOne(key.kind());
        if (difference.isEmpty() && deploy == Deploy.NONE && (owned || shared || !options.adopt())) {
            if (!owned && !shared) {
                blockers.add(Blockers.notOurs(key, group.name()));
            }
            unchanged.add(key);
            if (!difference.foreign().isEmpty()) {
                foreign.add(new Comparison.ForeignOf(key, difference.foreign()));
            }
            return;
        }
        block(key, difference, owned || options.adopt());
        requireTargets(subject, coming);
        List<FieldChange> fields = new ArrayList<>(fields(difference));
        if (!difference.deploys()) {
            due.ifPresent(it -> fields.add(deployed(it)));
            news.forEach(it -> fields.add(newValues(it)));
        }
        Fingerprint basis = Steps.basis(live, fields, mask);
        Map<String, String> takes = domains.to(key);
        Impact impact = fields.isEmpty()
                ? Effects.adoption()
                : Effects.change(subject.tree(), live, difference, deploy, isolated);
        changes.add(builder(subject, owned ? Action.UPDATE : Action.ADOPT, fields)
                .addAllForeign(difference.foreign())
                .impact(worst(impact, takes.keySet()))
                .basis(basis)
                .addAllSteps(steps(key, work(subject, difference, deploy, dropsDisk), takes, Optional.of(basis)))
                .build());
    }

    /** What reads a changed group sees that with its next deploy, and the API starts none by itself. */
    private Set<String> news(Subject subject) {
        Set<String> read =
                new TreeSet<>(Variables.of(subject.key().kind(), subject.tree()).groups());
        read.retainAll(changedGroups);
        return Things.readsGroups(subject.key(), subject.tree()) ? read : Set.of();
    }

    private static FieldChange newValues(String group) {
        return new FieldChange(
                Variables.groupPath(group),
                Optional.empty(),
                Optional.of(ScalarNode.of("the group's new values", null)),
                Optional.empty());
    }

    /** What a definition that never was applied does not mention is nobody's loss. */
    private static boolean losesDisk(Subject subject, Live live) {
        return !live.diskId().isEmpty()
                && !subject.tree().has("disk")
                && subject.said().stream().anyMatch(it -> it.startsWith("disk."));
    }

    private void block(ObjectKey key, Difference difference, boolean allowed) {
        if (!allowed) {
            blockers.add(Blockers.notOurs(key, group.name()));
        }
        for (Delta delta : difference.deltas()) {
            if (delta.reach() == Reach.FIXED) {
                blockers.add(Blockers.fixed(key, delta));
            }
            boolean size = delta.path().equals("disk.sizeGB") || delta.path().equals("diskSizeGB");
            if (size && isLess(delta.after(), delta.before())) {
                blockers.add(Blockers.smaller(key, delta, "storage on Render only grows"));
            }
            if (key.kind().equals("keyvalue") && delta.path().equals("plan") && isSmallerStore(delta)) {
                blockers.add(Blockers.smaller(key, delta, "Render lets a Key Value store only grow"));
            }
        }
    }

    private static boolean isSmallerStore(Delta delta) {
        return delta.before()
                .flatMap(before -> delta.after().map(after -> Words.isSmallerStore(after, before)))
                .orElse(false);
    }

    private static boolean isLess(Optional<Node> one, Optional<Node> other) {
        return one.isPresent()
                && other.isPresent()
                && new java.math.BigDecimal(one.get().toString())
                                .compareTo(new java.math.BigDecimal(other.get().toString()))
                        < 0;
    }

    /** Says why a service is to be deployed, or its deploy to be waited for, without a change of it: an apply did not come so far. */
    private Optional<String> due(Subject subject, Live live) {
        Optional<StackRecord.Entry> entry =
                subject.entry().filter(it -> it.deploys().isPresent() && Words.isService(live.kind()));
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        Optional<MapNode> started = Things.deploy(snapshot, subject.key(), subject.tree(), live.id(), entry.get());
        if (started.isEmpty()) {
            return Optional.of("an earlier apply changed it and did not come to its deploy");
        }
        return started.filter(it -> Deploys.isUnderWay(it) && !entry.get().unwatched())
                .map(it -> "the deploy that an earlier apply started is on its way");
    }

    private static FieldChange deployed(String why) {
        return new FieldChange(
                "deploy", Optional.empty(), Optional.of(ScalarNode.of("live; " + why, null)), Optional.empty());
    }

    private Work work(Subject subject, Difference difference, Deploy deploy, boolean dropsDisk) {
        Map<String, String> changes = new LinkedHashMap<>();
        difference.deltas().forEach(it -> changes.put(it.path(), mask.trace(it.before())));
        Set<String> later = new TreeSet<>(domains.from(subject.key()));
        domains.to(subject.key()).keySet().forEach(it -> later.add(View.domain(it)));
        return new Work(
                subject.tree(), subject.said(), changes, deploy, difference.deploys(), dropsDisk, later, Map.of());
    }

    private static List<FieldChange> fields(Difference difference) {
        return difference.deltas().stream()
                .map(it -> new FieldChange(it.path(), it.before(), it.after(), Optional.empty()))
                .toList();
    }

    private static Change.Builder builder(Subject subject, Action action, List<FieldChange> fields) {
        Change.Builder change = new Change.Builder();
        change.key(subject.key())
                .action(action)
                .resource(subject.wanted().resource())
                .origin(subject.tree().origin())
                .addAllFields(fields)
                .unverified(Unreachable.words(subject.key().kind(), subject.tree())
                        .or(() -> Builds.words(subject.key().kind(), subject.tree())))
                .rank(rank(subject.key().kind(), action, fields))
                .isReadyAtOnce(subject.key().kind().equals("envVarGroup")
                        || Projects.isOne(subject.key().kind()));
        return change;
    }

    /** What others read comes first, and before that what holds all; an environment closes when all have moved into it. */
    private static int rank(String kind, Action action, List<FieldChange> fields) {
        boolean closes = fields.stream()
                .filter(it -> it.path().equals("networking.isolation"))
                .anyMatch(it -> it.after().map(Node::toString).equals(Optional.of("enabled")));
        return switch (kind) {
            case Projects.PROJECT -> 1;
            case Projects.ENVIRONMENT -> closes && action != Action.CREATE ? Planner.WORKLOADS + 10 : 2;
            case "database", "keyvalue" -> 10;
            case "envVarGroup" -> 20;
            default -> Planner.WORKLOADS;
        };
    }
}
