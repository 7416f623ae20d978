package dev.davit.k8s.cluster;

import dev.davit.target.ClientThreads;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientImpl;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;

/** Make clients of the JDK that run on our threads, and ask a server for the name that the configuration gives. */
final class Clients extends JdkHttpClientFactory {
    private final ClientThreads threads;
    private final Optional<String> serverName;

    /**
     * Make them.
     *
     * @param threads who runs them, and ends them
     * @param serverName the name to ask a server for that is called by an address. One that is called by a name is asked for that: the
     *     JDK's client takes no other
     */
    Clients(ClientThreads threads, Optional<String> serverName) {
        this.threads = threads;
        this.serverName = serverName;
    }

    @Override
    protected java.net.http.HttpClient.Builder createNewHttpClientBuilder() {
        java.net.http.HttpClient.Builder builder =
                java.net.http.HttpClient.newBuilder().executor(threads.executor());
        serverName.filter(it -> !NamedServer.isAddress(it)).ifPresent(it -> {
            SSLParameters asking = new SSLParameters();
            asking.setServerNames(List.of(new SNIHostName(it)));
            builder.sslParameters(asking);
        });
        return builder;
    }

    /** Its threads are ended with all others. */
    @Override
    protected void closeHttpClient(JdkHttpClientImpl client) {}
}
