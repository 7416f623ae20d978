package dev.davit.render.blueprint;

import dev.davit.document.MapNode;
import dev.davit.document.Origin;
import dev.davit.model.ResourceKey;
import dev.davit.model.SecretSpec;
import dev.davit.model.WorkloadSpec;
import java.util.HashMap;
import java.util.Map;

/**
 * Knows which variable holds a generated secret. Render makes a value per variable, so the first reader's is made and the others
 * copy it: two values would be two secrets.
 */
final class GeneratedSecrets {
    private record Place(String type, String service, String variable) {}

    private final Settings settings;
    private final Map<ResourceKey, Place> places = new HashMap<>();

    GeneratedSecrets(Settings settings) {
        this.settings = settings;
    }

    /** Says whether a variable holds the secret. */
    boolean holds(ResourceKey secret) {
        return places.containsKey(secret);
    }

    /** Writes the value of a variable that holds the secret; where it is made, the secret's own call shows. */
    void put(MapNode entry, SecretSpec secret, WorkloadSpec reader, String variable, Origin why) {
        Place own = new Place(Context.type(reader), settings.name(reader.key()), variable);
        Place first = places.putIfAbsent(secret.key(), own);
        if (first == null) {
            entry.put("generateValue", true, secret.origin("generated"));
        } else {
            entry.map("fromService", why)
                    .put("type", first.type())
                    .put("name", first.service())
                    .put("envVarKey", first.variable());
        }
    }
}
