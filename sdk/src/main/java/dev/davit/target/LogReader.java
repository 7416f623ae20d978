package dev.davit.target;

import java.time.Duration;
import java.util.Set;

/** Read the logs of a stack, each time from where the last reading ended. For one thread. */
public interface LogReader {
    /**
     * Name the resources of the stack that are live and have a log.
     *
     * @throws dev.davit.apply.ApplyException if the platform does not answer or refuses to
     */
    Set<String> resources();

    /**
     * Read what was written since the last reading, every line once. Lines of one reading are in order of time, and so are those of all
     * readings until one says that there are no more; of a line that the platform gives late this cannot be said.
     *
     * @throws dev.davit.apply.ApplyException if the platform does not answer or refuses to
     */
    LogPage next();

    /** Give how long to wait for new lines before the next reading, so that the platform's budget for reads lasts. */
    Duration pause();
}
