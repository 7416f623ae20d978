package dev.davit.render.compare;

import dev.davit.document.MapNode;
import dev.davit.render.api.RenderApi;
import dev.davit.render.ownership.StackRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads deploys of a service. */
public final class Deploys {
    private static final Set<String> FAILED = Set.of("build_failed", "update_failed", "pre_deploy_failed", "canceled");

    /** So many are looked at: of those that were asked for since an apply began, the newest count. */
    private static final int LAST = 20;

    private static final Set<String> WAS_LIVE = Set.of("live", "deactivated");

    private Deploys() {}

    /** Give the last deploys of a service, the newest first. */
    public static List<MapNode> newest(RenderApi api, String service, int count) {
        return api.first("/services/" + service + "/deploys", "deploy", count);
    }

    /** Give the last deploy of a service. */
    public static Optional<MapNode> newest(RenderApi api, String service) {
        return newest(api, service, 1).stream().findFirst();
    }

    /**
     * Find the deploy that takes up what applies changed: live, on its way, or followed by a later one; empty if one is still to be
     * started.
     *
     * @param entry what the stack's record says of the service, a deploy being due
     * @param readsGroups whether instances run with variables of groups: a creation links to none, so what it deploys has none
     * @param groupsChanged when the last of those changed
     */
    static Optional<MapNode> since(
            RenderApi api, String service, StackRecord.Entry entry, boolean readsGroups, Instant groupsChanged) {
        List<MapNode> last = newest(api, service, LAST);
        Optional<MapNode> first = Optional.of(last)
                .filter(it -> it.size() < LAST && !it.isEmpty())
                .map(it -> it.get(it.size() - 1));
        return last.stream()
                .filter(it -> first.equals(Optional.of(it)) ? !readsGroups : isAsked(it, entry))
                .filter(it -> !createdAt(it).isBefore(entry.deploys().orElseThrow()))
                .filter(it -> !createdAt(it).isBefore(groupsChanged))
                .filter(it -> !isFailed(it))
                .findFirst();
    }

    /** Give the last deploy that has not failed: what runs, or will as soon as it is done. */
    static Optional<MapNode> notFailed(RenderApi api, String service) {
        return newest(api, service, LAST).stream().filter(it -> !isFailed(it)).findFirst();
    }

    /** Give those of the last deploys of a service that went live. */
    static List<MapNode> live(RenderApi api, String service) {
        return newest(api, service, LAST).stream()
                .filter(it -> WAS_LIVE.contains(status(it)))
                .toList();
    }

    /**
     * Give the deploy that was live at a time.
     *
     * @param time the time; empty for now
     */
    static Optional<MapNode> ranAt(RenderApi api, String service, Optional<Instant> time) {
        String live = time.map(it -> "status=live&status=deactivated&finishedBefore=" + it)
                .orElse("status=live");
        return api.first("/services/" + service + "/deploys?" + live, "deploy", 1).stream()
                .findFirst();
    }

    /** Give the commit that a deploy is built from. */
    static Optional<String> commit(MapNode deploy) {
        return deploy.getMap("commit").flatMap(it -> it.getText("id"));
    }

    /** Of a cron job a rollback puts back what was built. */
    private static boolean isAsked(MapNode deploy, StackRecord.Entry entry) {
        String trigger = deploy.getText("trigger").orElse("");
        return trigger.equals("api")
                || trigger.equals("rollback") && entry.pin().isPresent();
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
