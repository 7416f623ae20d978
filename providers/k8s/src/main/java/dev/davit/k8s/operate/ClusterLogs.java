package dev.davit.k8s.operate;

import dev.davit.apply.ApplyException;
import dev.davit.apply.Ticker;
import dev.davit.k8s.cluster.ApiServer;
import dev.davit.k8s.cluster.Reply;
import dev.davit.k8s.ownership.Home;
import dev.davit.target.LogLine;
import dev.davit.target.LogMerge;
import dev.davit.target.LogPage;
import dev.davit.target.LogQuery;
import dev.davit.target.LogReader;
import dev.davit.target.Workers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Read the logs of a stack's containers. Each reading looks which there are, so that the pods of a rollout are read as they come. Logs
 * are asked for and not streamed: a stream is a connection for each container, and says nothing of the next pod.
 */
public final class ClusterLogs implements LogReader {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** All wait for a node that does not answer, as long as all tries take. */
    private static final Duration REST = Duration.ofMinutes(1);

    /** So many bytes of one container are read at once. */
    private static final int LIMIT = 4 << 20;

    private final ApiServer api;
    private final Home home;
    private final LogQuery query;
    private final LoggedContainers containers;
    private final int limit;
    private final long began = Ticker.SYSTEM.nanos();
    private final LogMerge merge = new LogMerge();
    private final Map<String, ContainerLog> logs = new HashMap<>();
    private final Map<String, Long> failures = new ConcurrentHashMap<>();
    private final Set<String> told = new HashSet<>();
    private boolean begun;

    /** Read on a server, which stays open; asks nothing yet. */
    public ClusterLogs(ApiServer api, Home home, LogQuery query) {
        this(api, home, query, LIMIT);
    }

    ClusterLogs(ApiServer api, Home home, LogQuery query, int limit) {
        this.api = api;
        this.home = home;
        this.query = query;
        this.containers = new LoggedContainers(api, home);
        this.limit = limit;
    }

    /**
     * Holds what was read of one container.
     *
     * @param of the container
     * @param page its lines
     */
    private record Read(LoggedContainer of, ContainerLog.Page page) {}

    @Override
    public Set<String> resources() {
        return containers.resources();
    }

    @Override
    public LogPage next() {
        requireRight();
        OptionalInt tail = begun ? OptionalInt.empty() : query.tail();
        begun = true;
        List<Read> read = read(containers.of(query::wants), tail);
        List<LogLine> lines = merge.next(read.stream()
                .map(it -> new LogMerge.Page(it.page().lines(), it.page().more()))
                .toList());
        return new LogPage(
                tail.isPresent() ? LogMerge.last(lines, tail.getAsInt()) : lines,
                troubles(read),
                read.stream().anyMatch(it -> it.page().more()));
    }

    /** Who may not list pods would be told that there are none. */
    private void requireRight() {
        if (!begun) {
            api.get("/api/v1/namespaces/" + home.namespace() + "/pods?limit=1");
        }
    }

    private List<Read> read(List<LoggedContainer> all, OptionalInt tail) {
        List<Callable<Read>> calls = new ArrayList<>();
        for (LoggedContainer it : all) {
            ContainerLog log = logs.computeIfAbsent(it.id(), id -> new ContainerLog(it, limit));
            calls.add(() -> new Read(it, page(it, log, tail)));
        }
        try (Workers workers = new Workers()) {
            return workers.all(calls);
        }
    }

    private ContainerLog.Page page(LoggedContainer container, ContainerLog log, OptionalInt tail) {
        Optional<String> waits = container.waits();
        if (waits.isPresent()) {
            return without(waits.filter(it -> container.isMain() || !it.isEmpty())
                    .map(it -> "it did not start yet" + (it.isEmpty() ? "" : ": " + Lines.visible(it))));
        }
        Long failed = failures.get(container.id());
        return failed != null && Ticker.SYSTEM.since(failed).compareTo(REST) < 0
                ? without(Optional.empty())
                : asked(container, log, tail);
    }

    private ContainerLog.Page asked(LoggedContainer container, ContainerLog log, OptionalInt tail) {
        try {
            Duration back = query.since().plus(Ticker.SYSTEM.since(began));
            Reply reply = api.get(log.path(back, tail), "*/*");
            if (reply.ok()) {
                return log.take(reply.text(), tail);
            }
            return reply.status() / 100 == 4
                    ? without(Optional.of(Lines.visible(reply.message())).filter(it -> !reply.notFound()))
                    : failed(container, reply.message());
        } catch (ApplyException e) {
            if (e.reason() == ApplyException.Reason.NO_PERMISSION) {
                throw e;
            }
            return failed(container, e.getMessage());
        }
    }

    /** The server itself answered just now: it is this pod's node that does not. */
    private ContainerLog.Page failed(LoggedContainer container, String why) {
        failures.put(container.id(), Ticker.SYSTEM.nanos());
        return without(Optional.of(Lines.visible(why)));
    }

    private static ContainerLog.Page without(Optional<String> why) {
        return new ContainerLog.Page(List.of(), false, why);
    }

    private List<String> troubles(List<Read> read) {
        return read.stream()
                .filter(it ->
                        it.page().trouble().isPresent() && told.add(it.of().id()))
                .map(it -> "log of " + it.of().resource() + "/" + it.of().instance() + ": "
                        + it.page().trouble().orElseThrow())
                .toList();
    }

    @Override
    public Duration pause() {
        return PAUSE;
    }
}
