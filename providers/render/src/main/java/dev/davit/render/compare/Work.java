package dev.davit.render.compare;

import dev.davit.document.Fields;
import dev.davit.document.MapNode;
import dev.davit.plan.Step;
import java.util.Set;
import java.util.TreeSet;

/**
 * Say what a step is to do to one thing. The calls are found anew when it is done: a call that an earlier try of the same step did is
 * not among them.
 *
 * @param wants what the thing is to say, in the Blueprint's words; without secret values
 * @param said the paths that earlier applies said
 * @param changes the paths that the plan showed as changing; others are not touched
 * @param deploy what makes the change reach the instances
 * @param dropsDisk whether its disk goes, with all that is on it
 */
public record Work(MapNode wants, Set<String> said, Set<String> changes, Deploy deploy, boolean dropsDisk) {
    public Work {
        said = Set.copyOf(said);
        changes = Set.copyOf(changes);
    }

    /** Write it into a step. */
    MapNode body() {
        return new MapNode(null)
                .put("wants", wants)
                .put("said", new TreeSet<>(said).stream().toList())
                .put("changes", new TreeSet<>(changes).stream().toList())
                .put("deploy", deploy.word())
                .put("dropsDisk", dropsDisk);
    }

    /** Read it from a step. */
    public static Work of(Step step) {
        MapNode body = step.body().orElseThrow();
        Fields fields = Fields.of(step.id(), body);
        return new Work(
                body.getMap("wants").orElseThrow(),
                new TreeSet<>(fields.texts("said")),
                new TreeSet<>(fields.texts("changes")),
                Deploy.valueOf(fields.text("deploy").toUpperCase(java.util.Locale.ROOT)),
                fields.flag("dropsDisk"));
    }
}
