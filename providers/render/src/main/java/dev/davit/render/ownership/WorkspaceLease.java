package dev.davit.render.ownership;

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
import java.util.TreeMap;
import java.util.UUID;

/**
 * Keeps a stack's lease as a variable of its group. Render writes whatever comes last and compares nothing, so whoever wants to change
 * hands first writes a claim under a name of its own and then reads all: it goes on only if there is no other claim and the lease is as
 * it was. Of two, whoever reads last sees both claims, so that never both go on; where both see both, the one with the greater name
 * gives way.
 *
 * <p>That holds as long as a read sees every write that was answered before it; Render promises nothing there. And nothing on Render's
 * side stops a holder that was paused between its last look at the lease and a write: it finds out right after.
 */
public final class WorkspaceLease implements LeaseStore {
    private static final String LEASE = "LEASE";
    private static final String CLAIM = "CLAIM_";

    /** Each renewal is one of the thirty writes that Render takes in a minute. */
    private static final LeaseTerms TERMS =
            new LeaseTerms(Duration.ofSeconds(90), Duration.ofSeconds(30), Duration.ofSeconds(2));

    /** A claim lasts for as long as two calls take; one that stays so long is of somebody who died between them. */
    private static final Duration CLAIM_LASTS = Duration.ofSeconds(30);

    private final StackGroup group;
    private final Ticker ticker;
    private final String own =
            CLAIM + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    private final Map<String, Long> claimsSeen = new HashMap<>();

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
        Optional<LeaseRecord> before = read();
        if (!isAsExpected(before, record)) {
            return Optional.empty();
        }
        boolean same = before.filter(it -> it.holder().equals(record.holder())).isPresent();
        if (!same && !record.holder().isEmpty() && !claims(record)) {
            return Optional.empty();
        }
        group.putVariable(LEASE, value(record));
        if (!same && !record.holder().isEmpty()) {
            group.removeVariable(own);
        }
        return Optional.of(record(value(record)));
    }

    private static boolean isAsExpected(Optional<LeaseRecord> found, LeaseRecord record) {
        return found.map(LeaseRecord::version).orElse("").equals(record.version());
    }

    /** Says whether nobody else is about to take it; the own claim then still stands. */
    private boolean claims(LeaseRecord record) {
        group.putVariable(own, value(record));
        Map<String, String> now = group.read().variables();
        Map<String, String> others = new TreeMap<>(now);
        others.keySet().removeIf(it -> !it.startsWith(CLAIM) || it.equals(own));
        claimsSeen.keySet().retainAll(others.keySet());
        others.keySet().forEach(it -> claimsSeen.putIfAbsent(it, ticker.nanos()));
        others.keySet().stream().filter(this::isOver).forEach(group::removeVariable);
        boolean alone = others.keySet().stream().allMatch(this::isOver);
        if (alone && now.containsKey(own) && isAsExpected(lease(now), record)) {
            return true;
        }
        boolean givesWay =
                !isAsExpected(lease(now), record) || others.keySet().stream().anyMatch(it -> it.compareTo(own) < 0);
        if (givesWay) {
            group.removeVariable(own);
        }
        return false;
    }

    private boolean isOver(String claim) {
        return ticker.since(claimsSeen.get(claim)).compareTo(CLAIM_LASTS) > 0;
    }
}
