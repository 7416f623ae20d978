package dev.davit.k8s.schema;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Tell the forms of text apart that the API server insists on.
 *
 * <p>Source: Kubernetes documentation, "Object Names and IDs" and "Labels and Selectors"
 * (https://kubernetes.io/docs/concepts/overview/working-with-objects/), and the reference of quantities
 * (https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/).
 */
final class TextFormats {
    private static final int LABEL_LENGTH = 63;
    private static final int SUBDOMAIN_LENGTH = 253;
    private static final int PORT_NAME_LENGTH = 15;

    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
    private static final Pattern LABEL_1035 = Pattern.compile("[a-z]([-a-z0-9]*[a-z0-9])?");
    private static final Pattern SUBDOMAIN = Pattern.compile(LABEL + "(\\." + LABEL + ")*");
    private static final Pattern QUALIFIED_NAME = Pattern.compile("[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?");
    private static final Pattern DATA_KEY = Pattern.compile("[-._a-zA-Z0-9]+");
    private static final Pattern ENV_NAME = Pattern.compile("[ -<>-~]+");
    private static final Pattern PORT_NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern IPV4 = Pattern.compile("[0-9]+(\\.[0-9]+){3}");
    private static final Pattern RESOURCE = Pattern.compile("cpu|memory|ephemeral-storage|hugepages-.+");
    private static final Pattern SHARE = Pattern.compile("([0-9]{1,2}|100)%");
    private static final Pattern SCHEDULE = Pattern.compile("@[a-z]+( \\S+)?|\\S+(\\s+\\S+){4}");
    private static final Pattern CIDR =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}/[0-9]{1,2}|[0-9a-fA-F:]+(:[0-9.]+)?/[0-9]{1,3}");
    private static final Pattern PERCENTAGE = Pattern.compile("[0-9]+%");
    private static final Pattern QUANTITY =
            Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([numkMGTPE]|[KMGTPE]i|[eE][+-]?[0-9]+)?");

    private TextFormats() {}

    static boolean isLabel(String text) {
        return text.length() <= LABEL_LENGTH && LABEL.matcher(text).matches();
    }

    static boolean isLabel1035(String text) {
        return text.length() <= LABEL_LENGTH && LABEL_1035.matcher(text).matches();
    }

    static boolean isSubdomain(String text) {
        return text.length() <= SUBDOMAIN_LENGTH && SUBDOMAIN.matcher(text).matches();
    }

    static boolean isHost(String text) {
        return !IPV4.matcher(text).matches() && isSubdomain(text.startsWith("*.") ? text.substring(2) : text);
    }

    static boolean isSegment(String text) {
        return !text.isEmpty() && !text.equals(".") && !text.equals("..") && !text.contains("/") && !text.contains("%");
    }

    static boolean isQualified(String text) {
        int slash = text.indexOf('/');
        String name = text.substring(slash + 1);
        return (slash < 0 || isSubdomain(text.substring(0, slash)))
                && name.length() <= LABEL_LENGTH
                && QUALIFIED_NAME.matcher(name).matches();
    }

    static boolean isLabelValue(String text) {
        return text.isEmpty()
                || text.length() <= LABEL_LENGTH && QUALIFIED_NAME.matcher(text).matches();
    }

    static boolean isDataKey(String text) {
        return text.length() <= SUBDOMAIN_LENGTH
                && DATA_KEY.matcher(text).matches()
                && !text.equals(".")
                && !text.startsWith("..");
    }

    /** Since 1.34 the server takes more than C identifiers (feature RelaxedEnvironmentVariableValidation). */
    static boolean isEnvName(String text) {
        return ENV_NAME.matcher(text).matches();
    }

    static boolean isPortName(String text) {
        return text.length() <= PORT_NAME_LENGTH
                && PORT_NAME.matcher(text).matches()
                && text.chars().anyMatch(letter -> letter >= 'a');
    }

    static boolean isResource(String text) {
        return isQualified(text)
                && (text.contains("/") || RESOURCE.matcher(text).matches());
    }

    static boolean isShare(String text) {
        return SHARE.matcher(text).matches();
    }

    static boolean isSchedule(String text) {
        return SCHEDULE.matcher(text.strip()).matches();
    }

    static boolean isCidr(String text) {
        return CIDR.matcher(text).matches();
    }

    static boolean isPercentage(String text) {
        return PERCENTAGE.matcher(text).matches();
    }

    static boolean isQuantity(String text) {
        return QUANTITY.matcher(text).matches();
    }

    static boolean isTime(String text) {
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    static boolean isBase64(String text) {
        String bare = text.replace("\n", "").replace("\r", "");
        try {
            // Java would take text without its padding, which the server refuses.
            return bare.length() % 4 == 0 && Base64.getDecoder().decode(bare) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
