package dev.davit.k8s.manifest;

import dev.davit.Reference;
import dev.davit.document.Origin;
import dev.davit.k8s.manifest.Resolved.Hidden;
import dev.davit.k8s.manifest.Resolved.Plain;
import dev.davit.model.Attribute;
import dev.davit.model.KeyValueSpec;
import dev.davit.model.Kind;
import dev.davit.model.ModelSpec;
import dev.davit.model.PostgresSpec;
import dev.davit.model.ResourceKey;
import dev.davit.model.Spec;
import dev.davit.model.StaticSiteSpec;
import dev.davit.model.WorkloadSpec;
import java.util.List;

/** Answers references. All names are known at synth, so only credentials are left to the cluster. */
final class Addresses {
    static final int VALKEY_PORT = 6379;
    static final int POSTGRES_PORT = 5432;

    /** Render's own domain for web services; source: https://render.com/docs/web-services */
    private static final String RENDER_DOMAIN = ".onrender.com";

    /** A name that never resolves (RFC 2606), where a finding says that there is no address. */
    private static final String NOWHERE = ".davit.invalid";

    private final Cluster cluster;

    Addresses(Cluster cluster) {
        this.cluster = cluster;
    }

    /**
     * Answers a reference.
     *
     * @param reader who asks; null for an output
     * @param origin the user's call that asks
     */
    Resolved of(Reference<?> reference, ResourceKey reader, Origin origin) {
        ResourceKey key = reference.resource();
        Spec spec = cluster.assembly().spec(key).orElseThrow(() -> new IllegalStateException("no " + key));
        if (!cluster.scope().holds(key)) {
            return elsewhere(key, reference.attribute(), reader);
        }
        if (spec instanceof KeyValueSpec) {
            return ofStore(key.id(), VALKEY_PORT, reference.attribute());
        }
        if (spec instanceof PostgresSpec database) {
            return ofDatabase(database, reference.attribute());
        }
        if (spec instanceof ModelSpec model) {
            return new Plain(model.path());
        }
        if (reference.attribute() == Attribute.PUBLIC_URL) {
            return publicUrl(spec, origin);
        }
        return ofService((WorkloadSpec) spec, reference.attribute());
    }

    private static Resolved ofService(WorkloadSpec spec, Attribute attribute) {
        return switch (attribute) {
            case PORT -> new Plain(String.valueOf(spec.port()));
            case HOST_PORT -> new Plain(spec.id() + ":" + spec.port());
            default -> new Plain(spec.id());
        };
    }

    private static Resolved ofStore(String id, int port, Attribute attribute) {
        return switch (attribute) {
            case PORT -> new Plain(String.valueOf(port));
            case HOST_PORT -> new Plain(id + ":" + port);
            case CONNECTION_STRING -> new Hidden(Credentials.store(id), Credentials.URL);
            case PASSWORD -> new Hidden(Credentials.store(id), Credentials.PASSWORD);
            default -> new Plain(id);
        };
    }

    private static Resolved ofDatabase(PostgresSpec spec, Attribute attribute) {
        return switch (attribute) {
            case USER -> new Plain(spec.user());
            case DATABASE -> new Plain(spec.database());
            default -> ofStore(spec.id(), POSTGRES_PORT, attribute);
        };
    }

    private Resolved publicUrl(Spec spec, Origin origin) {
        List<String> domains = spec instanceof StaticSiteSpec site ? site.domains() : ((WorkloadSpec) spec).domains();
        if (!domains.isEmpty()) {
            return new Plain("https://" + domains.get(0));
        }
        cluster.findings()
                .error(Findings.PUBLIC_ADDRESS)
                .add(
                        spec.key(),
                        origin,
                        spec.key() + " has no public address on a cluster",
                        "a cluster gives no host names away: only a domain of yours leads to it",
                        "give it one: .domain(\"" + spec.id() + ".example.com\")");
        return new Plain("https://" + spec.id() + NOWHERE);
    }

    /** A web service on Render has a public address; all else there is private. */
    private Resolved elsewhere(ResourceKey key, Attribute attribute, ResourceKey reader) {
        boolean open = key.kind() == Kind.WEB_SERVICE || key.kind() == Kind.STATIC_SITE;
        if (!open && reader != null) {
            cluster.verdicts()
                    .impossible(
                            reader,
                            "it cannot reach " + key + ", which is private to another target",
                            "place both on one target, or make " + key.id() + " a web service");
        }
        String host = key.id() + (open ? RENDER_DOMAIN : NOWHERE);
        return switch (attribute) {
            case PUBLIC_URL -> new Plain("https://" + host);
            case PORT -> new Plain("443");
            case HOST_PORT -> new Plain(host + ":443");
            default -> new Plain(host);
        };
    }

    /** Says whether a reference leads to a web service of another target, which speaks HTTPS only. */
    boolean isPublicElsewhere(Reference<?> reference) {
        ResourceKey key = reference.resource();
        return !cluster.scope().holds(key) && key.kind() == Kind.WEB_SERVICE;
    }

    /** Gives the host of a web service of another target. */
    static String hostElsewhere(Reference<?> reference) {
        return reference.resource().id() + RENDER_DOMAIN;
    }
}
