package dev.davit.render.sandbox;

import dev.davit.document.MapNode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Hides from lists what a fault plan wants to show late. */
final class Late {
    private static final String MARK = "_visibleAt";

    private Late() {}

    static List<Entity> visible(Collection<Entity> things, Call call) {
        return things.stream()
                .filter(it -> it.time(MARK).filter(call.now()::isBefore).isEmpty())
                .filter(it -> it.time("createdAt").filter(call.asOf()::isBefore).isEmpty())
                .toList();
    }

    /** Hides what a request made, if its answer names it. */
    static void hide(State state, Answer answer, Instant until) {
        if (answer.status() == 201 && answer.body().orElse(null) instanceof MapNode body) {
            MapNode made = body.getMap("service").orElse(body);
            String id = made.getText("id").orElse("");
            Stream.of(Kind.values()).flatMap(it -> state.find(it, id).stream()).forEach(it -> it.put(MARK, until));
        }
    }
}
