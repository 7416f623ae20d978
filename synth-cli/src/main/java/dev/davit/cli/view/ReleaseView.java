package dev.davit.cli.view;

import dev.davit.apply.Release;
import dev.davit.document.Json;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Shows what was applied, and how it ended. */
public final class ReleaseView {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private ReleaseView() {}

    /** Write releases one line each, newest first, with what failed below. */
    public static String text(List<Release> releases, int columns) {
        Page page = new Page(columns, false);
        for (Release release : releases) {
            page.line()
                    .add(String.format(Locale.ROOT, "%6d  %-8s", release.number(), word(release)))
                    .at(18)
                    .add(time(release.startedAt()))
                    .at(40)
                    .add(took(release))
                    .at(49)
                    .add(summary(release))
                    .at(49)
                    .add("by " + release.by())
                    .end();
            release.failure().ifPresent(it -> page.words("                  ", it));
        }
        return page.toString();
    }

    /** Write them as {@code /dev/davit/cli/history.schema.json} describes it. */
    public static String json(String stack, String stage, List<Release> releases) {
        MapNode root = new MapNode(null)
                .put("schema", "davit/history")
                .put("schemaVersion", 1)
                .put("stack", stack)
                .put("stage", stage);
        ListNode list = root.list("releases", null);
        releases.forEach(it -> list.add(node(it)));
        return Json.write(root);
    }

    static MapNode node(Release release) {
        MapNode node = new MapNode(null)
                .put("number", release.number())
                .put("state", word(release))
                .put("planDigest", release.planDigest())
                .put("by", release.by())
                .put("startedAt", release.startedAt().toString());
        release.endedAt().ifPresent(it -> node.put("endedAt", it.toString()));
        node.put("summary", release.summary()).put("awaited", release.awaited());
        release.failure().ifPresent(it -> node.put("failure", it));
        return node;
    }

    /** Gives what was done, and that nobody saw it become ready where nobody did. */
    static String summary(Release release) {
        return release.summary() + (release.awaited() ? "" : ", not waited for");
    }

    static String word(Release release) {
        return release.state().name().toLowerCase(Locale.ROOT);
    }

    static String time(Instant at) {
        return TIME.format(at);
    }

    private static String took(Release release) {
        return release.endedAt()
                .map(it -> Elapsed.of(Duration.between(release.startedAt(), it)))
                .orElse("-");
    }
}
