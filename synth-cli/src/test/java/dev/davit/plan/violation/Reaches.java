package dev.davit.plan.violation;

import dev.davit.apply.violation.ReadsTheClock;
import java.net.http.HttpClient;

/** A plan must reach for nothing, and know nobody who carries it out. */
public final class Reaches {
    public HttpClient network() {
        return HttpClient.newHttpClient();
    }

    public ReadsTheClock apply() {
        return new ReadsTheClock();
    }
}
