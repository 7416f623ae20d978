package dev.davit.render.compare;

import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.plan.Effect;
import dev.davit.plan.Evidence;
import dev.davit.plan.Impact;
import dev.davit.plan.ObjectKey;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Says what users feel. Render has no dry run, so all of it rests on its documentation, or on what is likely. Sources:
 * https://render.com/docs/deploys, /health-checks, /disks, /scaling.
 */
final class Effects {
    /** From when an instance is told to end until it is killed, where nothing else is said; source: https://render.com/docs/deploys */
    private static final long USUAL_DRAIN = 30;

    /** A program that starts within a minute is a guess; Render itself waits for fifteen. */
    private static final long LIKELY_START = 60;

    private static final Impact UNTOUCHED =
            Impact.of(Effect.NONE, Evidence.DOCUMENTED, "takes effect without a deploy; no instance is touched");

    private final MapNode wanted;
    private final Live live;
    private final Set<String> isolated;

    private Effects(MapNode wanted, Live live, Set<String> isolated) {
        this.wanted = wanted;
        this.live = live;
        this.isolated = isolated;
    }

    static Impact creation(String kind, List<String> unset) {
        String waits = unset.isEmpty() ? "" : "; until somebody sets them it runs without " + String.join(", ", unset);
        return Impact.of(Effect.NONE, Evidence.DOCUMENTED, "new; nothing uses it yet" + waits);
    }

    static Impact adoption() {
        return Impact.of(Effect.NONE, Evidence.PROVEN, "it is as wanted; the stack's record names it from now on");
    }

    /**
     * The worst of its parts.
     *
     * @param isolated the environments that let no private traffic through, now or afterwards
     */
    static Impact change(MapNode wanted, Live live, Difference difference, Deploy deploy, Set<String> isolated) {
        Effects effects = new Effects(wanted, live, isolated);
        Stream<Impact> parts = difference.deltas().stream().map(effects::part);
        return Stream.concat(parts, deploy == Deploy.NONE ? Stream.empty() : Stream.of(effects.deploy()))
                .max(Comparator.naturalOrder())
                .orElse(UNTOUCHED);
    }

    /** How long Render takes to have a certificate for a domain in its new place is a guess. */
    static Impact takes(String domain, ObjectKey from) {
        return Impact.of(
                        Effect.RESTART,
                        Evidence.ASSUMED,
                        domain + " moves here from " + from + " when this is live; in between nothing answers there")
                .lasting(1, LIKELY_START)
                .avoidedBy("give the new service another domain, and move visitors to that first");
    }

    static Impact deletion(Live live) {
        return switch (live.kind()) {
            case "envVarGroup" ->
                Impact.of(Effect.NONE, Evidence.ASSUMED, "services that run keep the values until their next deploy");
            case Projects.PROJECT, Projects.ENVIRONMENT ->
                Impact.of(Effect.NONE, Evidence.ASSUMED, "nothing is left in it");
            case "cron" -> Impact.of(Effect.NONE, Evidence.ASSUMED, "it does not run any more");
            case "database" ->
                Impact.of(Effect.DATA_LOSS, Evidence.DOCUMENTED, "a database goes with all of its data and backups")
                        .avoidedBy("leave out --allow-delete");
            case "keyvalue" ->
                Impact.of(Effect.DATA_LOSS, Evidence.DOCUMENTED, "a store goes with all that is in it")
                        .avoidedBy("leave out --allow-delete");
            default ->
                live.isStateful()
                        ? Impact.of(Effect.DATA_LOSS, Evidence.DOCUMENTED, "its disk goes with all that is on it")
                                .avoidedBy("leave out --allow-delete")
                        : Impact.of(Effect.OUTAGE, Evidence.DOCUMENTED, "it is gone for all who still call it")
                                .avoidedBy("first deploy what no longer calls it");
        };
    }

    private Impact part(Delta delta) {
        if (delta.isOf(Projects.ENVIRONMENT)) {
            return move(delta);
        }
        if (live.kind().equals(Projects.ENVIRONMENT)) {
            return environment(delta);
        }
        if (live.kind().equals("database") || live.kind().equals("keyvalue")) {
            return store(delta);
        }
        return switch (delta.reach()) {
            case SCALE -> scale(delta);
            case EDGE -> edge(delta);
            case DISK -> disk(delta);
            default -> UNTOUCHED;
        };
    }

    private Impact move(Delta delta) {
        boolean crosses = Stream.concat(delta.before().stream(), delta.after().stream())
                .map(Node::toString)
                .anyMatch(isolated::contains);
        return crosses
                ? Impact.of(
                                Effect.OUTAGE,
                                Evidence.ASSUMED,
                                "an isolated environment lets no private traffic through: it loses who is on the other side")
                        .avoidedBy("let what call each other use public addresses until all have moved")
                : Impact.of(Effect.NONE, Evidence.ASSUMED, "no instance is touched by a move between environments");
    }

    private static Impact environment(Delta delta) {
        return delta.isOf("networking") && is(delta.after(), "enabled")
                ? Impact.of(
                                Effect.OUTAGE,
                                Evidence.ASSUMED,
                                "private traffic from and to other environments is cut off")
                        .avoidedBy("first move all that call each other into one environment, or use public addresses")
                : Impact.of(Effect.NONE, Evidence.ASSUMED, "no instance is touched");
    }

