package dev.davit.k8s.operate;

import dev.davit.apply.LeaseRecord;
import dev.davit.apply.LeaseStore;
import dev.davit.document.MapNode;
import dev.davit.k8s.cluster.ApiServer;
import dev.davit.k8s.cluster.Reply;
import dev.davit.k8s.ownership.Home;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Keeps a lease as a {@code coordination.k8s.io/v1} Lease; the server's resource version decides who was faster. */
final class ClusterLease implements LeaseStore {
    /** Kubernetes' MicroTime takes exactly six digits of a second. */
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final ApiServer api;
    private final Home home;
    private final Runnable namespace;
    private final BooleanSupplier goesAway;

    /**
     * Keeps it in a stack's home.
     *
     * @param namespace makes the namespace if it is not there
     * @param goesAway whether the namespace is being deleted by the holder's own plan
     */
    ClusterLease(ApiServer api, Home home, Runnable namespace, BooleanSupplier goesAway) {
        this.api = api;
        this.home = home;
        this.namespace = namespace;
        this.goesAway = goesAway;
    }

    @Override
    public Optional<LeaseRecord> read() {
        Reply reply = api.get(path());
        if (reply.notFound()) {
            return Optional.empty();
        }
        if (!reply.ok()) {
            throw Answers.refused(reply, where());
        }
        return Optional.of(record(new Live(reply.body())));
    }

    @Override
    public Optional<LeaseRecord> write(LeaseRecord record) {
        Reply reply = record.version().isEmpty() ? create(record) : api.replace(path() + BY, lease(record));
        if (reply.ok()) {
            return Optional.of(record(new Live(reply.body())));
        }
        if (reply.notFound() && goesAway.getAsBoolean()) {
            // The namespace took the lease along; nobody else can hold it until there is a namespace again.
            return Optional.of(record);
        }
        if (reply.conflict() || reply.notFound()) {
            return read().filter(it -> isSame(it, record));
        }
        throw Answers.refused(reply, where());
    }

    private static final String BY = "?fieldManager=davit-lease";

    private Reply create(LeaseRecord record) {
        Reply reply = api.create(home.leases() + BY, lease(record));
        if (!reply.notFound()) {
            return reply;
        }
        namespace.run();
        return api.create(home.leases() + BY, lease(record));
    }

    /** The answer to a write of ours may have been lost; then what is there is what we wrote. */
    private static boolean isSame(LeaseRecord found, LeaseRecord written) {
        return found.holder().equals(written.holder())
                && found.token() == written.token()
                && found.renewedAt().equals(written.renewedAt().truncatedTo(ChronoUnit.MICROS));
    }

    private MapNode lease(LeaseRecord record) {
        MapNode lease =
                new MapNode(null).put("apiVersion", "coordination.k8s.io/v1").put("kind", "Lease");
        MapNode metadata = lease.map("metadata", null).put("name", home.name()).put("namespace", home.namespace());
        if (!record.version().isEmpty()) {
            metadata.put("resourceVersion", record.version());
        }
        lease.map("spec", null)
                .put("holderIdentity", record.holder())
                .put("leaseDurationSeconds", record.seconds())
                .put("leaseTransitions", record.token())
                .put("renewTime", MICROS.format(record.renewedAt()));
        return lease;
    }

    private static LeaseRecord record(Live lease) {
        return new LeaseRecord(
                lease.text("spec", "holderIdentity").orElse(""),
                lease.number("spec", "leaseTransitions").orElse(0L),
                lease.text("spec", "renewTime").map(Instant::parse).orElse(Instant.EPOCH),
                Math.toIntExact(lease.number("spec", "leaseDurationSeconds").orElse(1L)),
                lease.version());
    }

    private String path() {
        return home.leases() + "/" + home.name();
    }

    private String where() {
        return "Lease " + home.namespace() + "/" + home.name();
    }
}
