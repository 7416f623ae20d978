package dev.davit.render.compare;

import dev.davit.document.MapNode;
import dev.davit.render.api.RenderApi;
import java.time.Instant;
import java.util.Set;

/** Reads deploys of a service. */
public final class Deploys {
    private static final Set<String> FAILED = Set.of("build_failed", "update_failed", "pre_deploy_failed", "canceled");

    private Deploys() {}

    /** Say whether a deploy that the API was asked for since a moment is live. */
    static boolean isLiveSince(RenderApi api, String service, Instant since) {
        return api.list("/services/" + service + "/deploys?status=live", "deploy").stream()
                .anyMatch(it -> isAsked(it) && !createdAt(it).isBefore(since));
    }

    /** Say whether a service has had no deploy but the one that its creation began. */
    static boolean isOnlyFirst(RenderApi api, String service) {
        return api.list("/services/" + service + "/deploys", "deploy").size() < 2;
    }

    private static boolean isAsked(MapNode deploy) {
        return deploy.getText("trigger").filter("api"::equals).isPresent();
    }

    /** Give when it was asked for. */
    public static Instant createdAt(MapNode deploy) {
        return deploy.getText("createdAt").map(Instant::parse).orElse(Instant.EPOCH);
    }

    /** Give its status: {@code live}. */
    public static String status(MapNode deploy) {
        return deploy.getText("status").orElse("");
    }

    /** Say whether it will never be live. */
    public static boolean isFailed(MapNode deploy) {
        return FAILED.contains(status(deploy));
    }

    /** Say whether it is on its way. */
    public static boolean isUnderWay(MapNode deploy) {
        return !isFailed(deploy)
                && !status(deploy).equals("live")
                && !status(deploy).equals("deactivated");
    }
}
