package dev.davit.k8s.cluster;

import dev.davit.apply.ApplyException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SNIHostName;

/** Find the cluster that is meant, and how to reach it. */
public final class Clusters {
    private static final Path ACCOUNT = Path.of("/var/run/secrets/kubernetes.io/serviceaccount");

    private final Map<String, String> environment;
    private final Path account;

    /** Look where {@code kubectl} looks: {@code KUBECONFIG}, {@code ~/.kube/config}, then the account of the pod we run in. */
    public static Clusters ofThisProcess() {
        return new Clusters(System.getenv(), ACCOUNT);
    }

    /** Look as {@link #ofThisProcess} does, with other environment variables. */
    public static Clusters of(Map<String, String> environment) {
        return new Clusters(environment, ACCOUNT);
    }

    Clusters(Map<String, String> environment, Path account) {
        this.environment = Map.copyOf(environment);
        this.account = account;
    }

    /** Load what connecting takes whatever the cluster is; reads no configuration and sends nothing. */
    public static void prepare() {
        Trust.prepare();
    }

    /** A server and the name of the context that led to it. */
    public record Named(String context, ApiServer server) {}

    /**
     * Connect to the cluster of a context, empty for the current one; sends nothing yet.
     *
     * @throws ApplyException if there is no usable configuration or credential
     */
    public Named connect(Optional<String> context) {
        return connect(context, Optional.empty());
    }

    /**
     * Connect as {@link #connect(Optional)} does, where no context is named to the usual one, if there is one of that name.
     *
     * @throws ApplyException if there is no usable configuration or credential
     */
    public Named connect(Optional<String> context, Optional<String> usual) {
        Kubeconfig config = Kubeconfig.read(environment);
        Access access = access(config, context.or(() -> usual.filter(config.contexts()::contains)));
        return new Named(access.context(), HttpApiServer.of(access));
    }

    Access access(Optional<String> context) {
        return access(Kubeconfig.read(environment), context);
    }

    private Access access(Kubeconfig config, Optional<String> context) {
        if (config.isEmpty() && context.isEmpty() && environment.containsKey("KUBERNETES_SERVICE_HOST")) {
            return inCluster();
        }
        String name = context.or(config::current)
                .orElseThrow(() -> config.refused(
                        config.contexts().isEmpty()
                                ? "no cluster is configured"
                                : "the kubeconfig has no current context",
                        config.contexts().isEmpty()
                                ? "log in to a cluster, or set KUBECONFIG"
                                : "name one of these: " + String.join(", ", config.contexts())));
        return of(config, config.entry(name));
    }

    private Access inCluster() {
        String host = environment.get("KUBERNETES_SERVICE_HOST");
        String port = environment.getOrDefault("KUBERNETES_SERVICE_PORT", "443");
        String bracketed = host.contains(":") ? "[" + host + "]" : host;
        return new Access(
                "in-cluster",
                URI.create("https://" + bracketed + ":" + port),
                Optional.of(Files.text(account.resolve("ca.crt"), "the cluster's certificate authority")),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                new TokenFile(account.resolve("token")));
    }

    private Access of(Kubeconfig config, Kubeconfig.Entry entry) {
        Kubeconfig.Section cluster = entry.cluster();
        if (cluster.flag("insecure-skip-tls-verify")) {
            throw config.refused(
                    "the cluster of the context \"" + entry.context() + "\" says insecure-skip-tls-verify",
                    "whoever sits between would read all secrets and could answer for the server: put the server's authority under "
                            + "certificate-authority-data instead");
        }
        URI server = server(config, cluster.text("server").orElse(""));
        return new Access(
                entry.context(),
                server,
                cluster.content("certificate-authority"),
                cluster.text("tls-server-name").map(it -> serverName(config, it)),
                cluster.text("proxy-url").or(() -> proxyOf(server)).map(it -> proxy(config, it)),
                impersonation(entry.user()),
                login(config, entry));
    }

    private static String serverName(Kubeconfig config, String text) {
        try {
            return NamedServer.isAddress(text) ? text : new SNIHostName(text).getAsciiName();
        } catch (IllegalArgumentException e) {
            throw config.refused("tls-server-name is no name of a server: \"" + text + "\"", "correct the kubeconfig");
        }
    }

