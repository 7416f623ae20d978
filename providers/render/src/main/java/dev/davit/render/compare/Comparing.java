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
import dev.davit.plan.Kept;
import dev.davit.plan.ObjectKey;
import dev.davit.plan.Place;
import dev.davit.plan.Planner;
import dev.davit.plan.Wanted;
import dev.davit.render.ownership.StackGroup;
import dev.davit.render.ownership.StackRecord;
import dev.davit.target.CompareOptions;
import dev.davit.target.Workers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
    private final Reader reader;
    private final References references;
    private final Mask mask = new Mask();
    private final List<Change> changes = new ArrayList<>();
    private final List<ObjectKey> unchanged = new ArrayList<>();
    private final List<Comparison.ForeignOf> foreign = new ArrayList<>();
    private final List<Kept> kept = new ArrayList<>();
    private final List<Blocker> blockers = new ArrayList<>();
    private final Set<String> isolated = new LinkedHashSet<>();

    /**
     * Compare with a snapshot.
     *
     * @param record what the stack's own group says is the stack's
     * @param last what the last release said of each thing
     * @param repository the repository of what is built from one and names none
     */
    public Comparing(
            Snapshot snapshot,
            Place place,
            StackGroup group,
            StackRecord record,
            Map<ObjectKey, MapNode> last,
            Optional<String> repository) {
        this.snapshot = snapshot;
        this.place = place;
        this.group = group;
        this.record = record;
        this.last = last;
        this.repository = repository;
        this.reader = new Reader(snapshot);
        this.references = new References(snapshot);
    }

    /** Compare. */
    public Comparison compare(Wanted wanted, CompareOptions options) {
        int before = snapshot.api().requests();
        List<Subject> subjects = subjects(wanted);
        Set<ObjectKey> coming = new LinkedHashSet<>();
        subjects.forEach(it -> coming.add(it.key()));
        findIsolated(subjects);
        subjects.forEach(it -> judge(it, coming, options));
        followGroups(subjects);
        deletions(coming, options);
        emptied(subjects, coming);
        return new Comparison(
                place,
                changes,
                unchanged,
                foreign,
                kept,
                blockers,
                snapshot.api().requests() - before,
                new Counting(snapshot, references, subjects).of(changes));
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
        return new Subject(there.isEmpty() ? placed(object) : object, there, live, record.find(key));
    }

    /** In a large stack, what others may have added to a list that the definition never had is not worth a request for each service. */
    private static Set<String> mentioned(DesiredObject object, Optional<StackRecord.Entry> entry) {
        Set<String> lists = new LinkedHashSet<>(Reader.LISTS);
        lists.removeIf(list -> !object.tree().has(list)
                && entry.stream().flatMap(it -> it.said().stream()).noneMatch(it -> it.startsWith(list + "[")));
        return lists;
    }

    /** A Blueprint means the repository that it lies in; what is there already keeps its own, wherever davit runs. */
    private DesiredObject placed(DesiredObject object) {
        MapNode tree = object.tree();
        boolean built = Words.isService(object.kind())
                && !tree.has("repo")
                && tree.getText("runtime").filter(it -> !it.equals("image")).isPresent();
        return built && repository.isPresent()
                ? new DesiredObject(
                        object.kind(),
                        object.name(),
                        object.resource(),
                        tree.copy().put("repo", repository.get()))
                : object;
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
        changes.add(builder(subject, Action.CREATE, fields)
                .impact(Effects.creation(key.kind(), difference.unset()))
                .addSteps(Steps.apply(key, work(subject, difference, Deploy.NONE, false), Optional.empty()))
                .build());
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
        Difference all = Difference.of(subject.tree(), live, subject.said(), Subject.last(last, key), references, mask);
        boolean dropsDisk = losesDisk(subject, live) && options.deletes().contains("disk " + key.name());
        Difference difference = dropsDisk ? all.with(droppedDisk(live)) : all;
        if (losesDisk(subject, live) && !dropsDisk) {
            kept.add(new Kept(
                    new ObjectKey("disk", "", key.name()),
                    "it holds data; a service that keeps its disk restarts with each deploy",
                    "--allow-delete \"disk " + key.name() + "\""));
        }
        Deploy deploy = Deploy.of(difference).or(waiting(subject, live) ? Deploy.BUILD_AND_DEPLOY : Deploy.NONE);
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
        if (!difference.deploys() && deploy != Deploy.NONE) {
            fields.add(deployed("an earlier apply changed it and did not come to its deploy"));
        }
        Fingerprint basis = Steps.basis(live, fields);
        changes.add(builder(subject, owned ? Action.UPDATE : Action.ADOPT, fields)
                .addAllForeign(difference.foreign())
                .impact(
                        fields.isEmpty()
                                ? Effects.adoption()
                                : Effects.change(subject.tree(), live, difference, deploy, isolated))
                .basis(basis)
                .addSteps(Steps.apply(key, work(subject, difference, deploy, dropsDisk), Optional.of(basis)))
                .build());
    }

    /** What a definition that never was applied does not mention is nobody's loss. */
    private static boolean losesDisk(Subject subject, Live live) {
        return !live.diskId().isEmpty()
                && !subject.tree().has("disk")
                && subject.said().stream().anyMatch(it -> it.startsWith("disk."));
    }

    private static Delta droppedDisk(Live live) {
        return new Delta("disk", Optional.of(ScalarNode.of(live.diskId(), null)), Optional.empty(), Reach.DISK);
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
                blockers.add(Blockers.smaller(key, delta));
            }
        }
    }

    private static boolean isLess(Optional<Node> one, Optional<Node> other) {
        return one.isPresent()
                && other.isPresent()
                && new java.math.BigDecimal(one.get().toString())
                                .compareTo(new java.math.BigDecimal(other.get().toString()))
                        < 0;
    }

    /** Says whether an apply changed it and then did not come to its deploy. */
    private boolean waiting(Subject subject, Live live) {
        return subject.entry()
                .flatMap(StackRecord.Entry::deploys)
                .filter(since -> Words.isService(live.kind()))
                .filter(since -> !Deploys.isLiveSince(snapshot.api(), live.id(), since) || lacksGroups(subject, live))
                .isPresent();
    }

    /** A creation links to no group: what it deploys first runs without the groups' variables. */
    private boolean lacksGroups(Subject subject, Live live) {
        boolean made = subject.entry().filter(it -> it.id().isEmpty()).isPresent();
        return made
                && Things.readsGroups(subject.key(), subject.tree())
                && Deploys.isOnlyFirst(snapshot.api(), live.id());
    }

    /** What reads a changed group sees that with its next deploy, and the API starts none by itself. */
    private void followGroups(List<Subject> subjects) {
        Set<String> changed = new LinkedHashSet<>();
        changes.stream()
                .filter(it -> it.key().kind().equals("envVarGroup")
                        && it.action() != Action.CREATE
                        && !it.fields().isEmpty())
                .forEach(it -> changed.add(it.key().name()));
        if (changed.isEmpty()) {
            return;
        }
        Map<ObjectKey, Change> known = new LinkedHashMap<>();
        changes.forEach(it -> known.put(it.key(), it));
        for (Subject subject : subjects) {
            Set<String> read = new LinkedHashSet<>(
                    Variables.of(subject.key().kind(), subject.tree()).groups());
            read.retainAll(changed);
            if (!read.isEmpty()
                    && subject.live().isPresent()
                    && !subject.key().kind().equals("cron")) {
                follow(subject, subject.live().get(), read, Optional.ofNullable(known.get(subject.key())));
            }
        }
    }

    private void follow(Subject subject, Live live, Set<String> groups, Optional<Change> own) {
        boolean deploys = own.flatMap(it -> it.steps().stream().findFirst())
                .filter(it -> Work.of(it).deploy() != Deploy.NONE)
                .isPresent();
        if (deploys) {
            return;
        }
        own.ifPresent(changes::remove);
        unchanged.remove(subject.key());
        foreign.removeIf(it -> it.key().equals(subject.key()));
        Difference difference = Difference.of(
                subject.tree(), live, subject.said(), Subject.last(last, subject.key()), references, mask);
        List<FieldChange> fields = new ArrayList<>(fields(difference));
        groups.forEach(it -> fields.add(new FieldChange(
                Variables.groupPath(it),
                Optional.empty(),
                Optional.of(ScalarNode.of("the group's new values", null)),
                Optional.empty())));
        Fingerprint basis = Steps.basis(live, fields);
        Work work = work(subject, difference, Deploy.DEPLOY_ONLY, false);
        changes.add(builder(subject, own.map(Change::action).orElse(Action.UPDATE), fields)
                .addAllForeign(difference.foreign())
                .impact(Effects.change(subject.tree(), live, difference, Deploy.DEPLOY_ONLY, isolated))
                .basis(basis)
                .addSteps(
                        difference.isEmpty()
                                ? Steps.deploy(subject.key(), work, basis)
                                : Steps.apply(subject.key(), work, Optional.of(basis)))
                .build());
    }

    private static FieldChange deployed(String why) {
        return new FieldChange(
                "deploy", Optional.empty(), Optional.of(ScalarNode.of("live; " + why, null)), Optional.empty());
    }

    /** Nothing goes that the stack's record does not name, whatever it is called. */
    private void deletions(Set<ObjectKey> wanted, CompareOptions options) {
        record.entries().forEach((key, entry) -> {
            if (!wanted.contains(key) && !Projects.isOne(key.kind())) {
                snapshot.find(key.kind(), key.name()).stream()
                        .filter(it -> record.owns(key, it.getText("id").orElse(""), Subject.createdAt(it)))
                        .findFirst()
                        .ifPresent(it ->
                                delete(key, new Live(key.kind(), it), entry.id().isEmpty(), options));
            }
        });
    }

    /** What an apply meant to make and nobody wrote down as made may be somebody else's under the same name. */
    private void delete(ObjectKey key, Live live, boolean unsure, CompareOptions options) {
        if ((live.isStateful() || unsure) && !options.deletes().contains(key.toString())) {
            String why = Words.isService(key.kind()) && live.isStateful() ? "its disk holds data" : "it holds data";
            kept.add(new Kept(
                    key,
                    live.isStateful() ? why : "an apply that failed was to make it, and maybe somebody else did",
                    "--allow-delete \"" + key + "\""));
            return;
        }
        Fingerprint basis = Steps.basis(live, List.of());
        changes.add(new Change.Builder()
                .key(key)
                .action(Action.DELETE)
                .impact(Effects.deletion(live))
                .basis(basis)
                .rank(Planner.DELETIONS
                        + (Words.isService(key.kind()) ? 0 : key.kind().equals("envVarGroup") ? 10 : 20))
                .addSteps(Steps.delete(key, basis))
                .build());
    }

    /** What Davit made to hold things goes when nothing is left in it. */
    private void emptied(List<Subject> subjects, Set<ObjectKey> wanted) {
        Set<String> leaving = new LinkedHashSet<>();
        changes.stream()
                .filter(it -> it.action() == Action.DELETE)
                .flatMap(it -> it.basis().stream())
                .forEach(it -> leaving.add(it.uid()));
        subjects.stream()
                .filter(it -> it.tree().has(Projects.ENVIRONMENT))
                .filter(it -> !wanted.contains(Projects.key(it.live()
                        .flatMap(live -> live.answer().getText(Projects.ENVIRONMENT))
                        .orElse(""))))
                .flatMap(it -> it.live().stream())
                .forEach(it -> leaving.add(it.id()));
        for (String kind : List.of(Projects.ENVIRONMENT, Projects.PROJECT)) {
            record.entries().forEach((key, entry) -> {
                if (key.kind().equals(kind) && entry.made() && !wanted.contains(key)) {
                    snapshot.find(kind, key.name()).stream()
                            .filter(it -> record.owns(key, it.getText("id").orElse(""), Subject.createdAt(it)))
                            .findFirst()
                            .ifPresent(it -> empty(key, it, leaving));
                }
            });
        }
    }

    private void empty(ObjectKey key, MapNode holder, Set<String> leaving) {
        List<String> left = new ArrayList<>(Projects.held(holder));
        left.removeAll(leaving);
        if (!left.isEmpty()) {
            kept.add(new Kept(
                    key,
                    "what is in it stays: " + String.join(", ", left),
                    "move that elsewhere or delete it, then apply again"));
            return;
        }
        Live live = new Live(key.kind(), holder);
        leaving.add(live.id());
        Fingerprint basis = Steps.basis(live, List.of());
        changes.add(new Change.Builder()
                .key(key)
                .action(Action.DELETE)
                .impact(Effects.deletion(live))
                .basis(basis)
                .rank(Planner.DELETIONS + (key.kind().equals(Projects.ENVIRONMENT) ? 30 : 40))
                .addSteps(Steps.delete(key, basis))
                .build());
    }

    private static Work work(Subject subject, Difference difference, Deploy deploy, boolean dropsDisk) {
        Set<String> paths = new LinkedHashSet<>();
        difference.deltas().forEach(it -> paths.add(it.path()));
        return new Work(subject.tree(), subject.said(), paths, deploy, dropsDisk);
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
                .unverified(Unreachable.words(subject.key().kind(), subject.tree()))
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
            case Projects.ENVIRONMENT -> closes && action != Action.CREATE ? 40 : 2;
            case "database", "keyvalue" -> 10;
            case "envVarGroup" -> 20;
            default -> 30;
        };
    }
}
