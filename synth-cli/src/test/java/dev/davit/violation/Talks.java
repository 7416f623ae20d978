package dev.davit.violation;

import java.util.logging.Logger;
import tools.jackson.core.JsonGenerator;

/** Says what it likes, where it likes, in other people's words. */
public final class Talks {
    private static int times;

    public void talk() {
        times++;
        System.out.println(times);
        Logger.getLogger("davit").info("talking");
    }

    public JsonGenerator words() {
        return null;
    }
}
