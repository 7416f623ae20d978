package dev.davit.cli.view;

import dev.davit.cli.Visible;
import dev.davit.document.Json;
import dev.davit.document.MapNode;
import dev.davit.target.LogLine;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Shows lines of logs: each is one line of output, whatever a program wrote into it. */
public final class LogView {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private LogView() {}

    /** Write a line for people: {@code web/web-6d4c text}. */
    public static String text(LogLine line) {
        String who = line.resource() + (line.instance().isEmpty() ? "" : "/" + line.instance());
        return Visible.line(who) + " " + tabbed(line.text()) + "\n";
    }

    /** Write it with its time before it. */
    public static String timed(LogLine line) {
        return TIME.format(line.time()) + " " + text(line);
    }

    /** Write it as one JSON document in one line. */
    public static String json(LogLine line) {
        MapNode node = new MapNode(null).put("time", line.time().toString()).put("resource", line.resource());
        if (!line.instance().isEmpty()) {
            node.put("instance", line.instance());
        }
        return Json.compact(node.put("text", line.text())) + "\n";
    }

    /** A tab is no break of a line here, and many programs write their columns with it. */
    private static String tabbed(String text) {
        return Arrays.stream(text.split("\t", -1)).map(Visible::line).collect(Collectors.joining("\t"));
    }
}
