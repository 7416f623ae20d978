package dev.davit.render.blueprint;

import dev.davit.document.MapNode;
import dev.davit.document.Origin;
import dev.davit.model.ResourceKey;
import dev.davit.model.WorkloadSpec;
import java.util.HashMap;
import java.util.Map;

/**
 * Knows which variable holds a generated secret. Render makes a value per variable, so the first reader's is made and the others
 * copy it: two values would be two secrets.
 */
final class GeneratedSecrets {
    private record Place(String type, String service, String variable) {}

    private final Map<ResourceKey, Place> places = new HashMap<>();

    /** Says whether a variable holds the secret. */
    boolean holds(ResourceKey secret) {
        return places.containsKey(secret);
    }

    /**
     * Writes the value of a variable that holds the secret.
     *
     * @param made the call that has it made
     */
    void put(MapNode entry, ResourceKey secret, WorkloadSpec reader, String variable, Origin made, Origin why) {
        Place own = new Place(Context.type(reader), reader.id(), variable);
        Place first = places.putIfAbsent(secret, own);
        if (first == null) {
            entry.put("generateValue", true, made);
        } else {
            entry.map("fromService", why)
                    .put("type", first.type())
                    .put("name", first.service())
                    .put("envVarKey", first.variable());
        }
    }
}
