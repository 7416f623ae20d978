package dev.davit.render.sandbox;

import java.time.Instant;
import java.util.Optional;

/**
 * Hold one request as the log keeps it: neither query values nor bodies, since those may be secrets.
 *
 * @param number its number since the start, from 1
 * @param time when it came, by the sandbox's clock
 * @param method the method
 * @param path the path below the version, without query
 * @param status what it was answered; 0 when the connection was closed without an answer
 * @param fault what went wrong with it on purpose
 */
public record LoggedRequest(
        long number, Instant time, String method, String path, int status, Optional<Fault.Kind> fault) {
    /** Say whether it could have changed something. */
    public boolean isWrite() {
        return !method.equals("GET");
    }
}
