package dev.davit.render.sandbox;

import dev.davit.document.MapNode;
import java.time.Instant;
import java.util.Set;

/** Attaches disks to services and changes them; source of the rules: https://render.com/docs/disks. */
final class Disks {
    private static final Set<String> FORBIDDEN = Set.of(
            "/",
            "/opt",
            "/opt/render",
            "/opt/render/project",
            "/opt/render/project/src",
            "/home",
            "/home/render",
            "/etc",
            "/etc/secrets");

    private final World world;

    Disks(World world) {
        this.world = world;
    }

    Entity attach(Entity service, Entity asked, Instant now) {
        if (!ServiceType.of(service).runsInstances()) {
            throw Problem.badRequest("a " + service.text("type") + " cannot have a disk");
        }
        if (service.part("serviceDetails").has("disk")) {
            throw Problem.badRequest("service " + service.id() + " has a disk");
        }
        requireMountPath(asked.text("mountPath"));
        Entity disk = world.newEntity(Kind.DISK, now)
                .put("serviceId", service.id())
                .put("sizeGB", 1)
                .take(asked, "name", "mountPath", "sizeGB");
        Entity draft = new Entity(service.tree().copy());
        show(draft, disk);
        ServiceRules.check(draft);
        show(service, disk);
        tell(disk, "disk_created", new MapNode(null).put("sizeGB", disk.number("sizeGB", 0)), now);
        return world.state().put(Kind.DISK, disk);
    }

    void change(Entity disk, Entity asked, Instant now) {
        if (asked.has("sizeGB") && asked.number("sizeGB", 0) < disk.number("sizeGB", 0)) {
            throw Problem.badRequest("a disk cannot become smaller");
        }
        asked.find("mountPath").ifPresent(Disks::requireMountPath);
        long before = disk.number("sizeGB", 0);
        World.touch(disk.take(asked, "name", "mountPath", "sizeGB"), now);
        tell(
                disk,
                "disk_updated",
                new MapNode(null).put("fromSizeGB", before).put("toSizeGB", disk.number("sizeGB", 0)),
                now);
        show(world.state().get(Kind.SERVICE, disk.text("serviceId")), disk);
    }

    private void tell(Entity disk, String type, MapNode details, Instant now) {
        world.events().add(disk.text("serviceId"), type, details.put("diskId", disk.id()), now);
    }

    void delete(Entity disk, Instant now) {
        tell(disk, "disk_deleted", new MapNode(null), now);
        world.state()
                .get(Kind.SERVICE, disk.text("serviceId"))
                .part("serviceDetails")
                .remove("disk");
        world.state().remove(Kind.DISK, disk.id());
    }

    private static void show(Entity service, Entity disk) {
        Entity shown = new Entity(new MapNode(null)).take(disk, "id", "name", "sizeGB", "mountPath");
        service.part("serviceDetails").put("disk", shown.tree());
    }

    private static void requireMountPath(String path) {
        String plain = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        if (!path.startsWith("/") || FORBIDDEN.contains(plain)) {
            throw Problem.badRequest("mountPath must be an absolute path that Render does not use itself");
        }
    }
}
