package dev.davit.cli.view;

import dev.davit.cli.Visible;
import dev.davit.document.Json;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.importing.Decision;
import dev.davit.importing.Imported;
import dev.davit.importing.Proof.Difference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Shows what came of an import. */
public final class ImportView {
    private static final int MOST_SHOWN = 300;

    private final String file;
    private final Imported imported;
    private final boolean color;

    /** Show an import of a file, as the user named it. */
    public ImportView(String file, Imported imported, boolean color) {
        this.file = file;
        this.imported = imported;
        this.color = color;
    }

    /** Give the decisions, line by line; those that say the same of several lines are one. */
    public String decisions() {
        Map<String, List<Decision>> same = new LinkedHashMap<>();
        Set<Integer> raw = imported.decisions().stream()
                .filter(it -> it.kind() == Decision.Kind.RAW)
                .map(Decision::line)
                .collect(Collectors.toSet());
        imported.decisions().stream()
                .filter(it -> it.kind() != Decision.Kind.INVALID || !raw.contains(it.line()))
                .forEach(it -> same.computeIfAbsent(it.kind() + it.what() + it.why(), key -> new ArrayList<>())
                        .add(it));
        StringBuilder text = new StringBuilder();
        same.values().forEach(all -> {
            Decision first = all.get(0);
            String kind = String.format("%-10s", first.kind().word());
            text.append(paint(first.kind()).on(kind, color))
                    .append(' ')
                    .append(place(first))
                    .append("  ")
                    .append(shown(first.what()))
                    .append(": ")
                    .append(shown(first.why()))
                    .append(all.size() == 1 ? "" : " (and " + (all.size() - 1) + " more)")
                    .append('\n');
        });
        return text.toString();
    }

    /** What was read live has no lines. */
    private static String place(Decision decision) {
        return decision.line() == 0
                ? decision.file()
                : decision.file() + ":" + decision.line() + ":" + decision.column();
    }

    /** A name can be as long as the file. */
    private static String shown(String text) {
        return Visible.line(text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "...");
    }

    private static Paint paint(Decision.Kind kind) {
        return switch (kind) {
            case RENAMED -> Paint.DIM;
            case RAW, UNDERSTOOD, INVALID -> Paint.CHANGED;
            case SECRET, LEFT_OUT -> Paint.BAD;
        };
    }

    /** Give what the proof came to. */
    public String verdict() {
        StringBuilder text = new StringBuilder();
        List<Difference> open = imported.proof().unexplained();
        open.forEach(it -> text.append(Paint.BAD.on("differs", color))
                .append("    ")
                .append(shown(it.path()))
                .append("  ")
                .append(said("file", it.file()))
                .append(", ")
                .append(said("Java", it.java()))
                .append('\n'));
        int changed = imported.proof().explained().size();
        text.append(Paint.BOLD.on(Count.of(open.size(), "difference"), color))
                .append(": the definition was compiled, synthesized and compared with ")
                .append(Count.of(imported.values(), "value"))
                .append(" of ")
                .append(file)
                .append(changed == 0 ? "" : "; " + changed + " changed on purpose, as the lines above say")
                .append('\n');
        return text.toString();
    }

    private static String said(String who, String value) {
        return value.isEmpty() ? "nothing in the " + who : shown(value) + " in the " + who;
    }

    /** Give all as one JSON document; {@code import.schema.json} describes it. */
    public String json(List<String> files) {
        MapNode root = new MapNode(null)
                .put("schema", "davit/import")
                .put("schemaVersion", 1)
                .put("file", file)
                .put("proved", imported.proof().unexplained().isEmpty())
                .put("values", imported.values())
                .put("raw", imported.raw())
                .put("written", files);
        ListNode decisions = root.list("decisions", null);
        imported.decisions()
                .forEach(it -> decisions.add(new MapNode(null)
                        .put("kind", it.kind().word())
                        .put("file", it.file())
                        .put("line", it.line())
                        .put("column", it.column())
                        .put("path", it.path())
                        .put("what", it.what())
                        .put("why", it.why())));
        ListNode differences = root.list("differences", null);
        imported.proof().unexplained().forEach(it -> differences.add(node(it)));
        imported.proof().explained().forEach(it -> differences.add(node(it)));
        return Json.write(root);
    }

    private static MapNode node(Difference it) {
        return new MapNode(null)
                .put("path", it.path())
                .put("file", it.file())
                .put("java", it.java())
                .put("why", it.why());
    }
}
