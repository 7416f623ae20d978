package dev.davit.plan;

import dev.davit.document.DocumentException;
import dev.davit.document.Fields;
import dev.davit.document.Json;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.Sha256;
import java.nio.charset.StandardCharsets;

/**
 * Write plans as the JSON that {@code plan.schema.json} describes, and read them again.
 *
 * <p>The text carries a digest of itself, so that a byte that was changed on the way is noticed. It is no signature: who may
 * write the text may write its digest, too. What protects an apply from a forged plan is who may hand it one.
 */
public final class PlanJson {
    /** Write and read this version. */
    public static final int VERSION = 1;

    private static final String SCHEMA = "davit/plan";
    private static final String BLANK = "0".repeat(64);
    private static final String HEAD =
            "{\n  \"schema\": \"" + SCHEMA + "\",\n  \"schemaVersion\": " + VERSION + ",\n  \"content\": \"sha256:";

    private PlanJson() {}

    /**
     * Write a plan. Values of secrets that a raw edit wrote into the definition are masked; a text with such masks is not
     * read again.
     *
     * @throws DocumentException if an object is too deep to be read again
     */
    public static String write(Plan plan) {
        MapNode root = new MapNode(null)
                .put("schema", SCHEMA)
                .put("schemaVersion", VERSION)
                .put("content", "sha256:" + BLANK)
                .put("digest", plan.digest());
        StringBuilder text = new StringBuilder(Json.write(new PlanWriter(plan, true).into(root)));
        String digest = Sha256.hex(text.toString().getBytes(StandardCharsets.UTF_8));
        return text.replace(HEAD.length(), HEAD.length() + BLANK.length(), digest)
                .toString();
    }

    /**
     * Read a plan that may be hostile.
     *
     * @param name the name for messages, such as the file's
     * @param utf8 the text
     * @throws PlanException if it is no plan, was changed, is of a newer Davit, or has masked values
     */
    public static Plan read(String name, byte[] utf8) {
        try {
            Fields root = Fields.of(name, parsed(name, utf8));
            refuseOtherKind(name, root);
            refuseChanged(name, utf8);
            Plan plan = new PlanReader(root).plan();
            refuseMasked(name, plan);
            return plan;
        } catch (DocumentException e) {
            throw new PlanException("not a plan as Davit wrote it", name, e.getMessage(), "make the plan again");
        }
    }

    private static Node parsed(String name, byte[] utf8) {
        try {
            return Json.read(name, utf8);
        } catch (DocumentException e) {
            throw new PlanException("not a plan that can be read", name, e.getMessage(), "make the plan again");
        }
    }

    private static void refuseOtherKind(String name, Fields root) {
        if (!root.text("schema").equals(SCHEMA)) {
            throw new PlanException(
                    "not a plan", name, "its schema is not " + SCHEMA, "give the file that davit plan --out wrote");
        }
        long version = root.whole("schemaVersion");
        if (version != VERSION) {
            throw new PlanException(
                    version > VERSION ? "a plan of a newer Davit" : "a plan of no known version",
                    name,
                    "it has version " + version + " of the format, and this Davit reads version " + VERSION,
                    version > VERSION
                            ? "apply it with the Davit that made it, or make it again"
                            : "make the plan again");
        }
    }

    private static void refuseChanged(String name, byte[] utf8) {
        byte[] head = HEAD.getBytes(StandardCharsets.UTF_8);
        int end = head.length + BLANK.length();
        String written = "";
        if (utf8.length >= end && startsWith(utf8, head)) {
            written = new String(utf8, head.length, BLANK.length(), StandardCharsets.ISO_8859_1);
            byte[] blank = utf8.clone();
            System.arraycopy(BLANK.getBytes(StandardCharsets.UTF_8), 0, blank, head.length, BLANK.length());
            if (Sha256.hex(blank).equals(written)) {
                return;
            }
        }
        throw new PlanException(
                "the plan was changed after it was written",
                name,
                written.isEmpty()
                        ? "it does not begin as Davit writes it"
                        : "its content does not have the digest that it names",
                "keep the file as it is, or make the plan again");
    }

    private static boolean startsWith(byte[] text, byte[] head) {
        for (int i = 0; i < head.length; i++) {
            if (text[i] != head[i]) {
                return false;
            }
        }
        return true;
    }

    private static void refuseMasked(String name, Plan plan) {
        plan.wanted().literalSecret().ifPresent(object -> {
            throw new PlanException(
                    "a plan to look at, not to apply",
                    name,
                    object.address() + " holds secret values, which no plan keeps",
                    "run davit apply without a saved plan, or have the secret made outside of the definition");
        });
    }
}
