package dev.davit.render.rule;

import dev.davit.check.Report;
import dev.davit.document.Node;
import dev.davit.document.Origin;
import dev.davit.model.Attribute;
import dev.davit.model.Desired;
import dev.davit.model.DesiredObject;
import dev.davit.model.Kind;
import dev.davit.model.ResourceKey;
import java.util.Optional;

/**
 * RND009: use the free plan for what it can do. Sources: https://render.com/docs/free, https://render.com/docs/disks and
 * https://render.com/docs/scaling
 */
public final class FreePlan extends RenderRule {
    @Override
    public String id() {
        return "RND009";
    }

    @Override
    public String title() {
        return "Nothing on the free plan has a disk, scales, takes private traffic or keeps jobs.";
    }

    @Override
    void look(Desired desired, Report report) {
        for (DesiredObject object : desired.objects()) {
            if (plan(object).equals("free")) {
                why(desired, object).ifPresent(why -> report(object, why, report));
            }
        }
    }

    private static Optional<String> why(Desired desired, DesiredObject object) {
        if (object.resource().filter(it -> it.kind() == Kind.JOB_QUEUE).isPresent()) {
            return Optional.of("it keeps nothing over a restart: jobs would be lost");
        }
        if (object.kind().equals("worker")
                || object.kind().equals("pserv")
                || object.kind().equals("cron")) {
            return Optional.of("only web services, databases and stores have one");
        }
        if (object.tree().get("disk").isPresent()) {
            return Optional.of("a disk needs a paid plan");
        }
        if (object.tree().get("scaling").isPresent()
                || object.tree().getLong("numInstances").orElse(1L) > 1) {
            return Optional.of("a free web service is one instance");
        }
        if (object.tree().get("preDeployCommand").isPresent()) {
            return Optional.of("a pre-deploy command needs a paid plan");
        }
        boolean called = object.kind().equals("web")
                && object.resource()
                        .filter(it -> takesPrivateTraffic(desired, it))
                        .isPresent();
        return called ? Optional.of("a free web service takes no private traffic") : Optional.empty();
    }

    private static boolean takesPrivateTraffic(Desired desired, ResourceKey key) {
        return desired.assembly().neededBy(key).stream()
                .flatMap(edge -> edge.attribute().stream())
                .anyMatch(it -> it == Attribute.HOST || it == Attribute.HOST_PORT);
    }

    private static void report(DesiredObject object, String why, Report report) {
        Origin origin = object.tree().get("plan").flatMap(Node::origin).orElse(null);
        report.add(
                object.resource().orElse(null),
                origin,
                "the free plan cannot do this",
                why,
                "take Plan.STARTER, or leave the choice to Davit: remove .plan(...)");
    }
}
