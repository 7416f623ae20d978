package dev.davit.apply;

import java.time.Instant;
import java.util.Objects;

/**
 * Hold a lease as a platform keeps it.
 *
 * @param holder {@code user@host/run}; empty where it was given back
 * @param token how often it changed hands
 * @param renewedAt when its holder last said so, by the holder's clock: shown, never compared
 * @param seconds how long it lasts without renewal
 * @param version the platform's version of this record
 */
public record LeaseRecord(String holder, long token, Instant renewedAt, int seconds, String version) {
    public LeaseRecord {
        Objects.requireNonNull(holder, "holder");
        Objects.requireNonNull(renewedAt, "renewedAt");
        Objects.requireNonNull(version, "version");
    }
}
