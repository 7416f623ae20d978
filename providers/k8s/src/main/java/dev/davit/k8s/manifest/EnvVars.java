package dev.davit.k8s.manifest;

import dev.davit.Literal;
import dev.davit.Reference;
import dev.davit.Secret;
import dev.davit.Text;
import dev.davit.Value;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.Origin;
import dev.davit.k8s.manifest.Resolved.Hidden;
import dev.davit.k8s.manifest.Resolved.Plain;
import dev.davit.model.ResourceKey;
import dev.davit.model.WorkloadSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Makes the variables of a container. Text with a secret in it names the secret by a variable of its own and is put together by
 * Kubernetes, so that no output holds the value.
 */
final class EnvVars {
    private static final Origin JOINED = Origin.target("Kubernetes puts text and secrets together from variables");

    private final Addresses addresses;
    private final ResourceKey reader;
    private final WorkloadSpec spec;
    private final Map<String, Node> variables = new LinkedHashMap<>();

    private EnvVars(Cluster cluster, WorkloadSpec spec, ResourceKey reader) {
        this.addresses = new Addresses(cluster);
        this.spec = spec;
        this.reader = reader;
    }

    /**
     * Makes variables.
     *
     * @param spec whose variables
     * @param reader in whose pod
     * @param own variables that Davit sets unless the user does, with why
     */
    static List<Node> of(Cluster cluster, WorkloadSpec spec, ResourceKey reader, Map<String, Node> own) {
        EnvVars made = new EnvVars(cluster, spec, reader);
        own.forEach((name, value) -> {
            if (!spec.env().containsKey(name)) {
                made.put(name, value.origin().orElseThrow()).put("value", value);
            }
        });
        spec.env().forEach(made::add);
        return List.copyOf(made.variables.values());
    }

    private void add(String name, Value<?> value) {
        Origin origin = spec.origin("env." + name);
        Resolved resolved = value instanceof Text text ? joined(text.parts(), origin) : resolve(value, origin);
        if (resolved instanceof Hidden hidden) {
            putSecret(name, hidden, origin);
        } else {
            String text = ((Plain) resolved).text();
            put(name, origin).put("value", value instanceof Text ? text : Expansion.literal(text), origin);
        }
    }

    private Resolved resolve(Value<?> value, Origin origin) {
        if (value instanceof Secret secret) {
            return new Hidden(secret.id(), Credentials.VALUE);
        }
        return value instanceof Reference<?> reference
                ? addresses.of(reference, reader, origin)
                : new Plain(String.valueOf(((Literal<?>) value).value()));
    }

    private Resolved joined(List<Value<?>> parts, Origin origin) {
        if (parts.size() == 1) {
            Resolved only = resolve(parts.get(0), origin);
            return only instanceof Plain plain ? new Plain(Expansion.literal(plain.text())) : only;
        }
        StringBuilder text = new StringBuilder();
        for (Value<?> part : parts) {
            if (part instanceof Reference<?> reference && isHttpsElsewhere(text, reference)) {
                text.replace(text.length() - "http://".length(), text.length(), "https://");
                text.append(Addresses.hostElsewhere(reference));
            } else {
                text.append(piece(resolve(part, origin)));
            }
        }
        return new Plain(text.toString());
    }

    private boolean isHttpsElsewhere(StringBuilder before, Reference<?> reference) {
        return before.toString().endsWith("http://")
                && reference.attribute() == dev.davit.model.Attribute.HOST_PORT
                && addresses.isPublicElsewhere(reference);
    }

    private String piece(Resolved resolved) {
        if (resolved instanceof Plain plain) {
            return Expansion.literal(plain.text());
        }
        Hidden hidden = (Hidden) resolved;
        String name = ("DAVIT_" + hidden.secret() + "_" + hidden.key())
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]", "_");
        // A variable of the user's own keeps its name.
        while (spec.env().containsKey(name)) {
            name += "_";
        }
        putSecret(name, hidden, JOINED);
        return Expansion.variable(name);
    }

    private MapNode put(String name, Origin origin) {
        MapNode variable = new MapNode(origin).put("name", name);
        variables.put(name, variable);
        return variable;
    }

    private void putSecret(String name, Hidden hidden, Origin origin) {
        put(name, origin)
                .map("valueFrom", origin)
                .map("secretKeyRef", origin)
                .put("name", hidden.secret())
                .put("key", hidden.key());
    }
}
