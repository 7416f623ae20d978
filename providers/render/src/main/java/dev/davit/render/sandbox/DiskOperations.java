package dev.davit.render.sandbox;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Answers for disks. */
final class DiskOperations {
    private final World world;
    private final Disks disks;

    DiskOperations(World world) {
        this.world = world;
        this.disks = new Disks(world);
    }

    void addTo(Router router) {
        router.on("GET /disks", this::list)
                .on("POST /disks", this::create)
                .on("GET /disks/{}", call -> Answer.ok(disk(call).shown()))
                .on("PATCH /disks/{}", this::change)
                .on("DELETE /disks/{}", this::delete)
                .on("GET /disks/{}/snapshots", this::snapshots);
    }

    private Entity disk(Call call) {
        return world.state().get(Kind.DISK, call.variable(0));
    }

    private Answer list(Call call) {
        List<Entity> all = Late.visible(world.state().all(Kind.DISK), call).stream()
                .filter(it -> call.all("diskId").isEmpty() || call.all("diskId").contains(it.id()))
                .filter(it ->
                        call.all("ownerId").isEmpty() || call.all("ownerId").contains(owner(it)))
                .toList();
        return Paging.page(call, "disk", Filters.by(call, all, "name", "serviceId"));
    }

    private String owner(Entity disk) {
        return world.state().get(Kind.SERVICE, disk.text("serviceId")).text("ownerId");
    }

    private Answer create(Call call) {
        Entity asked = call.body("diskPOST");
        if (asked.number("sizeGB", 0) < 1) {
            throw Problem.badRequest("sizeGB must be at least 1");
        }
        Entity service = world.state().get(Kind.SERVICE, asked.text("serviceId"));
        return Answer.created(disks.attach(service, asked, call.now()).shown());
    }

    private Answer change(Call call) {
        Entity disk = disk(call);
        Entity service = world.state().get(Kind.SERVICE, disk.text("serviceId"));
        if (service.text("suspended").equals("suspended")
                || service.text("_live").isEmpty()) {
            throw Problem.badRequest("the disk's service must be deployed and active");
        }
        disks.change(disk, call.body("diskPATCH"), call.now());
        return Answer.ok(disk.shown());
    }

    private Answer delete(Call call) {
        disks.delete(disk(call), call.now());
        return Answer.gone();
    }

    /** One of each day is kept for a week; the status 201 is what the description says. */
    private Answer snapshots(Call call) {
        Entity disk = disk(call);
        ListNode list = new ListNode(null);
        var first = disk.time("createdAt").orElseThrow();
        for (int day = 1;
                day <= 7 && !call.now().minusSeconds(86_400L * (day - 1)).isBefore(first.plusSeconds(86_400));
                day++) {
            var taken = call.now().truncatedTo(ChronoUnit.DAYS).minusSeconds(86_400L * (day - 1));
            list.add(new MapNode(null)
                    .put("createdAt", taken.toString())
                    .put("snapshotKey", disk.id() + "@" + taken.getEpochSecond()));
        }
        return Answer.created(list);
    }
}
