package dev.davit.k8s.manifest;

import dev.davit.Cron;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Writes schedules as Kubernetes reads them. Its parser knows Sunday as 0 alone, where cron knows 7 as well; source:
 * https://github.com/robfig/cron/blob/v3/parser.go
 */
final class Schedules {
    private static final int SUNDAY = 7;

    private Schedules() {}

    static String of(Cron cron) {
        List<String> fields = new ArrayList<>(List.of(cron.expression().split(" ")));
        int last = fields.size() - 1;
        List<String> days = new ArrayList<>();
        for (String part : fields.get(last).split(",")) {
            days.add(part.split("/")[0].contains("7") ? expanded(part) : part);
        }
        fields.set(last, String.join(",", days));
        return String.join(" ", fields);
    }

    /** Lists the days of {@code 5-7} or {@code 1-7/2}. */
    private static String expanded(String part) {
        String[] rangeAndStep = part.split("/");
        String[] bounds = rangeAndStep[0].split("-");
        int from = Integer.parseInt(bounds[0]);
        int to = bounds.length == 1 ? SUNDAY : Integer.parseInt(bounds[1]);
        int step = rangeAndStep.length == 1 ? 1 : Integer.parseInt(rangeAndStep[1]);
        TreeSet<Integer> days = new TreeSet<>();
        for (int day = from; day <= to; day += step) {
            days.add(day % SUNDAY);
        }
        // A range that goes backwards is no range for Kubernetes either: its own message is the better one.
        return days.isEmpty() ? part : days.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
