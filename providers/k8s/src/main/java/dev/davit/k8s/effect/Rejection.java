package dev.davit.k8s.effect;

import dev.davit.document.MapNode;
import dev.davit.document.Node;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Read why the server answered 422 (Invalid) to an update.
 *
 * <p>Only the words that the API server's own validation ends a cause with are recognised; the value that a cause quotes is
 * the user's and never counts. A text that the server will word otherwise one day becomes {@link Verdict#UNKNOWN}, and what
 * is unknown, like what is invalid, deletes nothing. {@link #afterProof} settles it: the same object under a free name is
 * accepted or not.
 *
 * <p>Source: the validation code of kubernetes/kubernetes (pkg/apis/&#42;/validation, apimachinery's
 * {@code FieldImmutableErrorMsg}).
 *
 * @param verdict what it is
 * @param fields the fields that the server names, in its order: {@code spec.selector}; {@code spec} where it names no more
 * @param message the server's message
 */
public record Rejection(Verdict verdict, List<String> fields, String message) {
    /** Name what a rejection can be. */
    public enum Verdict {
        /** The object is good, and the change is not allowed on the live one. */
        IMMUTABLE,
        /** The object itself is wrong. */
        INVALID,
        /** The answer does not say. */
        UNKNOWN
    }

    private static final Set<String> PLAINLY_INVALID = Set.of(
            "FieldValueRequired",
            "FieldValueNotSupported",
            "FieldValueTypeInvalid",
            "FieldValueTooLong",
            "FieldValueTooMany");

    /** What follows the quoted value, or {@code Forbidden: }, to the end. */
    private static final Pattern IMMUTABLE = Pattern.compile("(?si)(?:.*: )?(?:"
            + "field is immutable(?: when `immutable` is set)?"
            + "|field can not be unset when `immutable` is set"
            + "|updates to statefulset spec for fields other than .* are forbidden"
            + "|spec is immutable after creation(?: except .*)?"
            + "|pod updates may not change fields other than .*"
            + "|may not change once set"
            + "|may not be changed in an update"
            + "|field can not be less than (?:previous value|status\\.capacity)"
            + "|cannot change roleRef"
            + "|updates to \\S+ are forbidden"
            + "|(?:\\S+ )?(?:value |field |object )?(?:is|are) immutable"
            + ")\\.?");

    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");

    public Rejection {
        fields = List.copyOf(fields);
    }

    /**
     * Read an answer.
     *
     * @param status the body, a {@code Status}: its {@code message} and {@code details.causes}
     */
    public static Rejection of(MapNode status) {
        List<Node> causes = Fields.list(status, "details", "causes");
        List<String> fields = causes.stream()
                .flatMap(cause -> Fields.text(cause, "field").stream())
                .filter(field -> !field.isEmpty())
                .distinct()
                .toList();
        return new Rejection(
                verdict(causes), fields, Fields.text(status, "message").orElse(""));
    }

    private static Verdict verdict(List<Node> causes) {
        List<Verdict> each = causes.stream().map(Rejection::verdict).distinct().toList();
        if (each.contains(Verdict.INVALID)) {
            return Verdict.INVALID;
        }
        return each.equals(List.of(Verdict.IMMUTABLE)) ? Verdict.IMMUTABLE : Verdict.UNKNOWN;
    }

    private static Verdict verdict(Node cause) {
        if (PLAINLY_INVALID.contains(Fields.text(cause, "reason").orElse(""))) {
            return Verdict.INVALID;
        }
        String message = Fields.text(cause, "message").orElse("");
        return saysImmutable(message) ? Verdict.IMMUTABLE : Verdict.UNKNOWN;
    }

    /** What a user wrote stands in quotes, in JSON's way or in Go's; it may say anything. */
    private static boolean saysImmutable(String message) {
        return IMMUTABLE.matcher(QUOTED.matcher(message).replaceAll("\"\"")).matches();
    }

    /**
     * Settle it by the proof: the wanted object, under a free name ({@link FreeName}), sent as a dry run. What is plainly
     * invalid stays so.
     *
     * @param accepted whether the server accepted it
     */
    public Rejection afterProof(boolean accepted) {
        return verdict == Verdict.INVALID
                ? this
                : new Rejection(accepted ? Verdict.IMMUTABLE : Verdict.INVALID, fields, message);
    }
}
