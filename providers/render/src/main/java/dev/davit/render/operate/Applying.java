package dev.davit.render.operate;

import dev.davit.apply.ApplyException;
import dev.davit.apply.Fence;
import dev.davit.apply.Written;
import dev.davit.document.MapNode;
import dev.davit.plan.ObjectKey;
import dev.davit.plan.Step;
import dev.davit.render.api.AnswerLostException;
import dev.davit.render.api.RenderApi;
import dev.davit.render.compare.Deploy;
import dev.davit.render.compare.Difference;
import dev.davit.render.compare.Live;
import dev.davit.render.compare.Things;
import dev.davit.render.compare.Work;
import dev.davit.render.compare.Writes;
import dev.davit.render.ownership.StackRecord;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Brings one thing to what a step wants: makes it, or makes the calls that it still takes, then one deploy. */
final class Applying {
    /** Each is followed by half a minute of looking. */
    private static final int TRIES = 3;

    private final RenderApi api;
    private final Supplier<Things> looking;
    private final Starting starting;

    /**
     * Brings things to what they are to be.
     *
     * @param looking looks at the workspace anew
     */
    Applying(RenderApi api, Supplier<Things> looking, Starting starting) {
        this.api = api;
        this.looking = looking;
        this.starting = starting;
    }

    /**
     * Does a step.
     *
     * @param unsure whether an apply that ended a moment ago may have made the thing, so that lists need not show it yet
     */
    Written apply(Step step, StackRecord record, boolean unsure, Fence fence) {
        ObjectKey key = step.key();
        Work work = Work.of(step);
        Things things = withTargets(key, work);
        Optional<MapNode> found = found(things, step, record);
        if (found.isEmpty()) {
            return create(step, work, things, record, unsure, fence);
        }
        String id = found.get().getText("id").orElse("");
        boolean made = step.expects().isEmpty();
        // A later process finds what it made before, and cannot know whether that ever was deployed as a whole.
        return made
                ? complete(key, work, id, "", record, fence)
                : update(step, work, things, found.get(), record, fence);
    }

    /** What was made a moment ago may not say yet where it is. */
    private Things withTargets(ObjectKey key, Work work) {
        for (int i = 0; ; i++) {
            Things things = looking.get();
            List<String> nowhere = things.nowhere(key, work);
            Optional<ObjectKey> unplaced = things.unplaced(key, work);
            if (nowhere.isEmpty() && unplaced.isEmpty()) {
                return things;
            }
            if (i == Starting.LOOKS) {
                if (unplaced.isPresent()) {
                    throw Answers.refused(
                            unplaced.get() + ", where it is to be, is not there",
                            key,
                            "look whether somebody deleted or renamed it, then run davit apply again");
                }
                throw Answers.refused(
                        "variable " + String.join("; ", nowhere) + " has no value yet",
                        key,
                        "look whether what it points to is ready, then run davit apply again");
            }
            starting.sleep(key);
        }
    }

    /** Gives the thing if it is the one that the plan saw, or one that an earlier try of this plan made. */
    private static Optional<MapNode> found(Things things, Step step, StackRecord record) {
        List<MapNode> found = things.find(step.key());
        if (step.expects().isPresent()) {
            String uid = step.expects().get().uid();
            return Optional.of(found.stream()
                    .filter(it -> it.getText("id").filter(uid::equals).isPresent())
                    .findFirst()
                    .orElseThrow(() -> Answers.stale("it was deleted or made anew since the plan", step.key())));
        }
        List<MapNode> own =
                found.stream().filter(it -> isOurs(it, step.key(), record)).toList();
        if (own.size() != found.size() || own.size() > 1) {
            throw Answers.stale("it is there already, and the plan saw none", step.key());
        }
        return own.stream().findFirst();
    }

    private static boolean isOurs(MapNode found, ObjectKey key, StackRecord record) {
        return record.owns(key, found.getText("id").orElse(""), Things.createdAt(found));
    }

    /**
     * Holds what was made.
     *
     * @param deploy the deploy that its creation began; empty if that is not known
     */
    private record Made(String id, String deploy) {}

    private Written create(Step step, Work work, Things things, StackRecord record, boolean unsure, Fence fence) {
        Made made = made(step, things.creation(step.key(), work), record, unsure, fence);
        return complete(step.key(), work, made.id(), made.deploy(), record, fence);
    }

