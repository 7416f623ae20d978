package dev.davit.testcluster;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * An admission webhook in this JVM, which the API server calls over HTTPS.
 *
 * <p>Register it with a {@code clientConfig} of {@link #clientConfig()}, for one namespace by a {@code namespaceSelector}: a
 * configuration of webhooks counts for the whole cluster.
 */
public final class AdmissionWebhook implements AutoCloseable {
    private static final Pattern UID = Pattern.compile("\"uid\":\"([^\"]+)\"");
    private static final char[] PASSWORD = "not-secret".toCharArray();

    private final UnaryOperator<String> patches;
    private final String authority;
    private final HttpsServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final AtomicInteger calls = new AtomicInteger();

    private AdmissionWebhook(UnaryOperator<String> patches, KeyStore key) throws IOException, GeneralSecurityException {
        this.patches = patches;
        this.authority = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(key.getCertificate("webhook").getEncoded())
                + "\n-----END CERTIFICATE-----\n";
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(key, PASSWORD);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /**
     * Start one that allows everything.
     *
     * @param patches gives a JSON patch for an AdmissionReview, or an empty text for none
     */
    public static AdmissionWebhook start(UnaryOperator<String> patches) {
        try {
            return new AdmissionWebhook(patches, key());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyStore key() throws IOException, GeneralSecurityException {
        Path folder = Files.createTempDirectory("davit-webhook-");
        Path file = folder.resolve("key.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> command = new ArrayList<>(List.of(keytool, "-genkeypair", "-keystore", file.toString()));
        command.addAll(List.of(("-alias webhook -keyalg EC -groupname secp256r1 -dname CN=webhook -validity 2"
                        + " -ext SAN=ip:127.0.0.1 -storetype PKCS12 -storepass " + new String(PASSWORD))
                .split(" ")));
        Output.of(command, "").orThrow();
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD);
            return store;
        } finally {
            Files.delete(file);
            Files.delete(folder);
        }
    }

    /** Give the {@code clientConfig} that reaches it, as YAML in one line. */
    public String clientConfig() {
        return "{url: \"https://127.0.0.1:" + server.getAddress().getPort() + "/\", caBundle: "
                + Base64.getEncoder().encodeToString(authority.getBytes(StandardCharsets.US_ASCII)) + "}";
    }

    /** Say how often it was asked. */
    public int calls() {
        return calls.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            calls.incrementAndGet();
            String review = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Matcher uid = UID.matcher(review);
            if (!uid.find()) {
                exchange.sendResponseHeaders(400, -1);
                return;
            }
            String patch = patches.apply(review);
            byte[] reply = """
                    {"apiVersion": "admission.k8s.io/v1", "kind": "AdmissionReview", "response": {"uid": "%s", "allowed": true%s}}
                    """.formatted(uid.group(1), patch.isEmpty() ? "" : patched(patch))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, reply.length);
            exchange.getResponseBody().write(reply);
        }
    }

    private static String patched(String patch) {
        return ", \"patchType\": \"JSONPatch\", \"patch\": \""
                + Base64.getEncoder().encodeToString(patch.getBytes(StandardCharsets.UTF_8)) + "\"";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
