package dev.davit.k8s.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedServerTest {
    private static final Request LIST = Request.get("/api/v1/pods", "application/json");
    private static final Credential NOBODY = new Credential(Optional.empty(), Optional.empty(), Optional.empty());
    private static final String PASSWORD = "changeit";

    @TempDir
    private Path folder;

    private final List<String> asked = new ArrayList<>();
    private HttpsServer server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    /** Makes a certificate that is its own authority. */
    private KeyStore store(String names) throws Exception {
        Path file = folder.resolve("store-" + names.replace(':', '-'));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "server",
                "-dname",
                "CN=localhost",
                "-storepass",
                PASSWORD,
                "-keystore",
                file.toString()));
        if (!names.isEmpty()) {
            command.addAll(List.of("-ext", "san=" + names));
        }
        Process making = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertThat(making.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(making.exitValue())
                .as(Files.readString(folder.resolve("log")))
                .isZero();
        return KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
    }

    /** Serves with a certificate of these names, and gives it in PEM. */
    private String serve(String names) throws Exception {
        KeyStore store = store(names);
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            ExtendedSSLSession session = (ExtendedSSLSession) ((HttpsExchange) exchange).getSSLSession();
            session.getRequestedServerNames().forEach(it -> asked.add(it.toString()));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        return pem(store);
    }

    private static String pem(KeyStore store) throws Exception {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder()
                        .encodeToString(store.getCertificate("server").getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    private int ask(String host, String authority, Optional<String> serverName) throws IOException {
        URI address = URI.create("https://" + host + ":" + server.getAddress().getPort());
        try (Transport transport = new Transport(new Access(
                "test", address, Optional.of(authority), serverName, Optional.empty(), Map.of(), () -> NOBODY))) {
            return transport.send(LIST, NOBODY).status();
        }
    }

    private void refuses(String host, String authority, Optional<String> serverName, String why) {
        assertThatThrownBy(() -> ask(host, authority, serverName))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(why);
    }

    @Test
    void a_server_is_believed_whose_certificate_names_it() throws Exception {
        String authority = serve("ip:127.0.0.1,dns:localhost");
        assertThat(ask("127.0.0.1", authority, Optional.empty())).isEqualTo(204);
        assertThat(ask("localhost", authority, Optional.empty())).isEqualTo(204);
        assertThat(asked).hasSize(1).first().asString().contains("localhost");
    }

    @Test
    void a_certificate_for_somebody_else_is_not_enough() throws Exception {
        String authority = serve("ip:127.0.0.2,dns:example.com");
        refuses("127.0.0.1", authority, Optional.empty(), "is not one of 127.0.0.1, but of [127.0.0.2, example.com]");
        refuses("localhost", authority, Optional.empty(), "is not one of localhost");
    }

    @Test
    void the_subject_of_a_certificate_is_no_name() throws Exception {
        String authority = serve("");
        refuses("localhost", authority, Optional.empty(), "is not one of localhost, but of nobody");
    }

    @Test
    void a_name_is_not_enough_where_the_authority_is_another() throws Exception {
        serve("ip:127.0.0.1");
        refuses("127.0.0.1", pem(store("ip:127.0.0.1,dns:localhost")), Optional.empty(), "PKIX path");
    }

    @Test
    void the_name_that_the_configuration_gives_is_asked_for_and_stands_for_the_address() throws Exception {
        String authority = serve("dns:kubernetes.default");
        assertThat(ask("127.0.0.1", authority, Optional.of("kubernetes.default")))
                .isEqualTo(204);
        assertThat(asked).hasSize(1).first().asString().contains("kubernetes.default");
        refuses("127.0.0.1", authority, Optional.empty(), "is not one of 127.0.0.1");
    }

    @Test
    void the_address_does_not_stand_for_the_name_that_the_configuration_gives() throws Exception {
        String authority = serve("ip:127.0.0.1,dns:localhost");
        refuses("127.0.0.1", authority, Optional.of("kubernetes"), "is not one of kubernetes");
        refuses("localhost", authority, Optional.of("kubernetes"), "is not one of kubernetes");
    }

    @ParameterizedTest(name = "{2} is {0}: {3}")
    @CsvSource({
        "api.example.com,      2, api.example.com,   true",
        "API.Example.COM,      2, api.example.com.,  true",
        "api.example.com,      2, example.com,       false",
        "*.example.com,        2, api.example.com,   true",
        "*.EXAMPLE.com,        2, api.example.com,   true",
        "*.example.com,        2, a.b.example.com,   false",
        "*.example.com,        2, example.com,       false",
        "*.example.com,        2, .example.com,      false",
        "a*.example.com,       2, api.example.com,   false",
        "api.*.com,            2, api.example.com,   false",
        "*,                    2, localhost,         false",
        "10.0.0.1,             2, 10.0.0.1,          false",
        "*.0.0.1,              2, 10.0.0.1,          false",
        "10.0.0.1,             7, 10.0.0.1,          true",
        "10.0.0.1,             7, 10.0.0.2,          false",
        "10.0.0.1,             7, api.example.com,   false",
        "0:0:0:0:0:0:0:1,      7, '[::1]',           true",
        "0:0:0:0:0:0:0:1,      7, ::1,               true",
        "0:0:0:0:0:0:0:2,      7, '[::1]',           false",
        "api.example.com,      1, api.example.com,   false",
        "api.example.com,      6, api.example.com,   false",
    })
    void names_are_compared_label_by_label_and_addresses_as_numbers(
            String alternative, int kind, String name, boolean same) {
        assertThat(NamedServer.isOne(kind, alternative, name)).isEqualTo(same);
    }
}