    private Made made(Step step, MapNode body, StackRecord record, boolean unsure, Fence fence) {
        ObjectKey key = step.key();
        boolean lost = unsure;
        for (int i = 0; i < TRIES; i++) {
            Optional<Made> seen = lost ? untilSeen(step, record) : Optional.empty();
            if (seen.isPresent()) {
                return seen.get();
            }
            try {
                MapNode answer = api.checking(fence::check).post(Things.collection(key.kind()), body);
                return new Made(
                        answer.getMap("service").orElse(answer).getText("id").orElse(""),
                        answer.getText("deployId").orElse(""));
            } catch (AnswerLostException e) {
                lost = true;
            } catch (ApplyException refused) {
                // The name may be taken by what a lost call made and no list shows yet.
                return (lost ? untilSeen(step, record) : Optional.<Made>empty()).orElseThrow(() -> refused);
            }
        }
        return untilSeen(step, record)
                .orElseThrow(() -> Answers.unavailable("Render did not say whether it has made it", key));
    }

    private Optional<Made> untilSeen(Step step, StackRecord record) {
        return starting.seen(step.key(), () -> found(looking.get(), step, record))
                .map(it -> new Made(it.getText("id").orElse(""), ""));
    }

    /** Adds what a creation cannot carry: domains, links to groups. */
    private Written complete(ObjectKey key, Work work, String id, String deploy, StackRecord record, Fence fence) {
        // Looked at anew, and lists that are late may not show again what was there when it was made.
        Things things = withTargets(key, work);
        MapNode answer = api.get(Things.collection(key.kind()) + "/" + id)
                .orElseThrow(() -> Answers.stale("it was deleted while it was made", key));
        Live live = things.read(key, answer);
        Difference difference = things.difference(work, live);
        boolean wrote = write(things, work, live, difference, fence) || !deploy.isEmpty();
        if (!Things.isService(key.kind()) || !work.takes().isEmpty()) {
            return new Written(id, live.version(), wrote);
        }
        Optional<String> begun = Optional.of(deploy).filter(it -> !it.isEmpty());
        if (!difference.deploys()) {
            Optional<String> started = begun.or(() -> started(things, key, work, id, record));
            if (started.isPresent()) {
                return new Written(id, started.get(), wrote);
            }
        }
        if (!key.kind().equals("cron")) {
            begun.or(() -> starting.newest(id).flatMap(it -> it.getText("id")))
                    .ifPresent(it -> starting.cancel(id, it, fence));
        }
        return new Written(id, starting.start(key, id, work, Deploy.BUILD_AND_DEPLOY, fence), true);
    }

    /** Finds the deploy that an earlier try, or an earlier apply, came to after all. */
    private static Optional<String> started(Things things, ObjectKey key, Work work, String id, StackRecord record) {
        return record.find(key)
                .filter(it -> it.deploys().isPresent())
                .flatMap(it -> things.deploy(key, work, id, it))
                .flatMap(it -> it.getText("id"));
    }

    private Written update(Step step, Work work, Things things, MapNode found, StackRecord record, Fence fence) {
        ObjectKey key = step.key();
        Live live = things.read(key, found);
        Difference difference = things.difference(work, live);
        requirePlanned(step, things.unplanned(work, difference));
        boolean wrote = write(things, work, live, difference, fence);
        if (work.deploy() == Deploy.NONE) {
            return new Written(live.id(), live.version(), wrote);
        }
        Optional<String> started =
                difference.deploys() ? Optional.empty() : started(things, key, work, live.id(), record);
        if (started.isPresent()) {
            return new Written(live.id(), started.get(), wrote);
        }
        return new Written(live.id(), starting.start(key, live.id(), work, work.deploy(), fence), true);
    }

    /** What is left to do must be a part of what the plan showed. */
    private static void requirePlanned(Step step, Set<String> news) {
        if (!news.isEmpty()) {
            throw Answers.stale("changed since the plan: " + String.join(", ", news), step.key());
        }
    }

    private boolean write(Things things, Work work, Live live, Difference difference, Fence fence) {
        List<Writes.Write> writes = things.writes(work, live, difference);
        RenderApi fenced = api.checking(fence::check);
        writes.forEach(it -> it.call().accept(fenced));
        return !writes.isEmpty();
    }
}
