package dev.davit.check.rule;

import dev.davit.check.Report;
import dev.davit.check.Rule;
import dev.davit.check.Severity;
import dev.davit.document.Origin;
import dev.davit.model.Desired;
import dev.davit.model.DesiredObject;
import dev.davit.model.Edge;
import dev.davit.model.Kind;
import dev.davit.model.Placement;
import dev.davit.model.ResourceKey;
import dev.davit.model.WorkloadSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * NET002: refuse a need that no network can serve, given where the two are placed.
 *
 * <p>The private network of a target ends at its border, and on Render at the border of a region; source:
 * https://render.com/docs/private-network. Across, only what has a public address can be called: a web service, or a private
 * service on Kubernetes with {@code expose}. A job that others wait for must run where they run.
 */
public final class EdgeHasRoute implements Rule {
    @Override
    public String id() {
        return "NET002";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "What a resource needs can be reached from where it runs";
    }

    @Override
    public void check(Desired desired, Report report) {
        for (Edge edge : needs(desired)) {
            if (!desired.placed().contains(edge.to())) {
                across(edge, desired, report);
            } else if (edge.connects()) {
                region(edge, desired, report);
            }
        }
    }

    /** Gives the edges from here; a scaler that reads a queue's length needs the queue, too. */
    private static List<Edge> needs(Desired desired) {
        List<Edge> needs = new ArrayList<>();
        for (Edge edge : desired.assembly().edges()) {
            if (desired.placed().contains(edge.from()) && !edge.to().kind().isShared()) {
                needs.add(edge);
            }
        }
        for (WorkloadSpec spec : desired.specs(WorkloadSpec.class)) {
            spec.scale()
                    .queueDepth()
                    .ifPresent(it -> needs.add(new Edge(
                            spec.key(), it.queue(), Edge.Use.CONSUMES, Optional.empty(), spec.origin("scale"))));
        }
        return needs;
    }

    private static void across(Edge edge, Desired desired, Report report) {
        Optional<Placement> place = desired.assembly().placementOf(edge.to());
        String there = place.map(it -> "on " + it.target()).orElse("placed nowhere");
        String here = edge.from() + " on " + desired.target();
        if (edge.use() == Edge.Use.PRE_DEPLOY) {
            report.add(
                    edge.from(),
                    edge.origin(),
                    here + " waits for " + edge.to() + ", which is " + there,
                    "a target can wait only for what it runs itself",
                    "place both on one target");
        } else if (edge.connects() && !isReachable(edge.to(), desired, place)) {
            report.add(
                    edge.from(),
                    edge.origin(),
                    here + " cannot reach " + edge.to() + ", which is " + there,
                    why(edge.to()),
                    "place both on one target, or let a web service beside " + edge.to() + " do what is needed");
        }
    }

    private static String why(ResourceKey to) {
        return to.kind() == Kind.PRIVATE_SERVICE
                ? "a private service has no address outside its target's private network"
                : "a data store has no address outside its target's private network";
    }

    /**
     * Says whether there is a public address, or could be: a service on Kubernetes whose host is not given yet is not beyond
     * reach, and the target that needs it says so (NET004).
     */
    private static boolean isReachable(ResourceKey to, Desired desired, Optional<Placement> place) {
        boolean service = to.kind() == Kind.WEB_SERVICE || to.kind() == Kind.PRIVATE_SERVICE;
        boolean addressed = desired.placement().setting("address", to).isPresent();
        boolean exposable = place.filter(it -> it.target().equals("kubernetes")).isPresent();
        return service && (addressed || exposable || to.kind() == Kind.WEB_SERVICE && place.isPresent());
    }

    /** The typed settings know one region for all; a raw edit can move one service out. */
    private static void region(Edge edge, Desired desired, Report report) {
        Optional<DesiredObject> from = inRegion(desired, edge.from());
        Optional<DesiredObject> to = inRegion(desired, edge.to());
        if (from.isPresent() && to.isPresent() && !region(from.get()).equals(region(to.get()))) {
            new Culprit(desired, report)
                    .report(
                            isRaw(to.get()) ? to.get() : from.get(),
                            "/region",
                            edge.from() + " in " + region(from.get()) + " cannot reach " + edge.to() + " in "
                                    + region(to.get()),
                            "the private network of Render does not cross regions",
                            "take the raw edit of /region out");
        }
    }

    private static Optional<DesiredObject> inRegion(Desired desired, ResourceKey key) {
        return desired.objects(key).stream()
                .filter(it -> it.tree().getText("region").isPresent())
                .findFirst();
    }

    private static String region(DesiredObject object) {
        return object.tree().getText("region").orElseThrow();
    }

    private static boolean isRaw(DesiredObject object) {
        return object.tree()
                .get("region")
                .flatMap(it -> it.origin())
                .filter(it -> it.kind() == Origin.Kind.RAW)
                .isPresent();
    }
}
