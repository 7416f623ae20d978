package dev.davit.render.operate;

import dev.davit.apply.Health;
import dev.davit.apply.Readiness;
import dev.davit.document.MapNode;
import dev.davit.plan.ObjectKey;
import dev.davit.render.api.RenderApi;
import dev.davit.render.compare.Deploys;
import dev.davit.render.compare.Outside;
import dev.davit.render.compare.Projects;
import dev.davit.render.compare.Things;
import dev.davit.render.ownership.StackRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Looks how the things of a stack are: what their last deploy came to, how many instances run. */
public final class ServiceHealth {
    private final RenderApi api;
    private final Things things;

    /** Look at a workspace now. */
    public ServiceHealth(RenderApi api, String owner) {
        this.api = api;
        this.things = new Things(api, owner, Outside.NONE);
    }

    /** Look at all that a record names, those with a trouble first. */
    public List<Health> of(StackRecord record) {
        List<Health> all = new ArrayList<>();
        record.entries().keySet().stream()
                .filter(it -> !it.kind().equals("envVarGroup") && !Projects.isOne(it.kind()))
                .forEach(key -> all.add(of(key)));
        all.sort(Comparator.comparing((Health it) -> it.state() != Readiness.State.FAILED)
                .thenComparing(it -> it.state() == Readiness.State.READY)
                .thenComparing(Health::key));
        return all;
    }

    private Health of(ObjectKey key) {
        Optional<MapNode> found = things.find(key).stream().findFirst();
        if (found.isEmpty()) {
            return new Health(key, Readiness.State.FAILED, "it is not there", 0, 1, 0, List.of("somebody deleted it"));
        }
        return Things.isService(key.kind()) ? service(key, found.get()) : store(key, found.get());
    }

    private static Health store(ObjectKey key, MapNode store) {
        String status = store.getText("status").orElse("unknown");
        boolean ready = status.equals("available");
        return new Health(
                key,
                ready ? Readiness.State.READY : Readiness.State.WAITING,
                Watching.words(status),
                ready ? 1 : 0,
                1,
                0,
                List.of());
    }

    private Health service(ObjectKey key, MapNode service) {
        String id = service.getText("id").orElse("");
        Optional<MapNode> newest = api.list("/services/" + id + "/deploys?limit=1", "deploy").stream()
                .findFirst();
        String status = newest.map(Deploys::status).orElse("never deployed");
        boolean runs = !key.kind().equals("cron") && !key.kind().equals("static");
        long instances = runs ? api.array("/services/" + id + "/instances").size() : 0;
        long wanted = runs ? wanted(service) : 0;
        boolean suspended =
                service.getText("suspended").filter("suspended"::equals).isPresent();
        boolean failed = newest.filter(Deploys::isFailed).isPresent();
        List<String> troubles = new ArrayList<>();
        if (suspended) {
            troubles.add("it is suspended");
        }
        if (failed) {
            troubles.add(
                    "its last deploy, " + newest.flatMap(it -> it.getText("id")).orElse("") + ": "
                            + Watching.words(status) + "; what ran before still runs");
        }
        boolean ready = status.equals("live") && instances >= wanted && !suspended;
        return new Health(
                key,
                failed || suspended ? Readiness.State.FAILED : ready ? Readiness.State.READY : Readiness.State.WAITING,
                Watching.words(status),
                Math.min(instances, wanted),
                wanted,
                0,
                troubles);
    }

    private static long wanted(MapNode service) {
        MapNode details = service.getMap("serviceDetails").orElseGet(() -> new MapNode(null));
        Optional<Long> least = details.getMap("autoscaling")
                .filter(it -> it.get("enabled")
                        .map(String::valueOf)
                        .filter("true"::equals)
                        .isPresent())
                .flatMap(it -> it.getLong("min"));
        return least.or(() -> details.getLong("numInstances")).orElse(1L);
    }
}
