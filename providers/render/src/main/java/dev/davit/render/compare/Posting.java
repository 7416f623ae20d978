package dev.davit.render.compare;

import dev.davit.apply.ApplyException;
import dev.davit.document.MapNode;
import dev.davit.render.api.AnswerLostException;
import dev.davit.render.api.RenderApi;
import java.util.function.BooleanSupplier;

/** Posts what may be lost on the way: looks whether it was done before it tries again. */
public final class Posting {
    private static final int TRIES = 5;

    private Posting() {}

    /** Post what does no more when it is done twice. */
    public static void repeatable(RenderApi api, String path, MapNode body) {
        unless(api, path, body, () -> false);
    }

    /** Post, and after a lost answer only if it was not done. */
    public static void unless(RenderApi api, String path, MapNode body, BooleanSupplier done) {
        AnswerLostException lost = null;
        for (int i = 0; i < TRIES; i++) {
            try {
                api.post(path, body);
                return;
            } catch (AnswerLostException e) {
                lost = e;
                if (done.getAsBoolean()) {
                    return;
                }
            }
        }
        throw new ApplyException(
                ApplyException.Reason.UNAVAILABLE,
                "Render gave no answer in " + TRIES + " tries",
                "POST " + path,
                "look at https://status.render.com and run davit apply again: it goes on where it stopped",
                lost);
    }
}