    private static URI server(Kubeconfig config, String text) {
        URI server;
        try {
            server = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        } catch (IllegalArgumentException e) {
            throw config.refused("the server's address is no address: \"" + text + "\"", "correct the kubeconfig");
        }
        boolean plain = "http".equals(server.getScheme());
        if (server.getHost() == null || !plain && !"https".equals(server.getScheme())) {
            throw config.refused("the server's address is no address: \"" + text + "\"", "correct the kubeconfig");
        }
        if (plain && !isThisMachine(server.getHost())) {
            throw config.refused(
                    "the server's address is not encrypted: \"" + text + "\"",
                    "use https; plain http is for a proxy on this machine alone");
        }
        return server;
    }

    private static boolean isThisMachine(String host) {
        try {
            return host.equals("localhost")
                    || NamedServer.isAddress(host)
                            && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private Optional<String> proxyOf(URI server) {
        if (bypasses(server.getHost())) {
            return Optional.empty();
        }
        String name = server.getScheme() + "_proxy";
        return Optional.ofNullable(environment.getOrDefault(name, environment.get(name.toUpperCase(Locale.ROOT))))
                .filter(it -> !it.isBlank());
    }

    private boolean bypasses(String host) {
        if (isThisMachine(host)) {
            return true;
        }
        String none = environment.getOrDefault("no_proxy", environment.getOrDefault("NO_PROXY", ""));
        for (String entry : none.split(",")) {
            String name = entry.strip();
            if (name.equals("*")
                    || !name.isEmpty()
                            && (host.equals(name) || host.endsWith(name.startsWith(".") ? name : "." + name))) {
                return true;
            }
        }
        return false;
    }

    private static InetSocketAddress proxy(Kubeconfig config, String text) {
        URI proxy = URI.create(text);
        if (!"http".equals(proxy.getScheme()) || proxy.getHost() == null || proxy.getUserInfo() != null) {
            throw config.refused(
                    "the proxy's address is not of the kind that Davit can use",
                    "name an HTTP proxy without user and password: http://proxy.example.com:3128");
        }
        return new InetSocketAddress(proxy.getHost(), proxy.getPort() < 0 ? 80 : proxy.getPort());
    }

    private static Map<String, List<String>> impersonation(Kubeconfig.Section user) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        user.text("as").ifPresent(it -> headers.put("Impersonate-User", List.of(it)));
        user.text("as-uid").ifPresent(it -> headers.put("Impersonate-Uid", List.of(it)));
        user.map().getList("as-groups").ifPresent(list -> {
            List<String> groups = new ArrayList<>();
            list.forEach(it -> groups.add(it.toString()));
            headers.put("Impersonate-Group", groups);
        });
        return headers;
    }

    private Login login(Kubeconfig config, Kubeconfig.Entry entry) {
        Kubeconfig.Section user = entry.user();
        if (user.map().has("auth-provider")) {
            throw config.refused(
                    "the user of the context \"" + entry.context()
                            + "\" has an auth-provider, which Kubernetes has given up",
                    "log in again with a current version of your cloud's tool: it writes an exec plugin");
        }
        if (user.map().getMap("exec").isPresent()) {
            return ExecPlugin.of(config, entry, environment);
        }
        Optional<Path> file = user.path("tokenFile");
        if (file.isPresent() && user.text("client-certificate").isEmpty()) {
            return new TokenFile(file.get());
        }
        Optional<String> certificate = user.content("client-certificate");
        Optional<String> key = user.content("client-key");
        if (certificate.isPresent() != key.isPresent()) {
            throw config.refused(
                    "the user of the context \"" + entry.context()
                            + "\" has a client certificate or a key, but not both",
                    "correct the kubeconfig");
        }
        Credential fixed = new Credential(authorization(user), certificate, key);
        return () -> fixed;
    }

    private static Optional<String> authorization(Kubeconfig.Section user) {
        return user.text("token")
                .map(it -> "Bearer " + it)
                .or(() -> user.text("username")
                        .map(name -> "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((name + ":"
                                                        + user.text("password").orElse(""))
                                                .getBytes(StandardCharsets.UTF_8))));
    }
}
