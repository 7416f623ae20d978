package dev.davit.render.rule;

import dev.davit.check.Report;
import dev.davit.document.Node;
import dev.davit.model.Desired;
import dev.davit.model.DesiredObject;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** RND006: keep build and pre-deploy commands off the disk, which is mounted in neither; source: https://render.com/docs/disks */
public final class DiskBeforeStart extends RenderRule {
    private static final List<String> COMMANDS = List.of("buildCommand", "preDeployCommand");

    @Override
    public String id() {
        return "RND006";
    }

    @Override
    public String title() {
        return "Build and pre-deploy commands do not use the disk.";
    }

    @Override
    void look(Desired desired, Report report) {
        for (DesiredObject object : desired.objects()) {
            object.tree()
                    .getMap("disk")
                    .flatMap(disk -> disk.getText("mountPath"))
                    .ifPresent(path -> COMMANDS.forEach(command -> look(object, command, path, report)));
        }
    }

    private static void look(DesiredObject object, String command, String path, Report report) {
        Pattern below = Pattern.compile("(?<![A-Za-z0-9._-])" + Pattern.quote(path) + "(?![A-Za-z0-9._-])");
        Optional<String> line = object.tree().getText(command);
        if (line.filter(it -> below.matcher(it).find()).isPresent()) {
            report.add(
                    object.resource().orElse(null),
                    object.tree().get(command).flatMap(Node::origin).orElse(null),
                    "the " + (command.startsWith("build") ? "build" : "pre-deploy") + " command uses the disk at "
                            + path,
                    "Render mounts a disk for running instances alone: what is written there is lost",
                    "do it at the program's start, when the disk is there");
        }
    }
}
