package dev.davit.k8s.schema;

import java.util.List;
import java.util.Map;

/** Hold the fields of a definition by name, and those that must be there. */
record ObjectType(String name, Map<String, Field> fields, List<String> required) {
    static ObjectType of(String name, Map<String, Field> fields) {
        List<String> required = fields.values().stream()
                .filter(Field::required)
                .map(Field::name)
                .toList();
        return new ObjectType(name, fields, required);
    }
}