    private Impact deploy() {
        String kind = live.kind();
        if (kind.equals("static")) {
            return Impact.of(Effect.NONE, Evidence.DOCUMENTED, "the new files replace the old ones at one moment");
        }
        if (kind.equals("cron")) {
            return Impact.of(Effect.NONE, Evidence.DOCUMENTED, "a run that is under way is not touched");
        }
        if (isSuspended()) {
            return Impact.of(Effect.NONE, Evidence.DOCUMENTED, "it is suspended; nothing of it runs");
        }
        if (!live.diskId().isEmpty() || wanted.has("disk")) {
            return stopAndStart();
        }
        boolean checked = kind.equals("web") && hasCheck();
        if (kind.equals("web") && !checked) {
            return Impact.of(
                    Effect.ROLLING,
                    Evidence.ASSUMED,
                    "old instances serve until new ones open their port; without a health check Render takes that for ready");
        }
        return Impact.of(
                Effect.ROLLING,
                Evidence.DOCUMENTED,
                checked
                        ? "old instances serve until new ones pass the health check"
                        : "old instances run until new ones have started");
    }

    /** The check of the new version is what holds the traffic back. */
    private boolean hasCheck() {
        Optional<String> kept = live.answer().getMap("serviceDetails").flatMap(it -> it.getText("healthCheckPath"));
        return !wanted.getText("healthCheckPath").or(() -> kept).orElse("").isEmpty();
    }

    private boolean isSuspended() {
        return live.answer().getText("suspended").filter("suspended"::equals).isPresent();
    }

    private Impact stopAndStart() {
        long drain = live.answer()
                .getMap("serviceDetails")
                .flatMap(it -> it.getLong("maxShutdownDelaySeconds"))
                .orElse(USUAL_DRAIN);
        return Impact.of(
                        Effect.RESTART,
                        Evidence.DOCUMENTED,
                        "a disk belongs to one instance: the old one stops before the new one starts")
                .lasting(1, drain + LIKELY_START)
                .avoidedBy("keep its data in Postgres or Key Value, without a disk");
    }

    private static Impact scale(Delta delta) {
        boolean fewer = number(delta.after()) < number(delta.before());
        return fewer
                ? Impact.of(Effect.ROLLING, Evidence.DOCUMENTED, "instances that leave finish their requests first")
                : Impact.of(Effect.NONE, Evidence.DOCUMENTED, "the number of instances follows at once");
    }

    private static long number(Optional<Node> node) {
        return node.map(Node::toString)
                .filter(it -> it.matches("\\d{1,9}"))
                .map(Long::parseLong)
                .orElse(0L);
    }

    private static Impact edge(Delta delta) {
        boolean goes = delta.after().isEmpty();
        if (delta.isOf("domains") && goes) {
            return Impact.of(Effect.OUTAGE, Evidence.DOCUMENTED, "nothing answers at " + delta.item() + " any more")
                    .avoidedBy("keep the domain until nobody uses it");
        }
        if (delta.path().equals("maintenanceMode.enabled") && is(delta.after(), "true")) {
            return Impact.of(Effect.OUTAGE, Evidence.DOCUMENTED, "visitors see the maintenance page")
                    .avoidedBy("leave maintenanceMode off");
        }
        if (delta.path().equals("renderSubdomainPolicy") && is(delta.after(), "disabled")) {
            return Impact.of(Effect.OUTAGE, Evidence.DOCUMENTED, "nothing answers at its onrender.com address any more")
                    .avoidedBy("keep the address until nobody uses it");
        }
        if (delta.path().equals("ipAllowList")) {
            return Impact.of(Effect.OUTAGE, Evidence.ASSUMED, "who calls from an address that is not listed is refused")
                    .avoidedBy("list all addresses that callers have");
        }
        return UNTOUCHED;
    }

    private static boolean is(Optional<Node> node, String text) {
        return node.map(Node::toString).filter(text::equals).isPresent();
    }

    private Impact disk(Delta delta) {
        if (delta.after().isEmpty()) {
            return Impact.of(Effect.DATA_LOSS, Evidence.DOCUMENTED, "the disk goes with all that is on it")
                    .avoidedBy("leave out --allow-delete");
        }
        return stopAndStart();
    }

    private Impact store(Delta delta) {
        boolean keyValue = live.kind().equals("keyvalue");
        if (delta.path().equals("plan") && is(delta.before(), "free") && keyValue) {
            return Impact.of(Effect.DATA_LOSS, Evidence.DOCUMENTED, "a store that leaves the free plan starts empty")
                    .avoidedBy("fill a second store first and move its readers");
        }
        if (delta.path().equals("persistenceMode") && is(delta.after(), "off")) {
            return Impact.of(Effect.DATA_LOSS, Evidence.DOCUMENTED, "what is in it is gone with its next restart")
                    .avoidedBy("keep a persistence mode other than off");
        }
        if (delta.reach() == Reach.EDGE) {
            return Impact.of(
                            Effect.OUTAGE,
                            Evidence.ASSUMED,
                            "who connects from an address that is not listed is refused")
                    .avoidedBy("list all addresses that connect from outside");
        }
        if (delta.isOf("readReplicas") && delta.after().isEmpty()) {
            return Impact.of(Effect.OUTAGE, Evidence.DOCUMENTED, "nothing answers at this replica any more")
                    .avoidedBy("first move what reads from " + delta.item() + " to the database itself");
        }
        if (delta.reach() != Reach.RESTART) {
            return UNTOUCHED;
        }
        return keyValue
                ? Impact.of(Effect.RESTART, Evidence.DOCUMENTED, "the store restarts, and nothing answers meanwhile")
                        .lasting(30, 120)
                        .avoidedBy("let its clients try again until it is back")
                : Impact.of(Effect.RESTART, Evidence.DOCUMENTED, "the database restarts, and nothing answers meanwhile")
                        .lasting(10, 300)
                        .avoidedBy("a standby takes over in less time: highAvailability");
    }
}
