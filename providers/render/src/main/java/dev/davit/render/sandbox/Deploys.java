package dev.davit.render.sandbox;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Walks deploys through their states, one at a time for each service; source: https://render.com/docs/deploys. */
final class Deploys implements Rollout.Listener {
    private static final Set<String> UNDER_WAY =
            Set.of("created", "build_in_progress", "pre_deploy_in_progress", "update_in_progress");

    private final World world;
    private final Versions versions;
    private final Rollout rollout;
    private final DeployEvents events;

    Deploys(World world) {
        this.world = world;
        this.versions = new Versions(world);
        this.rollout = new Rollout(world, versions, this);
        this.events = new DeployEvents(world);
    }

    Rollout rollout() {
        return rollout;
    }

    Versions versions() {
        return versions;
    }

    /**
     * Begins a deploy, or puts it in the queue.
     *
     * @param deploy what is known of it: trigger, commit or image, {@code _mode}, {@code _rollback}
     */
    Entity add(Entity service, Entity deploy, Instant at) {
        deploy.put("_service", service.id());
        world.state().put(Kind.DEPLOY, deploy);
        Optional<Entity> other = underWay(service);
        if (other.isPresent() && world.overlap() == Overlap.WAIT) {
            queued(service).forEach(it -> end(it, "canceled", at));
            return status(deploy, "queued", at);
        }
        other.ifPresent(it -> abort(service, it.put("_newer", deploy.id()), at));
        begin(service, deploy, at);
        return deploy;
    }

    private void begin(Entity service, Entity deploy, Instant at) {
        Optional<Entity> earlier =
                deploy.find("_rollback").flatMap(it -> world.state().find(Kind.DEPLOY, it));
        earlier.ifPresentOrElse(it -> versions.restore(service, deploy, it), () -> versions.capture(service, deploy));
        enter(deploy, "created", world.timings().queue(), at);
    }

    private void enter(Entity deploy, String status, Duration lasts, Instant at) {
        status(deploy, status, at);
        world.agenda().plan(at.plus(lasts), Due.DEPLOY, deploy.id(), status);
    }

    /** Takes the next step of a deploy that is still in the status in which the step was planned. */
    void step(Entity deploy, String planned, Instant at) {
        if (!deploy.text("status").equals(planned)) {
            return;
        }
        Entity service = world.state().get(Kind.SERVICE, deploy.text("_service"));
        Version version = versions.of(service, deploy.id());
        switch (planned) {
            case "created" -> {
                deploy.put("startedAt", at);
                if (builds(service, deploy)) {
                    enter(deploy, "build_in_progress", world.timings().build(), at);
                } else {
                    built(service, deploy, at);
                }
            }
            case "build_in_progress" -> {
                if (world.program().builds(version)) {
                    built(service, deploy, at);
                } else {
                    finish(service, deploy, "build_failed", at);
                }
            }
            case "pre_deploy_in_progress" -> {
                if (world.program().migrates(version)) {
                    update(service, deploy, at);
                } else {
                    finish(service, deploy, "pre_deploy_failed", at);
                }
            }
            default -> done(service, deploy.id(), at);
        }
    }

    private static boolean builds(Entity service, Entity deploy) {
        return !service.part("serviceDetails").text("runtime").equals("image")
                && !deploy.text("_mode").equals("deploy_only")
                && !deploy.has("_rollback");
    }

    private void built(Entity service, Entity deploy, Instant at) {
        Entity details = service.part("serviceDetails");
        boolean migrates = details.has("envSpecificDetails")
                && details.part("envSpecificDetails").find("preDeployCommand").isPresent();
        if (migrates) {
            enter(deploy, "pre_deploy_in_progress", world.timings().preDeploy(), at);
        } else {
            update(service, deploy, at);
        }
    }

    private void update(Entity service, Entity deploy, Instant at) {
        if (ServiceType.of(service).runsInstances()) {
            status(deploy, "update_in_progress", at);
            rollout.to(service, deploy.id(), at);
        } else {
            enter(deploy, "update_in_progress", world.timings().queue(), at);
        }
    }

