package dev.davit.cli.view;

import dev.davit.check.Finding;
import dev.davit.check.Severity;
import dev.davit.document.Json;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.SourceLocation;
import java.util.List;
import java.util.Optional;

/**
 * Writes findings as SARIF 2.1.0, which GitHub, GitLab and editors show beside the code; source:
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
public final class SarifView {
    private SarifView() {}

    /**
     * Write the document.
     *
     * @param version the version of Davit
     * @param findings what was found
     */
    public static String of(String version, List<Finding> findings) {
        MapNode root = new MapNode(null)
                .put("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
                .put("version", "2.1.0");
        MapNode run = new MapNode(null);
        root.list("runs", null).add(run);
        MapNode driver =
                run.map("tool", null).map("driver", null).put("name", "davit").put("version", version);
        ListNode rules = driver.list("rules", null);
        findings.stream()
                .map(Finding::id)
                .distinct()
                .sorted()
                .forEach(it -> rules.add(new MapNode(null).put("id", it)));
        ListNode results = run.list("results", null);
        findings.forEach(it -> results.add(result(it)));
        return Json.write(root);
    }

    private static MapNode result(Finding finding) {
        MapNode node = new MapNode(null).put("ruleId", finding.id()).put("level", level(finding.severity()));
        node.map("message", null).put("text", finding.what() + ".\nWhy: " + finding.why() + ".\nFix: " + finding.fix());
        ListNode locations = node.list("locations", null);
        finding.origins().stream()
                .flatMap(it -> it.location().stream())
                .filter(it -> !it.file().isEmpty() && it.line() > 0)
                .findFirst()
                .ifPresent(it -> locations.add(location(it)));
        Optional.of(finding)
                .filter(it -> it.acknowledgement().isPresent())
                .ifPresent(it -> node.list("suppressions", null).add(new MapNode(null).put("kind", "inSource")));
        return node;
    }

    private static MapNode location(SourceLocation at) {
        MapNode node = new MapNode(null);
        MapNode place = node.map("physicalLocation", null);
        place.map("artifactLocation", null).put("uri", at.file());
        place.map("region", null).put("startLine", at.line());
        return node;
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }
}
