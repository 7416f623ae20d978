package dev.davit.k8s.effect;

import dev.davit.document.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads which addresses an Ingress serves, and by which Services. */
final class Backends {
    private Backends() {}

    /** Gives the Services with their ports: {@code web:http}. */
    static Set<String> of(Node ingress) {
        return new TreeSet<>(byAddress(ingress).values());
    }

    /** Gives what serves each address: {@code shop.example.com/api} by {@code web:http}. */
    static Map<String, String> byAddress(Node ingress) {
        Map<String, String> served = new LinkedHashMap<>();
        Fields.at(ingress, "spec", "defaultBackend").ifPresent(it -> served.put("any other address", backend(it)));
        for (Node rule : Fields.list(ingress, "spec", "rules")) {
            String host = Fields.text(rule, "host").orElse("*");
            for (Node path : Fields.list(rule, "http", "paths")) {
                served.put(host + Fields.text(path, "path").orElse("/"), backend(Fields.map(path, "backend")));
            }
        }
        return served;
    }

    private static String backend(Node backend) {
        Node service = Fields.map(backend, "service");
        return Fields.text(service, "name").orElse("?")
                + ":"
                + Fields.text(service, "port", "name")
                        .or(() -> Fields.word(service, "port", "number"))
                        .orElse("");
    }
}
