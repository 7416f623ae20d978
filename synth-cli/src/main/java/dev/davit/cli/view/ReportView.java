package dev.davit.cli.view;

import dev.davit.check.Finding;
import dev.davit.document.Json;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.target.Artifact;
import dev.davit.target.Synthesis;
import java.util.List;

/** Writes what a run came to as one JSON document, as {@code /dev/davit/cli/report.schema.json} describes it. */
public final class ReportView {
    private ReportView() {}

    /**
     * Write the document.
     *
     * @param command the command that ran
     * @param ok whether it ends with code 0
     * @param directory the output folder; empty where nothing is written
     * @param files the files that it is about
     */
    public static String of(String command, boolean ok, Synthesis synthesis, String directory, List<Artifact> files) {
        MapNode root = new MapNode(null)
                .put("schema", "davit/report")
                .put("schemaVersion", 1)
                .put("command", command)
                .put("ok", ok)
                .put("stack", synthesis.assembly().name())
                .put("stage", synthesis.assembly().stage());
        ListNode findings = root.list("findings", null);
        synthesis.findings().stream().map(Finding::toNode).forEach(findings::add);
        if (!directory.isEmpty()) {
            root.put("directory", directory);
        }
        ListNode list = root.list("files", null);
        files.forEach(file -> list.add(new MapNode(null)
                .put("path", file.path())
                .put("sha256", file.sha256())
                .put("bytes", file.size())));
        return Json.write(root);
    }
}
