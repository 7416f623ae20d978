package dev.davit.render.ownership;

import dev.davit.apply.ApplyException;
import dev.davit.apply.LeaseRecord;
import dev.davit.apply.LeaseStore;
import dev.davit.apply.LeaseTerms;
import dev.davit.apply.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Keeps a stack's lease as a variable of its group. Render writes whatever comes last and compares nothing, so whoever wants to change
 * hands first writes a claim under a name of its own and then reads all. Of two, whoever reads last sees both claims, so that never
 * both go on unseen: the one with the greater name gives way at once, the other waits for that. A claim that stays is of somebody who
 * died or stands still; it is removed, and its owner, who looks for it after the write, then knows that the lease is not theirs.
 *
 * <p>That holds as long as a read sees every write that was answered before it; Render promises nothing there. And nothing on Render's
 * side stops a holder that was paused between its last look at the lease and a write: it finds out right after.
 */
public final class WorkspaceLease implements LeaseStore {
    private static final String LEASE = "LEASE";
    private static final String CLAIM = "CLAIM_";

    /**
     * Each renewal is one of the thirty writes that Render takes in a minute, and waits for that minute to end where all are spent: so it
     * lasts for as long as two renewals that wait.
     */
    private static final LeaseTerms TERMS =
            new LeaseTerms(Duration.ofMinutes(4), Duration.ofMinutes(1), Duration.ofSeconds(2));

    /** A claim stands for as long as a few calls take; who waits for the minute's writes meanwhile loses it, and asks again. */
    private static final Duration CLAIM_LASTS = Duration.ofSeconds(30);

    private static final Duration LOOKED = Duration.ofMillis(500);

    private final StackGroup group;
    private final Ticker ticker;
    private final String own =
            CLAIM + UUID.randomUUID().toString().replace("-", "").substring(0, 12);

    /** Keep the lease of a stack. */
    public WorkspaceLease(StackGroup group, Ticker ticker) {
        this.group = group;
        this.ticker = ticker;
    }

    @Override
    public LeaseTerms terms(LeaseTerms asked) {
        return asked.equals(LeaseTerms.usual()) ? TERMS : asked;
    }

    @Override
    public Optional<LeaseRecord> read() {
        return lease(group.read().variables());
    }

    private static Optional<LeaseRecord> lease(Map<String, String> variables) {
        return Optional.ofNullable(variables.get(LEASE)).map(WorkspaceLease::record);
    }

    /** What somebody wrote over by hand is held by somebody. */
    private static LeaseRecord record(String value) {
        String[] parts = value.split(" ", 4);
        try {
            return new LeaseRecord(
                    parts[3], Long.parseLong(parts[0]), Instant.parse(parts[1]), Integer.parseInt(parts[2]), value);
        } catch (ArrayIndexOutOfBoundsException | NumberFormatException | DateTimeParseException e) {
            return new LeaseRecord("somebody", 0, Instant.EPOCH, 30, value);
        }
    }

    private static String value(LeaseRecord record) {
        return record.token() + " " + record.renewedAt() + " " + record.seconds() + " " + record.holder();
    }

    @Override
    public synchronized Optional<LeaseRecord> write(LeaseRecord record) {
        if (group.isGone()) {
            return Optional.of(record);
        }
        Optional<LeaseRecord> before = read();
        if (!isAsExpected(before, record)) {
            return Optional.empty();
        }
        boolean same = before.filter(it -> it.holder().equals(record.holder())).isPresent();
        if (same || record.holder().isEmpty()) {
            group.putVariable(LEASE, value(record));
            return Optional.of(record(value(record)));
        }
        try {
            return take(record);
        } finally {
            unclaim();
        }
    }

    private void unclaim() {
        try {
            group.removeVariable(own);
        } catch (ApplyException removedByWhoComesNext) {
            // It is in their way for as long as a claim lasts.
        }
    }

    private Optional<LeaseRecord> take(LeaseRecord record) {
        if (!isAlone(record)) {
            return Optional.empty();
        }
        group.putVariable(LEASE, value(record));
        Map<String, String> now = group.read().variables();
        Optional<LeaseRecord> written = lease(now).filter(it -> it.version().equals(value(record)));
        if (written.isPresent() && !now.containsKey(own)) {
            // Somebody took us for dead and may hold it. That one finds out by this record, which everybody waits out.
            group.putVariable(
                    LEASE,
                    value(new LeaseRecord(
                            "nobody, after two took it at one moment",
                            record.token(),
                            record.renewedAt(),
                            record.seconds(),
                            "")));
            return Optional.empty();
        }
        return written;
    }

    private static boolean isAsExpected(Optional<LeaseRecord> found, LeaseRecord record) {
        return found.map(LeaseRecord::version).orElse("").equals(record.version());
    }

    /** Says, when that is settled, whether nobody else is about to take it; then the own claim stands. */
    private boolean isAlone(LeaseRecord record) {
        Map<String, Long> seen = new HashMap<>();
        group.putVariable(own, value(record));
        while (true) {
            Map<String, String> now = group.read().variables();
            if (!isAsExpected(lease(now), record)) {
                return false;
            }
            Set<String> others = new TreeSet<>(now.keySet());
            others.removeIf(it -> !it.startsWith(CLAIM) || it.equals(own));
            boolean claimed = now.containsKey(own);
            if (others.isEmpty() && claimed) {
                return true;
            }
            others.forEach(it -> seen.putIfAbsent(it, ticker.nanos()));
            boolean givesWay = others.stream().anyMatch(it -> it.compareTo(own) < 0);
            if (givesWay && claimed) {
                group.removeVariable(own);
            } else if (!givesWay && !claimed) {
                group.putVariable(own, value(record));
                continue;
            }
            others.stream()
                    .filter(it -> ticker.since(seen.get(it)).compareTo(CLAIM_LASTS) > 0)
                    .forEach(group::removeVariable);
            try {
                ticker.sleep(LOOKED);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
