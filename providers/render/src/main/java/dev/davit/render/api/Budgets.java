package dev.davit.render.api;

import dev.davit.apply.Ticker;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Know which budget a call takes from: reads, writes, reads of logs, and deploys of each service. How much each has, the API's
 * answers say.
 *
 * @see <a href="https://api-docs.render.com/reference/rate-limiting">rate limits of the API</a>
 */
final class Budgets {
    private static final int USUAL_WRITES = 30;
    private static final Pattern DEPLOY = Pattern.compile("/services/[^/]+/(deploys|rollback)(/.*)?");

    private final Ticker ticker;
    private final Map<String, Budget> byKey = new ConcurrentHashMap<>();

    Budgets(Ticker ticker) {
        this.ticker = ticker;
    }

    /** Take one request, or give how long there will be none. */
    Duration take(Call call) {
        return of(call).take();
    }

    void learn(Call call, Answer answer) {
        of(call).learn(answer);
    }

    void hold(Call call, Duration time) {
        of(call).hold(time);
    }

    /** Say why a call has to wait. */
    String words(Call call) {
        OptionalLong limit = of(call).limit();
        return limit.isPresent()
                ? "Render takes " + limit.getAsLong() + " " + kind(call) + " a minute"
                : "Render takes no more " + kind(call) + " for now";
    }

    int writesPerMinute() {
        return (int) Math.min(Integer.MAX_VALUE, budget("writes").limit().orElse(USUAL_WRITES));
    }

    private Budget of(Call call) {
        return budget(isDeploy(call) ? "deploys of " + call.path().split("/")[2] : kind(call));
    }

    private Budget budget(String key) {
        return byKey.computeIfAbsent(key, it -> new Budget(ticker));
    }

    private static String kind(Call call) {
        if (call.pathWithoutQuery().startsWith("/logs")) {
            return "reads of logs";
        }
        if (call.isRead()) {
            return "reads";
        }
        return isDeploy(call) ? "deploys of a service" : "writes";
    }

    private static boolean isDeploy(Call call) {
        return !call.isRead() && DEPLOY.matcher(call.pathWithoutQuery()).matches();
    }
}
