package dev.davit.render.rule;

import dev.davit.check.Report;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.model.Desired;
import dev.davit.model.DesiredObject;
import java.util.Optional;

/**
 * RND003: keep a service with a disk at one instance. The builders offer nothing else, so this is about raw edits; source:
 * https://render.com/docs/disks
 */
public final class OneOwnerOfADisk extends RenderRule {
    @Override
    public String id() {
        return "RND003";
    }

    @Override
    public String title() {
        return "A service with a disk runs as one instance.";
    }

    @Override
    void look(Desired desired, Report report) {
        for (DesiredObject object : desired.objects()) {
            if (object.tree().get("disk").isPresent()) {
                several(object.tree())
                        .ifPresent(node -> report.add(
                                object.resource().orElse(null),
                                node.origin().orElse(null),
                                "a service with a disk cannot run as several instances",
                                "Render attaches a disk to one instance, and refuses the whole file",
                                "keep the files in object storage and drop the disk; or stay at one instance"));
            }
        }
    }

    private static Optional<Node> several(MapNode tree) {
        return tree.get("scaling")
                .or(() -> tree.get("numInstances")
                        .filter(it -> tree.getLong("numInstances").orElse(1L) > 1));
    }
}
