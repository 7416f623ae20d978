package dev.davit.apply;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** Hold a lease for as long as an apply runs: a thread of its own renews it, closing gives it back. */
public final class LeaseKeeper implements Fence, AutoCloseable {
    private static final Duration LAST_RENEWAL = Duration.ofSeconds(3);

    private final Lease lease;
    private final ScheduledExecutorService renewals;

    private LeaseKeeper(Lease lease, LeaseTerms terms) {
        this.lease = lease;
        this.renewals = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "davit-lease");
            thread.setDaemon(true);
            return thread;
        });
        long every = terms.renewed().toNanos();
        renewals.scheduleWithFixedDelay(this::renew, every, every, TimeUnit.NANOSECONDS);
    }

    /**
     * Take a lease: at once, or when its holder gives it back, or after the holder's record stayed the same for the whole time
     * that it lasts.
     *
     * @param store where it is
     * @param holder who takes it: {@code user@host/run}, another for each run
     * @param terms how it is kept
     * @param most how long to wait; zero to try once
     * @param ticker the clock
     * @param waiting is told, each time before it waits, who holds it and how long that took so far
     * @throws LeaseHeldException if it is still held after that time
     * @throws ApplyException if the platform does not answer
     */
    public static LeaseKeeper take(
            LeaseStore store,
            String holder,
            LeaseTerms terms,
            Duration most,
            Ticker ticker,
            BiConsumer<LeaseRecord, Duration> waiting)
            throws InterruptedException {
        return new LeaseKeeper(Lease.take(store, holder, terms, most, ticker, waiting), terms);
    }

    private void renew() {
        try {
            lease.renew();
        } catch (RuntimeException unexpected) {
            // An exception would end all renewals in silence. As it is the next one is tried, and time decides.
        }
    }

    @Override
    public long token() {
        return lease.token();
    }

    @Override
    public void check() {
        lease.check();
    }

    @Override
    public void confirm() {
        lease.confirm();
    }

    /** Stop renewing and give the lease back. A renewal that is on its way may finish first. */
    @Override
    public void close() {
        renewals.shutdown();
        try {
            renewals.awaitTermination(LAST_RENEWAL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        lease.giveBack();
    }
}
