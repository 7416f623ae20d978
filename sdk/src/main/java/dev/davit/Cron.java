package dev.davit;

import java.util.regex.Pattern;

/**
 * Say when a cron job starts: five fields, in UTC.
 *
 * @param expression minute, hour, day of month, month, day of week
 */
public record Cron(String expression) {
    private static final String RANGE = "(\\*|\\d+(-\\d+)?)(/[1-9]\\d?)?";
    private static final String LIST = RANGE + "(," + RANGE + ")*";
    private static final Pattern FIELD = Pattern.compile(LIST);
    /** Sunday is 0 or 7; the Kubernetes target writes 0, which is all that Kubernetes takes. */
    private static final int[][] BOUNDS = {{0, 59}, {0, 23}, {1, 31}, {1, 12}, {0, 7}};

    private static final String[] FIELDS = {"minute", "hour", "day of month", "month", "day of week"};

    public Cron {
        String[] fields = expression.split(" ", -1);
        if (fields.length != FIELDS.length) {
            throw refused(expression, "it has " + fields.length + " fields");
        }
        for (int i = 0; i < FIELDS.length; i++) {
            check(expression, fields[i], i);
        }
    }

    /**
     * Give the schedule as cron writes it: {@code "0 3 * * 1"} is Mondays at 03:00 UTC.
     *
     * @throws IllegalArgumentException if it is not five fields of numbers, ranges, lists and steps
     */
    public static Cron of(String expression) {
        return new Cron(expression);
    }

    /**
     * Start every day at a time in UTC.
     *
     * @throws IllegalArgumentException if there is no such time
     */
    public static Cron daily(int hour, int minute) {
        return new Cron(minute + " " + hour + " * * *");
    }

    /**
     * Start every hour at a minute.
     *
     * @throws IllegalArgumentException if there is no such minute
     */
    public static Cron hourly(int minute) {
        return new Cron(minute + " * * * *");
    }

    private static void check(String expression, String field, int index) {
        if (!FIELD.matcher(field).matches()) {
            throw refused(expression, FIELDS[index] + " is " + JavaText.quoted(field));
        }
        for (String part : field.split(",")) {
            String[] bounds = part.split("/")[0].split("-");
            for (String bound : bounds) {
                if (!bound.equals("*") && !within(bound, BOUNDS[index])) {
                    throw refused(
                            expression,
                            FIELDS[index] + " goes from " + BOUNDS[index][0] + " to " + BOUNDS[index][1] + ", not "
                                    + bound);
                }
            }
            if (bounds.length == 2 && Integer.parseInt(bounds[0]) > Integer.parseInt(bounds[1])) {
                throw refused(expression, FIELDS[index] + " runs backwards in " + JavaText.quoted(part));
            }
        }
    }

    private static boolean within(String number, int[] bounds) {
        return number.length() <= 2 && Integer.parseInt(number) >= bounds[0] && Integer.parseInt(number) <= bounds[1];
    }

    private static IllegalArgumentException refused(String expression, String why) {
        return new IllegalArgumentException("Cron.of(" + JavaText.quoted(expression) + ") is no schedule: " + why
                + "; write minute, hour, day of month, month and day of week, such as \"0 3 * * 1\"");
    }

    @Override
    public String toString() {
        return "Cron.of(" + JavaText.quoted(expression) + ")";
    }
}
