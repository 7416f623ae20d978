package dev.davit.render.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts requests against the budgets of Render: in a minute 400 reads, 30 writes, 30 requests for logs and 10 deploys of each
 * service, each for one API key; source: https://api-docs.render.com/reference/rate-limiting as others wrote it down.
 *
 * <p>How the budgets are refilled is not documented. Here a minute begins with its first request, which is the least that keeps
 * the promise of {@code RateLimit-Reset}.
 */
final class Budgets {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Map<String, Window> windows = new HashMap<>();

    /** Counts a request, unless nothing is left for it. */
    Share spend(Call call) {
        Budget budget = budget(call);
        String key = call.header("authorization") + " " + budget.name();
        Window window = windows.computeIfAbsent(key, it -> new Window(call.now()));
        if (!call.now().isBefore(window.start.plus(WINDOW))) {
            window.start = call.now();
            window.used = 0;
        }
        boolean spent = window.used >= budget.limit();
        if (!spent) {
            window.used++;
        }
        Map<String, String> headers = new LinkedHashMap<>();
        long left = Math.max(
                1, (Duration.between(call.now(), window.start.plus(WINDOW)).toMillis() + 999) / 1000);
        headers.put("RateLimit-Limit", String.valueOf(budget.limit()));
        headers.put("RateLimit-Remaining", String.valueOf(budget.limit() - window.used));
        headers.put("RateLimit-Reset", String.valueOf(left));
        if (spent) {
            headers.put("Retry-After", String.valueOf(left));
        }
        return new Share(spent, headers);
    }

    /** Gives the headers of a refusal that has no reason. */
    static Map<String, String> spent() {
        return Map.of("Retry-After", "1", "RateLimit-Limit", "30", "RateLimit-Remaining", "0", "RateLimit-Reset", "1");
    }

    private static Budget budget(Call call) {
        String[] path = call.path().split("/");
        if (call.path().startsWith("/logs")) {
            return new Budget("logs", 30);
        }
        if (call.isRead()) {
            return new Budget("read", 400);
        }
        boolean deploys = path.length >= 4
                && path[1].equals("services")
                && (path[3].equals("deploys") || path[3].equals("rollback"));
        return deploys ? new Budget("deploy " + path[2], 10) : new Budget("write", 30);
    }

    private record Budget(String name, int limit) {}

    private static final class Window {
        private Instant start;
        private int used;

        Window(Instant start) {
            this.start = start;
        }
    }

    /**
     * Says what a request may take of a budget.
     *
     * @param isSpent whether nothing was left
     * @param headers what the answer tells about it
     */
    record Share(boolean isSpent, Map<String, String> headers) {}
}
