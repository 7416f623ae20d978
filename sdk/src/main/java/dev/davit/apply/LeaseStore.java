package dev.davit.apply;

import java.util.Optional;

/** Keep one lease at a platform. */
public interface LeaseStore {
    /** Give the terms on which it is kept: longer ones than the usual where each renewal costs. */
    default LeaseTerms terms(LeaseTerms usual) {
        return usual;
    }

    /** Read it; empty where nobody ever held it. */
    Optional<LeaseRecord> read();

    /**
     * Write it if it still has the version that the record names (empty: if there is none yet).
     *
     * @return the record as written, with its new version; empty if someone else was faster
     */
    Optional<LeaseRecord> write(LeaseRecord record);
}
