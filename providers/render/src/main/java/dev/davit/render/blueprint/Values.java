package dev.davit.render.blueprint;

import dev.davit.Disk;
import dev.davit.Literal;
import dev.davit.Reference;
import dev.davit.Secret;
import dev.davit.Text;
import dev.davit.Value;
import dev.davit.document.MapNode;
import dev.davit.model.Attribute;
import dev.davit.model.Kind;
import dev.davit.model.ResourceKey;
import dev.davit.model.SecretSpec;
import dev.davit.model.Spec;
import dev.davit.render.blueprint.Resolved.Hidden;
import dev.davit.render.blueprint.Resolved.Known;
import dev.davit.render.blueprint.Resolved.Linked;
import dev.davit.render.blueprint.Resolved.Unknown;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out what Render can make of a value; source of the forms: https://render.com/docs/blueprint-spec, "Environment variables".
 */
final class Values {
    private static final Map<Attribute, String> SERVICE = Map.of(
            Attribute.HOST, "host",
            Attribute.PORT, "port",
            Attribute.HOST_PORT, "hostport",
            Attribute.CONNECTION_STRING, "connectionString");

    private static final Map<Attribute, String> DATABASE = Map.of(
            Attribute.HOST, "host",
            Attribute.PORT, "port",
            Attribute.USER, "user",
            Attribute.PASSWORD, "password",
            Attribute.DATABASE, "database",
            Attribute.CONNECTION_STRING, "connectionString");

    private final Context context;
    private final Optional<Disk> disk;

    /** Looks from a workload with a disk, or without one. */
    Values(Context context, Optional<Disk> disk) {
        this.context = context;
        this.disk = disk;
    }

    Resolved of(Value<?> value) {
        if (value instanceof Literal<?> literal) {
            return new Known(String.valueOf(literal.value()));
        }
        if (value instanceof Secret secret) {
            return hidden(secret.key());
        }
        if (value instanceof Text text) {
            return new Joining(this, context.addresses()).of(text);
        }
        return reference((Reference<?>) value);
    }

    private Resolved hidden(ResourceKey secret) {
        boolean generated = context.scope()
                .assembly()
                .spec(secret, SecretSpec.class)
                .map(SecretSpec::generated)
                .orElse(false);
        return new Hidden(secret, generated);
    }

    private Resolved reference(Reference<?> reference) {
        ResourceKey key = reference.resource();
        if (key.kind() == Kind.MODEL) {
            return new Known(ModelFiles.folder(disk, key));
        }
        if (!here(reference)) {
            return elsewhere(reference);
        }
        Optional<Spec> spec = context.scope().assembly().spec(key);
        if (spec.isEmpty()) {
            return new Unknown();
        }
        return reference.attribute() == Attribute.PUBLIC_URL ? publicUrl(spec.get()) : linked(spec.get(), reference);
    }

    boolean here(Reference<?> reference) {
        return context.scope().holds(reference.resource());
    }

    /** A domain of the user's own is known. The one that Render gives can have a suffix, so Render is asked for it. */
    private Resolved publicUrl(Spec spec) {
        Optional<String> domain = context.addresses().domain(spec.key());
        return domain.isPresent()
                ? new Known("https://" + domain.get())
                : new Linked(
                        "PUBLIC_URL",
                        "fromService",
                        new MapNode(null)
                                .put("type", Context.type(spec))
                                .put("name", context.settings().name(spec.key()))
                                .put("envVarKey", "RENDER_EXTERNAL_URL"));
    }

    private Resolved linked(Spec spec, Reference<?> reference) {
        String suffix = reference.attribute().name();
        if (spec.kind() == Kind.POSTGRES) {
            return new Linked(
                    suffix,
                    "fromDatabase",
                    new MapNode(null)
                            .put("name", context.settings().name(spec.key()))
                            .put("property", DATABASE.get(reference.attribute())));
        }
        return new Linked(
                suffix,
                "fromService",
                new MapNode(null)
                        .put("type", Context.type(spec))
                        .put("name", context.settings().name(spec.key()))
                        .put("property", SERVICE.get(reference.attribute())));
    }

    private Resolved elsewhere(Reference<?> reference) {
        return context.addresses()
                .of(reference.resource())
                .flatMap(address -> known(address, reference.attribute()))
                .orElseGet(Unknown::new);
    }

    private static Optional<Resolved> known(Address address, Attribute attribute) {
        return switch (attribute) {
            case HOST -> Optional.of(new Known(address.host()));
            case PORT -> Optional.of(new Known(String.valueOf(address.port())));
            case HOST_PORT -> Optional.of(new Known(address.host() + ":" + address.port()));
            case PUBLIC_URL -> Optional.of(new Known(address.url()));
            default -> Optional.empty();
        };
    }
}
