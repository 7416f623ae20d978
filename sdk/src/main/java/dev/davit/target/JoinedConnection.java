package dev.davit.target;

import dev.davit.apply.Fence;
import dev.davit.apply.Health;
import dev.davit.apply.LeaseStore;
import dev.davit.apply.Readiness;
import dev.davit.apply.Refusal;
import dev.davit.apply.Release;
import dev.davit.apply.ReleaseStore;
import dev.davit.apply.Written;
import dev.davit.model.Assembly;
import dev.davit.model.DesiredObject;
import dev.davit.plan.Comparison;
import dev.davit.plan.ObjectKey;
import dev.davit.plan.Place;
import dev.davit.plan.Plan;
import dev.davit.plan.Step;
import dev.davit.plan.Verification;
import dev.davit.plan.Wanted;
import dev.davit.plan.Wave;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Several live places, one of each target, as one: one plan, with waves across all of them, one lease and one release. */
public final class JoinedConnection implements Connection {
    private final Map<String, Connection> parts;

    /**
     * Join places.
     *
     * @param parts the connections, by the names of their targets; closed with this one
     */
    public JoinedConnection(Map<String, Connection> parts) {
        this.parts = new LinkedHashMap<>(parts);
        this.parts.forEach((target, part) -> part.beside(
                this.parts.values().stream().filter(it -> it != part).toList()));
    }

    private <T> List<T> all(Function<Connection, T> call) {
        try (Workers workers = new Workers()) {
            return workers.all(parts.values().stream()
                    .<Callable<T>>map(it -> () -> call.apply(it))
                    .toList());
        }
    }

    private Connection of(ObjectKey key) {
        return parts.values().stream()
                .filter(it -> it.names(key))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no place of this plan has anything like " + key));
    }

    private static Wanted part(String target, Connection of, Wanted whole) {
        return whole.part(target, it -> of.names(new ObjectKey(it.kind(), "", it.name())));
    }

    private static Plan part(String target, Connection of, Plan whole) {
        return new Plan.Builder()
                .from(whole)
                .wanted(part(target, of, whole.wanted()))
                .place(of.place())
                .changes(whole.changes().stream()
                        .filter(it -> of.names(it.key()))
                        .toList())
                .waves(whole.waves().stream().map(it -> part(of, it)).toList())
                .unchanged(whole.unchanged().stream().filter(of::names).toList())
                .recorded(whole.recorded().stream().filter(of::names).toList())
                .foreign(whole.foreign().stream()
                        .filter(it -> of.names(it.key()))
                        .toList())
                .kept(whole.kept().stream().filter(it -> of.names(it.key())).toList())
                .build();
    }

    private static Wave part(Connection of, Wave wave) {
        return new Wave(
                wave.number(),
                wave.steps().stream().filter(it -> of.names(it.key())).toList(),
                wave.after());
    }

    @Override
    public Place place() {
        return Place.of(all(Connection::place));
    }

    @Override
    public void readAhead(Assembly assembly) {
        parts.values().forEach(it -> it.readAhead(assembly));
    }

    @Override
    public boolean names(ObjectKey key) {
        return parts.values().stream().anyMatch(it -> it.names(key));
    }

    @Override
    public Comparison compare(Wanted wanted, CompareOptions options) {
        List<Callable<Comparison>> calls = new ArrayList<>();
        parts.forEach((target, it) -> calls.add(() -> it.compare(part(target, it, wanted), options)));
        try (Workers workers = new Workers()) {
            return joined(new AcrossPlaces(wanted, parts.values()).ordered(workers.all(calls)));
        }
    }

    @Override
    public Wanted asItRan(Wanted wanted, Optional<Release> next) {
        List<DesiredObject> objects = new ArrayList<>();
        parts.forEach((target, it) ->
                objects.addAll(it.asItRan(part(target, it, wanted), next).objects()));
        return wanted.with(objects);
    }

    private static Comparison joined(List<Comparison> found) {
        return new Comparison(
                Place.of(found.stream().map(Comparison::place).toList()),
                flat(found, Comparison::changes),
                flat(found, Comparison::unchanged),
                verification(found),
                found.stream().flatMap(it -> it.recorded().stream()).collect(Collectors.toSet()),
                flat(found, Comparison::foreign),
                flat(found, Comparison::kept),
                flat(found, Comparison::blockers),
                found.stream().mapToInt(Comparison::requests).sum(),
                found.stream().flatMap(it -> it.pace().stream()).findFirst());
    }

    /** Where one place was asked in full, it is so again when the plan is compared again. */
    private static Verification verification(List<Comparison> found) {
        return found.stream()
                .map(Comparison::verification)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static <F, T> List<T> flat(List<F> found, Function<F, List<T>> part) {
        return found.stream().flatMap(it -> part.apply(it).stream()).toList();
    }

    @Override
    public List<Health> health(String stack, String stage) {
        return flat(all(it -> it.health(stack, stage)), Function.identity());
    }

    @Override
    public LogReader logs(LogQuery query) {
        return new JoinedLogs(parts.values().stream().map(it -> it.logs(query)).toList(), query);
    }

    @Override
    public List<Refusal> preflight(Plan plan) {
        List<Refusal> refusals = new ArrayList<>();
        parts.forEach((target, it) -> refusals.addAll(it.preflight(part(target, it, plan))));
        return refusals;
    }

    @Override
    public LeaseStore lease(String stack, String stage) {
        return new JoinedLease(
                parts.values().stream().map(it -> it.lease(stack, stage)).toList());
    }

    @Override
    public ReleaseStore releases(String stack, String stage) {
        List<JoinedReleases.Part> stores = new ArrayList<>();
        parts.forEach((target, it) ->
                stores.add(new JoinedReleases.Part(it.releases(stack, stage), whole -> part(target, it, whole))));
        return new JoinedReleases(stores);
    }

    @Override
    public void begin(Plan plan, int release, Fence fence) {
        parts.forEach((target, it) -> it.begin(part(target, it, plan), release, fence));
    }

    @Override
    public Written perform(Step step, Fence fence) {
        return of(step.key()).perform(step, fence);
    }

    @Override
    public Readiness readiness(Step step, Written written, Fence fence) {
        return of(step.key()).readiness(step, written, fence);
    }

    @Override
    public void finish(Plan plan, Fence fence) {
        parts.forEach((target, it) -> it.finish(part(target, it, plan), fence));
    }

    @Override
    public void close() {
        parts.values().forEach(Connection::close);
    }
}
