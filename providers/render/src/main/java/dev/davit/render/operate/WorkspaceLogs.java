package dev.davit.render.operate;

import dev.davit.apply.ApplyException;
import dev.davit.apply.Ticker;
import dev.davit.document.MapNode;
import dev.davit.plan.ObjectKey;
import dev.davit.render.api.RenderApi;
import dev.davit.render.compare.Outside;
import dev.davit.render.compare.Projects;
import dev.davit.render.compare.Things;
import dev.davit.render.ownership.StackRecord;
import dev.davit.target.LogLine;
import dev.davit.target.LogMerge;
import dev.davit.target.LogPage;
import dev.davit.target.LogQuery;
import dev.davit.target.LogReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Read the logs of what a stack has in a workspace. Which things those are is asked once: what an apply makes later is in the logs of
 * the next reader.
 */
public final class WorkspaceLogs implements LogReader {
    /** Of 30 reads of logs in a minute, one region's take 12. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final RenderApi api;
    private final String owner;
    private final LogQuery query;
    private final Instant from;
    private final Supplier<StackRecord> record;
    private final LogMerge merge = new LogMerge();
    private final Map<String, String> names = new HashMap<>();
    private final List<RegionLog> regions = new ArrayList<>();
    /** Those with more to give go first: another question to the others would bring nothing. */
    private final Set<RegionLog> behind = new LinkedHashSet<>();

    private Set<String> resources;
    private boolean begun;

    /**
     * Read from now back as far as a query says; asks nothing yet.
     *
     * @param record reads which things are the stack's
     */
    public WorkspaceLogs(RenderApi api, String owner, LogQuery query, Supplier<StackRecord> record, Ticker ticker) {
        this.api = api;
        this.owner = owner;
        this.query = query;
        this.record = record;
        this.from = ticker.now().minus(query.since());
    }

    @Override
    public Set<String> resources() {
        if (resources == null) {
            resources = new TreeSet<>();
            Map<String, Set<String>> ids = new TreeMap<>();
            Things things = new Things(api, owner, Outside.NONE);
            record.get().entries().keySet().stream()
                    .filter(it -> !it.kind().equals("envVarGroup") && !Projects.isOne(it.kind()))
                    .forEach(key -> things.find(key).stream().limit(1).forEach(it -> take(key, it, ids)));
            ids.values().forEach(it -> regions.add(new RegionLog(api, owner, it, from, RegionLog.LIMIT)));
        }
        return resources;
    }

    private void take(ObjectKey key, MapNode thing, Map<String, Set<String>> ids) {
        resources.add(key.name());
        if (query.wants(key.name())) {
            String id = thing.getText("id").orElse("");
            names.put(id, key.name());
            ids.computeIfAbsent(region(thing), it -> new TreeSet<>()).add(id);
        }
    }

    private static String region(MapNode thing) {
        return thing.getMap("serviceDetails")
                .flatMap(it -> it.getText("region"))
                .or(() -> thing.getText("region"))
                .orElse("");
    }

    @Override
    public LogPage next() {
        resources();
        List<String> troubles = new ArrayList<>();
        boolean last = !begun && query.tail().isPresent();
        begun = true;
        List<LogMerge.Page> pages = List.copyOf(behind.isEmpty() ? regions : behind).stream()
                .map(it -> page(it, last, troubles))
                .toList();
        List<LogLine> lines = merge.next(pages);
        return new LogPage(last ? LogMerge.last(lines, query.tail().getAsInt()) : lines, troubles, !behind.isEmpty());
    }

    /** Render takes no question about some kinds of thing, and says which nowhere: those are left out from then on. */
    private LogMerge.Page page(RegionLog region, boolean last, List<String> troubles) {
        try {
            RegionLog.Page page =
                    last ? new RegionLog.Page(region.last(query.tail().getAsInt()), false) : region.next();
            behind.remove(region);
            if (page.more()) {
                behind.add(region);
            }
            return new LogMerge.Page(
                    page.lines().stream()
                            .flatMap(it -> it.lines(names).stream())
                            .toList(),
                    page.more());
        } catch (ApplyException e) {
            if (e.reason() != ApplyException.Reason.REFUSED || regions.size() == 1) {
                throw e;
            }
            regions.remove(region);
            behind.remove(region);
            troubles.add(e.getMessage() + ": " + e.where());
            return new LogMerge.Page(List.of(), false);
        }
    }

    @Override
    public Duration pause() {
        return PAUSE.multipliedBy(Math.max(1, regions.size()));
    }
}
