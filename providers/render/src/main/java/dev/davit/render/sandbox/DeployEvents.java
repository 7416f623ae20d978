package dev.davit.render.sandbox;

import dev.davit.document.MapNode;
import java.time.Instant;

/** Tells the steps of deploys as events: of the deploy itself, of its build and of its pre-deploy command. */
final class DeployEvents {
    private static final String BUILD = "build_in_progress";
    private static final String MIGRATION = "pre_deploy_in_progress";

    private final World world;

    DeployEvents(World world) {
        this.world = world;
    }

    /** Tells that a deploy goes from one status to another; a deploy that never left the queue is not told of. */
    void changed(Entity service, Entity deploy, String from, String to, Instant at) {
        leave(service, deploy, from, to, at);
        switch (to) {
            case "created" -> tell(service, "deploy_started", of(deploy).put("trigger", trigger(service, deploy)), at);
            case BUILD ->
                tell(
                        service,
                        "build_started",
                        new MapNode(null).put("buildId", build(deploy)).put("trigger", trigger(service, deploy)),
                        at);
            case MIGRATION -> tell(service, "pre_deploy_started", command(deploy), at);
            default -> {
                if (!from.equals("queued") && isEnd(to)) {
                    ended(service, deploy, to, at);
                }
            }
        }
    }

    private void leave(Entity service, Entity deploy, String from, String to, Instant at) {
        MapNode reason = reason(deploy, to);
        if (from.equals(BUILD)) {
            tell(service, "build_ended", end(new MapNode(null).put("buildId", build(deploy)), "build", to, reason), at);
        } else if (from.equals(MIGRATION)) {
            tell(service, "pre_deploy_ended", end(command(deploy), "preDeploy", to, reason), at);
        }
    }

    private void ended(Entity service, Entity deploy, String to, Instant at) {
        MapNode reason = to.equals("build_failed")
                ? new MapNode(null).put("buildFailed", new MapNode(null).put("id", build(deploy)))
                : reason(deploy, to);
        tell(service, "deploy_ended", end(of(deploy), "deploy", to, reason), at);
        if (to.equals("live") && ServiceType.of(service).runsInstances()) {
            tell(service, "server_available", new MapNode(null), at);
        }
    }

    private static boolean isEnd(String status) {
        return status.equals("live") || status.equals("canceled") || status.endsWith("_failed");
    }

    private void tell(Entity service, String type, MapNode details, Instant at) {
        world.events().add(service, type, details, at);
    }

    private static MapNode of(Entity deploy) {
        return new MapNode(null).put("deployId", deploy.id());
    }

    private static MapNode command(Entity deploy) {
        return of(deploy).put("deployCommandExecutionId", "dce-" + number(deploy));
    }

    private static String build(Entity deploy) {
        return "bld-" + number(deploy);
    }

    private static String number(Entity deploy) {
        return deploy.id().substring(deploy.id().indexOf('-') + 1);
    }

    /**
     * Says how a part ended. The number is deprecated but required, and its values are not documented; 2 is seen for what
     * succeeded.
     */
    private static MapNode end(MapNode details, String part, String to, MapNode reason) {
        boolean canceled = to.equals("canceled");
        boolean failed = to.endsWith("_failed");
        return details.put(part + "Status", canceled ? "canceled" : failed ? "failed" : "succeeded")
                .put("status", canceled ? 4 : failed ? 3 : 2)
                .put("reason", reason);
    }

    private static MapNode reason(Entity deploy, String to) {
        MapNode reason = new MapNode(null);
        switch (to) {
            case "build_failed", "pre_deploy_failed" ->
                reason.put("failure", failure().put("nonZeroExit", 1));
            case "update_failed" ->
                reason.put("failure", failure().put("unhealthy", "an instance did not become healthy in time"));
            case "canceled" ->
                deploy.find("_newer").ifPresent(it -> reason.put("newDeploy", new MapNode(null).put("id", it)));
            default -> {
                // What succeeded has no reason.
            }
        }
        return reason;
    }

    static MapNode failure() {
        return new MapNode(null).put("evicted", false);
    }

    private MapNode trigger(Entity service, Entity deploy) {
        boolean first = world.state().where(Kind.DEPLOY, "_service", service.id()).stream()
                .allMatch(it -> it.id().equals(deploy.id()));
        MapNode trigger = new MapNode(null)
                .put("firstBuild", first)
                .put("envUpdated", false)
                .put("manual", false)
                .put("deployedByRender", false)
                .put("clearCache", deploy.flag("_clearCache"))
                .put("rollback", deploy.has("_rollback"));
        deploy.find("_rollback").ifPresent(it -> trigger.put("rollbackTargetDeployId", it));
        return trigger;
    }
}
