package dev.davit.k8s.manifest;

import dev.davit.Literal;
import dev.davit.Reference;
import dev.davit.Secret;
import dev.davit.Text;
import dev.davit.Value;
import dev.davit.document.Origin;
import dev.davit.model.EnvGroupSpec;
import dev.davit.model.ResourceKey;
import dev.davit.model.SecretSpec;
import dev.davit.model.WorkloadSpec;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the ports on which a workload calls the outside: those of addresses in its variables, and 443 where it fetches a model,
 * calls a service of another target, or holds a secret that a person gave, since that is the key to somebody else's door.
 */
final class ExternalPorts {
    static final int HTTPS = 443;

    private static final Pattern ADDRESS =
            Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://(?:[^/@\\s]*@)?([^/:@\\s?#]+)(?::(\\d{1,5}))?");

    /** The ports that the schemes' own documents name. */
    private static final Map<String, Integer> SCHEMES = Map.of(
            "https",
            443,
            "http",
            80,
            "wss",
            443,
            "ws",
            80,
            "postgres",
            5432,
            "postgresql",
            5432,
            "mysql",
            3306,
            "redis",
            6379,
            "rediss",
            6379,
            "amqp",
            5672);

    private final Cluster cluster;
    private final Map<Integer, Origin> ports = new TreeMap<>();

    private ExternalPorts(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Gives the ports in order, each with the call that asks for it. */
    static Map<Integer, Origin> of(Cluster cluster, WorkloadSpec spec) {
        ExternalPorts found = new ExternalPorts(cluster);
        found.scan(spec);
        spec.preDeployJob()
                .flatMap(key -> cluster.placed(key, WorkloadSpec.class))
                .ifPresent(found::scan);
        return found.ports;
    }

    private void scan(WorkloadSpec spec) {
        spec.serves().forEach(key -> open(HTTPS, spec.origin("serves." + key.id())));
        spec.env().forEach((name, value) -> scan(value, spec.origin("env." + name)));
        for (ResourceKey key : spec.envGroups()) {
            Origin origin = spec.origin("envGroup." + key.id());
            cluster.assembly()
                    .spec(key, EnvGroupSpec.class)
                    .ifPresent(group -> group.env().values().forEach(text -> scan(text, origin)));
        }
    }

    private void scan(Value<?> value, Origin origin) {
        if (value instanceof Text text) {
            text.parts().forEach(part -> scan(part, origin));
        } else if (value instanceof Literal<?> literal) {
            scan(String.valueOf(literal.value()), origin);
        } else if (value instanceof Reference<?> reference && leavesCluster(reference)
                || value instanceof Secret secret && isGiven(secret.key())) {
            open(HTTPS, origin);
        }
    }

    private boolean leavesCluster(Reference<?> reference) {
        return !cluster.scope().holds(reference.resource())
                || reference.attribute() == dev.davit.model.Attribute.PUBLIC_URL;
    }

    private boolean isGiven(ResourceKey secret) {
        return cluster.assembly()
                .spec(secret, SecretSpec.class)
                .filter(it -> !it.generated())
                .isPresent();
    }

    private void scan(String text, Origin origin) {
        Matcher address = ADDRESS.matcher(text);
        while (address.find()) {
            Integer usual = SCHEMES.get(address.group(1).toLowerCase(Locale.ROOT));
            Integer port = address.group(3) == null ? usual : Integer.valueOf(address.group(3));
            if (port != null && port > 0 && port < 65_536 && !isOwnHost(address.group(2))) {
                open(port, origin);
            }
        }
    }

    private static boolean isOwnHost(String host) {
        return host.equals("localhost") || host.startsWith("127.") || host.startsWith("0.0.0.0");
    }

    private void open(int port, Origin origin) {
        ports.putIfAbsent(port, origin);
    }
}
