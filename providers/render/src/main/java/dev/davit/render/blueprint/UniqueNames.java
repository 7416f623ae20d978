package dev.davit.render.blueprint;

import dev.davit.document.Origin;
import dev.davit.model.DesiredObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds objects of one name: Render knows a service, a database or a group by its name, each in a list of its own. */
final class UniqueNames {
    private final Context context;

    UniqueNames(Context context) {
        this.context = context;
    }

    void check(List<DesiredObject> objects) {
        Map<String, DesiredObject> first = new HashMap<>();
        for (DesiredObject object : objects) {
            String list =
                    object.kind().equals("database") || object.kind().equals("envVarGroup") ? object.kind() : "service";
            DesiredObject other = first.putIfAbsent(list + " " + object.name(), object);
            if (other != null) {
                context.remarks().sameName(object, origin(object), other);
            }
        }
    }

    private Origin origin(DesiredObject object) {
        return object.resource()
                .flatMap(it -> context.settings().of("name", it))
                .map(it -> it.origin())
                .or(() -> object.tree().origin())
                .orElseThrow();
    }
}
