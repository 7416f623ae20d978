package dev.davit.apply;

import dev.davit.document.DocumentException;
import dev.davit.document.Fields;
import dev.davit.document.Json;
import dev.davit.document.MapNode;
import dev.davit.plan.PlanException;
import dev.davit.plan.WantedJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Write release records as JSON, and read them again as what anyone may have written. Values of secrets are masked. */
public final class ReleaseJson {
    /** Write and read this version. */
    public static final int VERSION = 1;

    private static final String SCHEMA = "davit/release";

    private ReleaseJson() {}

    /** Write a record for machines. */
    public static MapNode of(Release release) {
        return new MapNode(null)
                .put("schema", SCHEMA)
                .put("schemaVersion", VERSION)
                .put("number", release.number())
                .put("state", Fields.word(release.state()))
                .put("plan", release.planDigest())
                .put("by", release.by())
                .put("startedAt", release.startedAt().toString())
                .put("endedAt", release.endedAt().map(Instant::toString), null)
                .put("token", release.token())
                .put("summary", release.summary())
                .put("failure", release.failure(), null)
                .put("awaited", release.awaited())
                .put("wanted", WantedJson.of(release.wanted()));
    }

    /** Write a record as UTF-8, in one line: it is kept where space is short. */
    public static byte[] write(Release release) {
        return Json.compact(of(release)).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Read a record.
     *
     * @param name the name for messages
     * @throws PlanException if it is no record, or of a newer Davit
     */
    public static Release read(String name, byte[] utf8) {
        try {
            Fields root = Fields.of(name, Json.read(name, utf8));
            refuseOtherKind(name, root);
            return new Release(
                    root.count("number"),
                    root.word("state", Release.State.class),
                    root.text("plan"),
                    root.text("by"),
                    root.time("startedAt"),
                    root.optionalTime("endedAt"),
                    root.whole("token"),
                    root.text("summary"),
                    root.optionalText("failure"),
                    !root.has("awaited") || root.flag("awaited"),
                    WantedJson.read(root.fields("wanted")));
        } catch (DocumentException e) {
            throw new PlanException(
                    "not a release record as Davit wrote it", name, e.getMessage(), "choose another release");
        }
    }

    private static void refuseOtherKind(String name, Fields root) {
        if (!root.text("schema").equals(SCHEMA)) {
            throw new PlanException(
                    "not a release record", name, "its schema is not " + SCHEMA, "choose another release");
        }
        long version = root.whole("schemaVersion");
        if (version != VERSION) {
            throw new PlanException(
                    "a release record of " + (version > VERSION ? "a newer Davit" : "no known version"),
                    name,
                    "it has version " + version + " of the format, and this Davit reads version " + VERSION,
                    "use the Davit that wrote it, or choose another release");
        }
    }
}
