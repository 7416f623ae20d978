package dev.davit.k8s.operate;

import dev.davit.apply.Fence;
import dev.davit.apply.LeaseLostException;
import dev.davit.document.MapNode;
import dev.davit.k8s.cluster.ApiServer;
import dev.davit.k8s.cluster.ApplyParameters;
import dev.davit.k8s.cluster.Reply;
import dev.davit.k8s.ownership.Home;
import dev.davit.model.DesiredObject;
import dev.davit.plan.Change;
import dev.davit.plan.Kept;
import dev.davit.plan.ObjectKey;
import dev.davit.plan.Plan;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps the parent of a stack's ApplySet: it says in which kinds and namespaces members may be. It grows before the first step and
 * shrinks after the last, so that whoever comes after a crash finds all members.
 */
final class Parent {
    private static final String MANAGER = "davit-applyset";
    private static final int TRIES = 10;

    private final ApiServer api;
    private final Home home;

    Parent(ApiServer api, Home home) {
        this.api = api;
        this.home = home;
    }

    /** Adds all that the plan may leave behind. */
    void grow(Plan plan, Fence fence) {
        ApplySet planned = of(Stream.concat(
                wanted(plan), Stream.concat(plan.changes().stream().map(Change::key), kept(plan))));
        write(fence, planned::or);
    }

    /** Leaves what is wanted or kept; nothing of either, and the parent goes, too. */
    void shrink(Plan plan, Fence fence) {
        ApplySet left = of(Stream.concat(wanted(plan), kept(plan)));
        if (left.isEmpty()) {
            remove(fence);
        } else {
            write(fence, before -> left);
        }
    }

    private static Stream<ObjectKey> wanted(Plan plan) {
        return plan.wanted().objects().stream()
                .map(DesiredObject::tree)
                .map(Live::new)
                .map(it -> new ObjectKey(ReadyRules.kindOf(it), it.namespace(), it.name()));
    }

    private static Stream<ObjectKey> kept(Plan plan) {
        return plan.kept().stream().map(Kept::key);
    }

    private static ApplySet of(Stream<ObjectKey> keys) {
        Set<ObjectKey> all = keys.collect(Collectors.toCollection(TreeSet::new));
        return new ApplySet(
                all.stream().map(ObjectKey::kind).collect(Collectors.toSet()),
                all.stream().map(ObjectKey::scope).filter(it -> !it.isEmpty()).collect(Collectors.toSet()));
    }

    private void write(Fence fence, UnaryOperator<ApplySet> change) {
        for (int i = 0; i < TRIES; i++) {
            Optional<Live> live = read(fence);
            ApplySet before = live.map(ApplySet::of).orElseGet(() -> new ApplySet(Set.of(), Set.of()));
            MapNode parent = change.apply(before).parent(home, fence.token());
            live.ifPresent(it ->
                    parent.getMap("metadata").orElseThrow().put("uid", it.uid()).put("resourceVersion", it.version()));
            Reply reply = api.checking(fence::check)
                    .apply(
                            home.parent(),
                            parent,
                            ApplyParameters.cautious(MANAGER).forced());
            if (!reply.conflict()) {
                done(reply);
                return;
            }
        }
        throw Answers.stale("it changes faster than it can be written, " + TRIES + " tries", where());
    }

    private void done(Reply reply) {
        if (!reply.ok()) {
            throw Answers.refused(reply, where());
        }
    }

    private void remove(Fence fence) {
        Optional<Live> live = read(fence);
        if (live.isEmpty()) {
            return;
        }
        MapNode options = new MapNode(null).put("apiVersion", "v1").put("kind", "DeleteOptions");
        options.map("preconditions", null).put("uid", live.get().uid());
        Reply reply = api.checking(fence::check).delete(home.parent(), options);
        if (!reply.notFound()) {
            done(reply);
        }
    }

    /** Reads the parent if it is ours; another tool's set is never touched. */
    Optional<Live> read(Fence fence) {
        Reply reply = api.get(home.parent());
        if (reply.notFound()) {
            return Optional.empty();
        }
        done(reply);
        Live live = new Live(reply.body());
        if (!live.label(Home.ID).orElse("").equals(home.id())) {
            throw Answers.refused(
                    "its label " + Home.ID + " is not the id of this name and place: somebody changed or copied it",
                    where(),
                    "find out whose it is; if it is this stack's, set the label to " + home.id());
        }
        String tool = live.annotation(Home.TOOLING).orElse("no tool");
        if (!tool.startsWith(ApplySet.TOOL + "/")) {
            throw Answers.refused(
                    "another tool keeps this set of objects: " + Lines.visible(tool),
                    where(),
                    "give the stack another name, or let only one of the tools have it");
        }
        newer(live, fence);
        return Optional.of(live);
    }

    /** A lease that was taken over may be unknown to whoever slept meanwhile. */
    private void newer(Live live, Fence fence) {
        String token = live.annotation(ApplySet.TOKEN).orElse("");
        if (token.matches("\\d{1,18}") && Long.parseLong(token) > fence.token()) {
            throw new LeaseLostException(
                    "a later apply has begun, under lease token " + token + "; ours has " + fence.token());
        }
    }

    private String where() {
        return "Secret " + home.namespace() + "/" + home.name();
    }
}
