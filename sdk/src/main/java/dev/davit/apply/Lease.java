package dev.davit.apply;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Holds one lease. Clocks of different machines are never compared: a holder counts as dead when its record stayed the same
 * for the whole time that it lasts, on the monotonic clock of who waits; and a holder stops by itself when that time went by
 * on its own.
 */
final class Lease implements Fence {
    private final LeaseStore store;
    private final LeaseTerms terms;
    private final Ticker ticker;

    private volatile LeaseRecord record;
    /** From before the request was sent: the record is not older than this. */
    private volatile long renewedAt;

    /** Whether a renewal was asked for that nobody has answered so far. */
    private volatile boolean asking;

    private volatile LeaseLostException lost;

    private Lease(LeaseStore store, LeaseTerms terms, Ticker ticker) {
        this.store = store;
        this.terms = terms;
        this.ticker = ticker;
    }

    /**
     * Takes it, at once or when its holder gives it back or dies.
     *
     * @throws LeaseHeldException if that takes longer than {@code most}
     */
    static Lease take(
            LeaseStore store,
            String holder,
            LeaseTerms terms,
            Duration most,
            Ticker ticker,
            BiConsumer<LeaseRecord, Duration> waiting)
            throws InterruptedException {
        Lease lease = new Lease(store, terms, ticker);
        long begin = ticker.nanos();
        Optional<LeaseRecord> seen = Optional.empty();
        long seenAt = begin;
        while (true) {
            Optional<LeaseRecord> found = store.read();
            boolean changed = !found.map(LeaseRecord::version).equals(seen.map(LeaseRecord::version));
            seenAt = changed ? ticker.nanos() : seenAt;
            seen = found;
            if ((isFree(found) || isOver(found.get(), ticker.since(seenAt))) && lease.takes(found, holder)) {
                return lease;
            }
            Duration waited = ticker.since(begin);
            if (waited.plus(terms.looked()).compareTo(most) > 0) {
                throw held(found, waited);
            }
            found.ifPresent(it -> waiting.accept(it, waited));
            ticker.sleep(terms.looked());
        }
    }

    private static boolean isFree(Optional<LeaseRecord> found) {
        return found.map(it -> it.holder().isEmpty()).orElse(true);
    }

    private static boolean isOver(LeaseRecord found, Duration unchanged) {
        return unchanged.compareTo(Duration.ofSeconds(Math.max(1, found.seconds()))) >= 0;
    }

    private static LeaseHeldException held(Optional<LeaseRecord> found, Duration waited) {
        String holder = found.map(LeaseRecord::holder).orElse("someone who was faster");
        return new LeaseHeldException(
                holder,
                holder + " is applying this stack"
                        + found.map(it -> ", last seen at " + it.renewedAt()).orElse("") + "; waited "
                        + waited.toSeconds() + " s");
    }

    private boolean takes(Optional<LeaseRecord> found, String holder) {
        long token = found.map(LeaseRecord::token).orElse(0L) + 1;
        int seconds = Math.toIntExact(terms.lasts().toSeconds());
        String version = found.map(LeaseRecord::version).orElse("");
        return wrote(new LeaseRecord(holder, token, ticker.now(), seconds, version)) && isFresh();
    }

    /** What was long on its way, since others wanted it too, is old when it is taken: it counts from before the request. */
    private boolean isFresh() {
        return ticker.since(renewedAt).compareTo(terms.renewed()) < 0
                || wrote(new LeaseRecord(
                        record.holder(), record.token(), ticker.now(), record.seconds(), record.version()));
    }

    /** Writes a record; where the answer to an earlier write was lost, finds that out and writes on top of it. */
    private boolean wrote(LeaseRecord wanted) {
        long sent = ticker.nanos();
        Optional<LeaseRecord> written = store.write(wanted);
        if (written.isEmpty()) {
            Optional<LeaseRecord> found = store.read().filter(it -> isSame(it, wanted));
            if (found.isPresent()) {
                sent = ticker.nanos();
                written = store.write(new LeaseRecord(
                        wanted.holder(),
                        wanted.token(),
                        ticker.now(),
                        wanted.seconds(),
                        found.get().version()));
            }
        }
        if (written.isEmpty()) {
            return false;
        }
        record = written.get();
        renewedAt = sent;
        return true;
    }

    private static boolean isSame(LeaseRecord found, LeaseRecord wanted) {
        return found.holder().equals(wanted.holder()) && found.token() == wanted.token();
    }

    /** Renews it. While the platform does not answer, it stays ours until its time is over. */
    void renew() {
        if (lost != null || isExpired()) {
            return;
        }
        asking = true;
        try {
            LeaseRecord next =
                    new LeaseRecord(record.holder(), record.token(), ticker.now(), record.seconds(), record.version());
            if (!wrote(next)) {
                lost = lostTo(store.read());
            }
            asking = false;
        } catch (ApplyException notNow) {
            // The next renewal may get through; if none does in time, check() says so.
        }
        isExpired();
    }

    private static LeaseLostException lost(String why) {
        return new LeaseLostException("the lease is not ours any more: " + why);
    }

    private static LeaseLostException lostTo(Optional<LeaseRecord> found) {
        return lost(found.map(it -> it.holder().isEmpty() ? "someone has ended it" : it.holder() + " has taken over")
                .orElse("its record was deleted"));
    }

    /** Once over it stays over: someone may have written meanwhile, even if the record can still be renewed. */
    private boolean isExpired() {
        if (lost == null && ticker.since(renewedAt).compareTo(terms.lasts()) >= 0) {
            String time = terms.lasts().toSeconds() + " s";
            lost = asking
                    ? new LeaseLostException("the platform did not answer for " + time + ", so the lease ran out", true)
                    : lost("it could not be renewed for " + time);
        }
        return lost != null;
    }

    @Override
    public long token() {
        return record.token();
    }

    @Override
    public void check() {
        if (isExpired()) {
            throw new LeaseLostException(lost.getMessage(), lost.isUnanswered());
        }
    }

    @Override
    public void confirm() {
        check();
        try {
            Optional<LeaseRecord> found = store.read();
            if (lost == null && found.filter(it -> isSame(it, record)).isEmpty()) {
                lost = lostTo(found);
            }
        } catch (ApplyException notNow) {
            // As with a renewal: time decides.
        }
        check();
    }

    /** Lets the next one in without waiting. Where that does not work, time does it. */
    void giveBack() {
        if (isExpired()) {
            return;
        }
        LeaseRecord mine = record;
        lost = lost("it was given back");
        try {
            LeaseRecord free = new LeaseRecord("", mine.token(), ticker.now(), mine.seconds(), mine.version());
            if (store.write(free).isEmpty()) {
                store.read()
                        .filter(it -> isSame(it, mine))
                        .ifPresent(it ->
                                store.write(new LeaseRecord("", it.token(), ticker.now(), it.seconds(), it.version())));
            }
        } catch (ApplyException expiresByItself) {
            // Whoever comes next waits for the rest of its time.
        }
    }
}
