package dev.davit.target;

import java.net.URI;
import java.util.Map;

/** A sandbox that answers. */
public interface RunningSandbox extends AutoCloseable {
    /** Give the base address of its API. */
    URI address();

    /** Give the environment variables with which programs, and Davit itself, take it for the platform. */
    Map<String, String> environment();

    /** Stop it; its file then holds all that happened. */
    @Override
    void close();
}
