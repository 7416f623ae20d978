package dev.davit.k8s.schema;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Name the formats of single values; the names are those of the schema files. */
enum Format {
    ANY("anything", value -> true),
    STRING("text", String.class::isInstance),
    BOOL("true or false", Boolean.class::isInstance),
    INT32("a whole number of 32 bits", value -> whole(value, Integer.MIN_VALUE, Integer.MAX_VALUE)),
    INT64("a whole number of 64 bits", value -> whole(value, Long.MIN_VALUE, Long.MAX_VALUE)),
    NUMBER("a number", Number.class::isInstance),
    INTSTR("a whole number of 32 bits or text", value -> value instanceof String || INT32.accepts(value)),
    QUANTITY(
            "a quantity such as \"250m\" or \"1Gi\"",
            value -> value instanceof Number || text(value, TextFormats::isQuantity)),
    AMOUNT(
            "a quantity of 0 or more, such as \"250m\" or \"1Gi\"",
            value -> QUANTITY.accepts(value) && !value.toString().startsWith("-")),
    TIME("a time such as \"2026-01-31T12:00:00Z\"", value -> text(value, TextFormats::isTime)),
    BYTES("text in base64", value -> text(value, TextFormats::isBase64)),
    LABEL(
            "at most 63 lower-case letters, digits and \"-\", with a letter or digit at both ends",
            value -> text(value, TextFormats::isLabel)),
    LABEL1035(
            "at most 63 lower-case letters, digits and \"-\", with a letter first and a letter or digit last",
            value -> text(value, TextFormats::isLabel1035)),
    SUBDOMAIN(
            "at most 253 lower-case letters, digits, \"-\" and \".\", with a letter or digit at both ends of each part",
            value -> text(value, TextFormats::isSubdomain)),
    HOST("a host name: as a domain, with \"*\" for the first part at most", value -> text(value, TextFormats::isHost)),
    SEGMENT(
            "a path segment: not \".\", not \"..\", and without \"/\" and \"%\"",
            value -> text(value, TextFormats::isSegment)),
    QUALIFIED(
            "a name of at most 63 letters, digits, \"-\", \"_\" and \".\", with a domain and \"/\" before it if need be",
            value -> text(value, TextFormats::isQualified)),
    ANNOTATION(
            "a name of at most 63 letters, digits, \"-\", \"_\" and \".\", with a domain and \"/\" before it if need be",
            value -> text(value, text -> TextFormats.isQualified(text.toLowerCase(Locale.ROOT)))),
    RESOURCE(
            "cpu, memory, ephemeral-storage, hugepages-SIZE or a name with a domain and \"/\" before it",
            value -> text(value, TextFormats::isResource)),
    LABELVALUE(
            "empty, or at most 63 letters, digits, \"-\", \"_\" and \".\", with a letter or digit at both ends",
            value -> text(value, TextFormats::isLabelValue)),
    DATAKEY("at most 253 letters, digits, \"-\", \"_\" and \".\"", value -> text(value, TextFormats::isDataKey)),
    ENVNAME("printable ASCII without \"=\"", value -> text(value, TextFormats::isEnvName)),
    PORTNAME(
            "at most 15 lower-case letters, digits and single \"-\", with a letter among them",
            value -> text(value, TextFormats::isPortName)),
    PORT("a port from 1 to 65535", value -> whole(value, 1, 65_535)),
    PORTREF(
            "a port from 1 to 65535 or the name of one",
            value -> PORT.accepts(value) || text(value, TextFormats::isPortName)),
    PERCENTINT(
            "a whole number from 0 or a percentage such as \"25%\"",
            value -> whole(value, 0, Integer.MAX_VALUE) || text(value, TextFormats::isPercentage)),
    SHARE(
            "a whole number from 0 or a percentage up to \"100%\"",
            value -> whole(value, 0, Integer.MAX_VALUE) || text(value, TextFormats::isShare)),
    SCHEDULE(
            "a schedule of five fields such as \"0 3 * * *\", or one such as \"@daily\"",
            value -> text(value, TextFormats::isSchedule)),
    CIDR("a network such as \"10.0.0.0/8\"", value -> text(value, TextFormats::isCidr));

    private static final Set<Format> TEXT =
            EnumSet.of(STRING, LABEL, LABEL1035, SUBDOMAIN, HOST, SEGMENT, QUALIFIED, LABELVALUE, ENVNAME, PORTNAME);

    private static final Set<Format> WITHOUT_TEXT = EnumSet.of(BOOL, INT32, INT64, NUMBER, PORT);

    private final String words;
    private final Predicate<Object> test;

    Format(String words, Predicate<Object> test) {
        this.words = words;
        this.test = test;
    }

    static Format named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** Say whether some text has this format. */
    boolean takesText() {
        return !WITHOUT_TEXT.contains(this);
    }

    /** Say whether it is text alone; the server takes empty text for none where none is fine. */
    boolean isText() {
        return TEXT.contains(this);
    }

    /** Say what a value of this format is, as the end of a sentence. */
    String words() {
        return words;
    }

    boolean accepts(Object value) {
        return test.test(value);
    }

    private static boolean text(Object value, Predicate<String> test) {
        return value instanceof String text && test.test(text);
    }

    private static boolean whole(Object value, long least, long most) {
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros().scale() <= 0
                    && number.compareTo(BigDecimal.valueOf(least)) >= 0
                    && number.compareTo(BigDecimal.valueOf(most)) <= 0;
        }
        return value instanceof Long number && number >= least && number <= most;
    }
}
