package dev.davit.apply;

import java.time.Instant;
import java.util.Optional;

/** A lease in memory; answers to writes can be lost, and the platform can be away. */
public final class MemoryLease implements LeaseStore {
    Optional<LeaseRecord> record = Optional.empty();
    boolean away;
    boolean loseNextAnswer;
    int writes;
    private int version;

    @Override
    public synchronized Optional<LeaseRecord> read() {
        refuseIfAway();
        return record;
    }

    @Override
    public synchronized Optional<LeaseRecord> write(LeaseRecord wanted) {
        refuseIfAway();
        if (!record.map(LeaseRecord::version).orElse("").equals(wanted.version())) {
            return Optional.empty();
        }
        put(wanted.holder(), wanted.token(), wanted.renewedAt(), wanted.seconds());
        writes++;
        if (loseNextAnswer) {
            loseNextAnswer = false;
            throw unavailable();
        }
        return record;
    }

    synchronized void put(String holder, long token, Instant at, int seconds) {
        record = Optional.of(new LeaseRecord(holder, token, at, seconds, "v" + ++version));
    }

    private void refuseIfAway() {
        if (away) {
            throw unavailable();
        }
    }

    private static ApplyException unavailable() {
        return new ApplyException(ApplyException.Reason.UNAVAILABLE, "no answer", "Lease", "try again", null);
    }
}
