package dev.davit.render.operate;

import dev.davit.apply.ApplyException;
import dev.davit.apply.Fence;
import dev.davit.apply.Ticker;
import dev.davit.document.MapNode;
import dev.davit.plan.ObjectKey;
import dev.davit.render.api.AnswerLostException;
import dev.davit.render.api.RenderApi;
import dev.davit.render.compare.Builds;
import dev.davit.render.compare.Deploy;
import dev.davit.render.compare.Deploys;
import dev.davit.render.compare.Work;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Starts deploys: one at a time for each service, and never a second one because an answer was lost. */
final class Starting {
    /** A build may take two hours, its pre-deploy command half an hour; source: https://render.com/docs/deploys */
    private static final Duration LONGEST = Duration.ofMinutes(150);

    private static final Duration LOOKED = Duration.ofSeconds(2);

    /** What was just made may be late in lists; only after so many looks it counts as not made. */
    static final int LOOKS = 15;

    private static final int TRIES = 5;

    private final RenderApi api;
    private final Ticker ticker;

    Starting(RenderApi api, Ticker ticker) {
        this.api = api;
        this.ticker = ticker;
    }

    Optional<MapNode> newest(String service) {
        return Deploys.newest(api, service);
    }

    /** Starts one when none is under way; a workspace may be set to cancel what runs. */
    String start(ObjectKey key, String service, Work work, Deploy deploy, Fence fence) {
        Optional<String> before = untilNone(key, service, fence);
        RenderApi fenced = api.checking(fence::check);
        Asked asked = asked(key, work, deploy);
        for (int i = 0; i < TRIES; i++) {
            try {
                MapNode answer = fenced.post("/services/" + service + asked.path(), asked.body());
                return answer.getText("id").orElseGet(() -> untilSeen(key, service, before));
            } catch (AnswerLostException e) {
                Optional<String> id = seen(key, () -> newer(service, before));
                if (id.isPresent()) {
                    return id.get();
                }
            }
        }
        throw Answers.unavailable("Render did not say whether a deploy has started", key);
    }

    /** Holds the call that starts a deploy. */
    private record Asked(String path, MapNode body) {}

    /** A commit is named for a build alone; of a cron job the API takes none by its name, but puts back what was built for it. */
    private static Asked asked(ObjectKey key, Work work, Deploy deploy) {
        Optional<String> commit = work.wants().getText(Builds.COMMIT).filter(it -> deploy == Deploy.BUILD_AND_DEPLOY);
        if (commit.isEmpty()) {
            return new Asked("/deploys", new MapNode(null).put("deployMode", deploy.word()));
        }
        if (!key.kind().equals("cron")) {
            return new Asked("/deploys", new MapNode(null).put("commitId", commit.get()));
        }
        String earlier = work.wants().getText(Builds.DEPLOY).orElse("");
        return new Asked("/rollback", new MapNode(null).put("deployId", earlier));
    }

    /** What is queued is answered without an id. */
    private String untilSeen(ObjectKey key, String service, Optional<String> before) {
        return seen(key, () -> newer(service, before))
                .orElseThrow(() -> Answers.unavailable("Render took the deploy and does not show it", key));
    }

    /** Looks for what may be late in lists. */
    <T> Optional<T> seen(ObjectKey key, Supplier<Optional<T>> look) {
        for (int i = 0; i < LOOKS; i++) {
            Optional<T> found = look.get();
            if (found.isPresent()) {
                return found;
            }
            sleep(key);
        }
        return Optional.empty();
    }

    private Optional<String> newer(String service, Optional<String> before) {
        return newest(service).flatMap(it -> it.getText("id")).filter(it -> !before.equals(Optional.of(it)));
    }

    private Optional<String> untilNone(ObjectKey key, String service, Fence fence) {
        long begin = ticker.nanos();
        while (true) {
            Optional<MapNode> newest = newest(service);
            if (newest.filter(Deploys::isUnderWay).isEmpty()) {
                return newest.flatMap(it -> it.getText("id"));
            }
            if (ticker.since(begin).compareTo(LONGEST) > 0) {
                throw Answers.unavailable("a deploy that somebody else started does not come to its end", key);
            }
            fence.check();
            if (fence.isStopping()) {
                throw Answers.interrupted(key);
            }
            sleep(key);
        }
    }

    /** Ends what is under way, so that the next one starts at once. */
    void cancel(String service, String deploy, Fence fence) {
        if (!isUnderWay(service, deploy)) {
            return;
        }
        try {
            api.checking(fence::check).post("/services/" + service + "/deploys/" + deploy + "/cancel", null);
        } catch (AnswerLostException waitedForInstead) {
            // What still runs is waited for before the next one starts.
        } catch (ApplyException e) {
            if (isUnderWay(service, deploy)) {
                throw e;
            }
        }
    }

    private boolean isUnderWay(String service, String deploy) {
        return api.get("/services/" + service + "/deploys/" + deploy)
                .filter(Deploys::isUnderWay)
                .isPresent();
    }

    void sleep(ObjectKey key) {
        try {
            ticker.sleep(LOOKED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Answers.interrupted(key);
        }
    }
}
