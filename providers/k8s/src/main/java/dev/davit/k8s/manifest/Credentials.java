package dev.davit.k8s.manifest;

import dev.davit.model.KeyValueSpec;
import dev.davit.model.PostgresSpec;
import dev.davit.model.SecretSpec;
import dev.davit.model.WorkloadSpec;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says which Secrets the cluster makes for itself. A value is 64 random hexadecimal digits; {@code {}} in a text stands for it.
 *
 * @param secret the Secret's name
 * @param id whose Secret it is
 * @param texts the keys of the Secret
 */
record Credentials(String secret, String id, Map<String, String> texts) {
    static final String VALUE = "value";
    static final String PASSWORD = "password";
    static final String URL = "url";
    static final String TOKEN = "token";

    /** A piece of Valkey's configuration that demands the password, so that it is in no command line. */
    static final String VALKEY_CONF = "auth.conf";

    /** A piece of nginx's configuration that knows the token. */
    static final String NGINX_CONF = "allowed.conf";

    static String store(String id) {
        return id + "-credentials";
    }

    static String access(String id) {
        return id + "-access";
    }

    /** Lists what the stack needs, in the order of the definition. */
    static List<Credentials> of(Cluster cluster) {
        List<Credentials> all = new ArrayList<>();
        cluster.specs(KeyValueSpec.class).forEach(it -> all.add(ofStore(it)));
        cluster.specs(PostgresSpec.class).forEach(it -> all.add(ofDatabase(it)));
        cluster.specs(SecretSpec.class).stream()
                .filter(SecretSpec::generated)
                .forEach(it -> all.add(new Credentials(it.id(), it.id(), Map.of(VALUE, "{}"))));
        cluster.specs(WorkloadSpec.class).stream()
                .filter(it -> cluster.settings().expose(it.key()).isPresent())
                .forEach(it -> all.add(ofAccess(it)));
        return all;
    }

    private static Credentials ofStore(KeyValueSpec spec) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(VALKEY_CONF, "requirepass {}\n");
        texts.put(PASSWORD, "{}");
        texts.put(URL, "redis://default:{}@" + spec.id() + ":" + Addresses.VALKEY_PORT);
        return new Credentials(store(spec.id()), spec.id(), texts);
    }

    private static Credentials ofDatabase(PostgresSpec spec) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(PASSWORD, "{}");
        texts.put(
                URL,
                "postgresql://" + encoded(spec.user()) + ":{}@" + spec.id() + ":" + Addresses.POSTGRES_PORT + "/"
                        + encoded(spec.database()));
        return new Credentials(store(spec.id()), spec.id(), texts);
    }

    private static Credentials ofAccess(WorkloadSpec spec) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(NGINX_CONF, "map $http_authorization $allowed {\n  default 0;\n  \"Bearer {}\" 1;\n}\n");
        texts.put(TOKEN, "{}");
        return new Credentials(access(spec.id()), spec.id(), texts);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
