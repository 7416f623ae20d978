package dev.davit.k8s.schema;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Name the formats of single values; the names are those of the schema files. */
enum Format {
    ANY("anything"),
    STRING("text"),
    BOOL("true or false"),
    INT32("a whole number of 32 bits"),
    INT64("a whole number of 64 bits"),
    NUMBER("a number"),
    INTSTR("a whole number of 32 bits or text"),
    QUANTITY("a quantity such as \"250m\" or \"1Gi\""),
    AMOUNT("a quantity of 0 or more, such as \"250m\" or \"1Gi\""),
    TIME("a time such as \"2026-01-31T12:00:00Z\""),
    BYTES("text in base64"),
    LABEL("at most 63 lower-case letters, digits and \"-\", with a letter or digit at both ends"),
    LABEL1035("at most 63 lower-case letters, digits and \"-\", with a letter first and a letter or digit last"),
    SUBDOMAIN(
            "at most 253 lower-case letters, digits, \"-\" and \".\", with a letter or digit at both ends of each part"),
    HOST("a host name: as a domain, with \"*\" for the first part at most"),
    SEGMENT("a path segment: not \".\", not \"..\", and without \"/\" and \"%\""),
    QUALIFIED(
            "a name of at most 63 letters, digits, \"-\", \"_\" and \".\", with a domain and \"/\" before it if need be"),
    ANNOTATION(
            "a name of at most 63 letters, digits, \"-\", \"_\" and \".\", with a domain and \"/\" before it if need be"),
    RESOURCE("cpu, memory, ephemeral-storage, hugepages-SIZE or a name with a domain and \"/\" before it"),
    LABELVALUE("empty, or at most 63 letters, digits, \"-\", \"_\" and \".\", with a letter or digit at both ends"),
    DATAKEY("at most 253 letters, digits, \"-\", \"_\" and \".\""),
    ENVNAME("printable ASCII without \"=\""),
    PORTNAME("at most 15 lower-case letters, digits and single \"-\", with a letter among them"),
    PORT("a port from 1 to 65535"),
    PORTREF("a port from 1 to 65535 or the name of one"),
    PERCENTINT("a whole number from 0 or a percentage such as \"25%\""),
    SHARE("a whole number from 0 or a percentage up to \"100%\""),
    SCHEDULE("a schedule of five fields such as \"0 3 * * *\", or one such as \"@daily\""),
    CIDR("a network such as \"10.0.0.0/8\"");

    private static final Set<Format> TEXT =
            EnumSet.of(STRING, LABEL, LABEL1035, SUBDOMAIN, HOST, SEGMENT, QUALIFIED, LABELVALUE, ENVNAME, PORTNAME);

    private static final Set<Format> WITHOUT_TEXT = EnumSet.of(BOOL, INT32, INT64, NUMBER, PORT);

    private final String words;

    Format(String words) {
        this.words = words;
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

    // One switch, because a method reference for each format costs 20 ms at start-up.
    boolean accepts(Object value) {
        String text = value instanceof String string ? string : null;
        return switch (this) {
            case ANY -> true;
            case STRING -> value instanceof String;
            case BOOL -> value instanceof Boolean;
            case INT32 -> whole(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case INT64 -> whole(value, Long.MIN_VALUE, Long.MAX_VALUE);
            case NUMBER -> value instanceof Number;
            case INTSTR -> value instanceof String || INT32.accepts(value);
            case QUANTITY -> value instanceof Number || text != null && TextFormats.isQuantity(text);
            case AMOUNT -> QUANTITY.accepts(value) && !value.toString().startsWith("-");
            case TIME -> text != null && TextFormats.isTime(text);
            case BYTES -> text != null && TextFormats.isBase64(text);
            case LABEL -> text != null && TextFormats.isLabel(text);
            case LABEL1035 -> text != null && TextFormats.isLabel1035(text);
            case SUBDOMAIN -> text != null && TextFormats.isSubdomain(text);
            case HOST -> text != null && TextFormats.isHost(text);
            case SEGMENT -> text != null && TextFormats.isSegment(text);
            case QUALIFIED -> text != null && TextFormats.isQualified(text);
            case ANNOTATION -> text != null && TextFormats.isQualified(text.toLowerCase(Locale.ROOT));
            case RESOURCE -> text != null && TextFormats.isResource(text);
            case LABELVALUE -> text != null && TextFormats.isLabelValue(text);
            case DATAKEY -> text != null && TextFormats.isDataKey(text);
            case ENVNAME -> text != null && TextFormats.isEnvName(text);
            case PORTNAME -> text != null && TextFormats.isPortName(text);
            case PORT -> whole(value, 1, 65_535);
            case PORTREF -> PORT.accepts(value) || text != null && TextFormats.isPortName(text);
            case PERCENTINT -> whole(value, 0, Integer.MAX_VALUE) || text != null && TextFormats.isPercentage(text);
            case SHARE -> whole(value, 0, Integer.MAX_VALUE) || text != null && TextFormats.isShare(text);
            case SCHEDULE -> text != null && TextFormats.isSchedule(text);
            case CIDR -> text != null && TextFormats.isCidr(text);
        };
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
