package dev.davit.render.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Turns what comes over the wire, or from a fault plan, into a call. */
final class Wire {
    private Wire() {}

    static Call call(Fault.Change change, Call by) {
        int mark = change.path().indexOf('?');
        return new Call(
                change.method(),
                mark < 0 ? change.path() : change.path().substring(0, mark),
                Decoded.query(mark < 0 ? "" : change.path().substring(mark + 1)),
                by.headers(),
                change.body().getBytes(StandardCharsets.UTF_8),
                List.of(),
                by.now());
    }

    static boolean takesJson(String accept) {
        return accept.isEmpty()
                || List.of(accept.split(",")).stream()
                        .map(it -> it.split(";")[0].trim())
                        .anyMatch(it -> List.of("*/*", "application/*", "application/json")
                                .contains(it));
    }
}
