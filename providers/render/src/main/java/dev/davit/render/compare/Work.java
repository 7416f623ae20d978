package dev.davit.render.compare;

import dev.davit.document.Fields;
import dev.davit.document.MapNode;
import dev.davit.plan.Step;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Say what a step is to do to one thing. The calls are found anew when it is done: a call that an earlier try of the same step did is
 * not among them.
 *
 * @param wants what the thing is to say, in the Blueprint's words; without secret values
 * @param said the paths that earlier applies said
 * @param changes the paths that the plan showed as changing, each with the trace of what it was; others are not touched
 * @param deploy what makes the change reach the instances
 * @param redeploys whether a deploy is for these changes, and not for what an earlier apply or another thing changed
 * @param dropsDisk whether its disk goes, with all that is on it
 * @param later the paths that another step brings, although they are among the changes
 * @param takes the domains that it takes from other services, with the ids of those: then nothing else is done
 */
public record Work(
        MapNode wants,
        Set<String> said,
        Map<String, String> changes,
        Deploy deploy,
        boolean redeploys,
        boolean dropsDisk,
        Set<String> later,
        Map<String, String> takes) {
    public Work {
        said = Set.copyOf(said);
        changes = Map.copyOf(changes);
        later = Set.copyOf(later);
        takes = Map.copyOf(takes);
    }

    /** Write it into a step. */
    MapNode body() {
        return new MapNode(null)
                .put("wants", wants)
                .put("said", new TreeSet<>(said).stream().toList())
                .put("changes", map(changes))
                .put("deploy", deploy.word())
                .put("redeploys", redeploys)
                .put("dropsDisk", dropsDisk)
                .put("later", new TreeSet<>(later).stream().toList())
                .put("takes", map(takes));
    }

    /** Read it from a step. */
    public static Work of(Step step) {
        MapNode body = step.body().orElseThrow();
        Fields fields = Fields.of(step.id(), body);
        return new Work(
                body.getMap("wants").orElseThrow(),
                new TreeSet<>(fields.texts("said")),
                texts(body, "changes"),
                Deploy.valueOf(fields.text("deploy").toUpperCase(java.util.Locale.ROOT)),
                fields.flag("redeploys"),
                fields.flag("dropsDisk"),
                new TreeSet<>(fields.texts("later")),
                texts(body, "takes"));
    }

    private static MapNode map(Map<String, String> texts) {
        MapNode map = new MapNode(null);
        new TreeMap<>(texts).forEach(map::put);
        return map;
    }

    private static Map<String, String> texts(MapNode body, String key) {
        Map<String, String> texts = new TreeMap<>();
        body.getMap(key).orElseThrow().entries().forEach((name, text) -> texts.put(name, text.toString()));
        return texts;
    }

    /** Give the same as a step that takes domains and does nothing else. */
    Work taking(Map<String, String> domains) {
        return new Work(wants, said, changes, Deploy.NONE, false, false, Set.of(), domains);
    }

    /** Leave out of a difference what is not for this step. */
    Difference own(Difference difference) {
        return difference.only(it ->
                takes.isEmpty() ? !later.contains(it.path()) : it.isOf("domains") && takes.containsKey(it.item()));
    }
}
