package dev.davit.render.sandbox;

import dev.davit.document.MapNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Moves a service to the version that is its target, one step after each event; source of the order:
 * https://render.com/docs/deploys, zero-downtime deploys.
 *
 * <p>It compares what runs with what should and takes the next step, so that a scale change or a cancel in the midst of a deploy
 * needs no case of its own.
 */
final class Rollout {
    private static final String TARGET = "_target";

    /** Hears of how it ends. */
    interface Listener {
        /** Every instance that is wanted runs the deploy's version. */
        void done(Entity service, String deploy, Instant at);

        /** An instance of the deploy did not become healthy in time. */
        void failed(Entity service, String deploy, Instant at);
    }

    private final World world;
    private final Versions versions;
    private final Listener listener;

    Rollout(World world, Versions versions, Listener listener) {
        this.world = world;
        this.versions = versions;
        this.listener = listener;
    }

    /** Moves to a deploy, or back to one; an empty id stops all. */
    void to(Entity service, String deploy, Instant at) {
        service.put(TARGET, deploy);
        converge(service, at);
    }

    /** Replaces the instances by new ones of the same deploy. */
    void restart(Entity service, Instant at) {
        String deploy = deploy(service.text(TARGET));
        if (!deploy.isEmpty()) {
            to(service, deploy + "#" + world.state().next(), at);
        }
    }

    /** Takes the next step, if there is one. */
    void converge(Entity service, Instant at) {
        if (!ServiceType.of(service).runsInstances()) {
            return;
        }
        Instances instances = new Instances(world, service);
        String target = service.text(TARGET);
        boolean done = false;
        if (target.isEmpty() || service.text("suspended").equals("suspended")) {
            instances.removeAll();
        } else if (service.part("serviceDetails").has("disk")) {
            done = inPlace(instances, service, target, at);
        } else {
            done = besides(instances, service, target, at);
        }
        world.availability()
                .record(service.id(), at, instances.in(Instances.SERVING).size());
        if (done) {
            listener.done(service, deploy(target), at);
        }
    }

    /** A disk belongs to one instance: the old one ends before the new one starts. */
    private boolean inPlace(Instances instances, Entity service, String target, Instant at) {
        instances.outdated(target).forEach(it -> instances.stop(it, at));
        instances.in(Instances.DRAINING).forEach(it -> instances.remove(it.id()));
        if (!instances.in(Instances.STOPPING).isEmpty()) {
            return false;
        }
        List<Entity> fresh = instances.living(target);
        fresh.stream().skip(1).forEach(it -> instances.retire(it, at));
        if (fresh.isEmpty()) {
            start(instances, service, target, at);
        }
        return fresh.stream().anyMatch(Rollout::serves);
    }

    private boolean besides(Instances instances, Entity service, String target, Instant at) {
        int wanted = wanted(service);
        instances.outdated(target).stream().filter(it -> !serves(it)).forEach(it -> instances.remove(it.id()));
        instances.living(target).stream().skip(wanted).forEach(it -> instances.retire(it, at));
        long serving = instances.living(target).stream().filter(Rollout::serves).count();
        List<Entity> outdated = instances.outdated(target);
        long surplus = serving >= wanted ? outdated.size() : Math.max(0, serving + outdated.size() - wanted);
        outdated.stream().limit(surplus).forEach(it -> instances.retire(it, at));
        if (serving >= wanted) {
            return true;
        }
        int missing = wanted - instances.living(target).size();
        boolean oneByOne = outdated.size() > surplus;
        boolean underWay = instances.living(target).size() > serving;
        for (int i = 0; i < (oneByOne ? Math.min(missing, underWay ? 0 : 1) : missing); i++) {
            start(instances, service, target, at);
        }
        return false;
    }

    private void start(Instances instances, Entity service, String target, Instant at) {
        Version version = versions.of(service, deploy(target));
        instances.start(target, world.program().becomesHealthy(version), at);
    }

    void ready(Entity service, String id, Instant at) {
        find(service, id)
                .filter(it -> it.text("phase").equals(Instances.STARTING))
                .ifPresent(it -> {
                    it.put("phase", Instances.SERVING);
                    converge(service, at);
                });
    }

    void unhealthy(Entity service, String id, Instant at) {
        find(service, id).ifPresent(it -> {
            new Instances(world, service).remove(id);
            world.logs().line(service, id, "==> Instance " + id + " did not become healthy in time", at);
            MapNode reason = DeployEvents.failure().put("unhealthy", "did not become healthy in time");
            world.events()
                    .add(
                            service,
                            "server_failed",
                            new MapNode(null).put("instanceID", id).put("reason", reason),
                            at);
            listener.failed(service, deploy(it.text("version")), at);
            converge(service, at);
        });
    }

    void stopped(Entity service, String id, Instant at) {
        new Instances(world, service).remove(id);
        converge(service, at);
    }

    private Optional<Entity> find(Entity service, String id) {
        return new Instances(world, service)
                .all().stream().filter(it -> it.id().equals(id)).findFirst();
    }

    private static boolean serves(Entity instance) {
        return instance.text("phase").equals(Instances.SERVING);
    }

    /** With autoscaling on, the fixed number is ignored; without load the least number runs. */
    private static int wanted(Entity service) {
        Entity details = service.part("serviceDetails");
        boolean auto = details.has("autoscaling") && details.part("autoscaling").flag("enabled");
        return (int) (auto ? details.part("autoscaling").number("min", 1) : details.number("numInstances", 1));
    }

    private static String deploy(String target) {
        int mark = target.indexOf('#');
        return mark < 0 ? target : target.substring(0, mark);
    }
}
