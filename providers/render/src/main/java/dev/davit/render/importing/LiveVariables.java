package dev.davit.render.importing;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.importing.Decision;
import dev.davit.render.compare.Live;
import dev.davit.render.compare.Sources;
import dev.davit.render.ownership.StackGroup;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Says the variables of live things as a Blueprint would: the API tells values alone. */
final class LiveVariables {
    private final Sources sources;
    private final LiveSecrets secrets;
    private final Consumer<Decision> decisions;

    LiveVariables(Sources sources, LiveSecrets secrets, Consumer<Decision> decisions) {
        this.sources = sources;
        this.secrets = secrets;
        this.decisions = decisions;
    }

    ListNode of(Live live) {
        ListNode entries = new ListNode(null);
        live.groups().stream()
                .sorted()
                .filter(it -> !StackGroup.isOwn(it))
                .forEach(it -> entries.add(new MapNode(null).put("fromGroup", it)));
        // A group takes values alone; source: https://render.com/docs/blueprint-spec
        Map<String, MapNode> references = live.kind().equals("envVarGroup") ? Map.of() : sources.of(live);
        new TreeMap<>(live.variables())
                .forEach((key, value) -> entries.add(
                        references.containsKey(key) ? entry(key, references.get(key)) : said(live, key, value)));
        return entries;
    }

    private static MapNode entry(String key, MapNode reference) {
        MapNode entry = new MapNode(null).put("key", key);
        reference.entries().forEach(entry::put);
        return entry;
    }

    private MapNode said(Live live, String key, String value) {
        MapNode entry = new MapNode(null).put("key", key);
        if (!secrets.is(key, value)) {
            return entry.put("value", value);
        }
        decisions.accept(new Decision(
                Decision.Kind.SECRET,
                LiveBlueprint.FILE,
                0,
                1,
                LiveBlueprint.path(live) + "/envVars/" + key,
                key + " of " + live.kind() + " " + live.name() + " looks like a secret",
                "its value is not written to Java and stays as it is on Render"));
        return entry.put("sync", false);
    }
}