    @Override
    public void done(Entity service, String id, Instant at) {
        Entity deploy = world.state().get(Kind.DEPLOY, id);
        if (!deploy.text("status").equals("update_in_progress")) {
            return;
        }
        live(service).ifPresent(it -> status(it, "deactivated", at));
        service.put("_live", id);
        if (ServiceType.of(service) == ServiceType.STATIC_SITE) {
            world.availability().record(service.id(), at, 1);
        }
        openPorts(service, versions.of(service, id));
        finish(service, deploy, "live", at);
    }

    /** A program listens on PORT, or on 10000; source: https://render.com/docs/web-services. */
    private static void openPorts(Entity service, Version version) {
        Entity details = service.part("serviceDetails");
        String port = version.environment().getOrDefault("PORT", "10000");
        if (details.has("openPorts") && port.matches("[0-9]{1,5}")) {
            details.put(
                    "openPorts",
                    new ListNode(null)
                            .add(new MapNode(null)
                                    .put("port", Long.parseLong(port))
                                    .put("protocol", "TCP")));
            if (ServiceType.of(service) == ServiceType.PRIVATE_SERVICE) {
                details.put("url", service.text("slug") + ":" + port);
            }
        }
    }

    @Override
    public void failed(Entity service, String id, Instant at) {
        Entity deploy = world.state().get(Kind.DEPLOY, id);
        if (deploy.text("status").equals("update_in_progress")) {
            rollout.to(service, service.text("_live"), at);
            finish(service, deploy, "update_failed", at);
        }
    }

    /**
     * Cancels a deploy.
     *
     * @throws Problem if it has ended
     */
    void cancel(Entity service, Entity deploy, Instant at) {
        boolean waits = deploy.text("status").equals("queued");
        if (!waits && !UNDER_WAY.contains(deploy.text("status"))) {
            throw Problem.badRequest("deploy " + deploy.id() + " is not in progress, it is " + deploy.text("status"));
        }
        if (waits) {
            end(deploy, "canceled", at);
        } else {
            abort(service, deploy, at);
            next(service, at);
        }
    }

    private void abort(Entity service, Entity deploy, Instant at) {
        boolean swapping = deploy.text("status").equals("update_in_progress");
        end(deploy, "canceled", at);
        if (swapping) {
            rollout.to(service, service.text("_live"), at);
        }
    }

    private void finish(Entity service, Entity deploy, String status, Instant at) {
        end(deploy, status, at);
        next(service, at);
    }

    private void end(Entity deploy, String status, Instant at) {
        status(deploy, status, at).put("finishedAt", at);
    }

    private void next(Entity service, Instant at) {
        queued(service).stream().findFirst().ifPresent(it -> begin(service, it, at));
    }

    private Entity status(Entity deploy, String status, Instant at) {
        Entity service = world.state().get(Kind.SERVICE, deploy.text("_service"));
        String type = status.startsWith("build") ? "build" : "app";
        String level = status.endsWith("_failed") ? "error" : "info";
        world.logs().line(service, type, level, "==> Deploy " + deploy.id() + ": " + status.replace('_', ' '), at);
        events.changed(service, deploy, deploy.text("status"), status, at);
        return World.touch(deploy, at).put("status", status);
    }

    List<Entity> of(Entity service) {
        return world.state().where(Kind.DEPLOY, "_service", service.id());
    }

    Optional<Entity> underWay(Entity service) {
        return of(service).stream()
                .filter(it -> UNDER_WAY.contains(it.text("status")))
                .findFirst();
    }

    private List<Entity> queued(Entity service) {
        return of(service).stream()
                .filter(it -> it.text("status").equals("queued"))
                .toList();
    }

    private Optional<Entity> live(Entity service) {
        return service.find("_live").flatMap(it -> world.state().find(Kind.DEPLOY, it));
    }

    /** Ends all that is under way, for a service that is suspended. */
    void abandon(Entity service, Instant at) {
        queued(service).forEach(it -> end(it, "canceled", at));
        underWay(service).ifPresent(it -> end(it, "canceled", at));
    }
}
