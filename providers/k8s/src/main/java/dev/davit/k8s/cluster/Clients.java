package dev.davit.k8s.cluster;

import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientImpl;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;

/**
 * Make clients of the JDK whose threads are known, to end all of them.
 *
 * <p>The JDK's client leaves the thread that waits for the network in native code until the client is collected, and a Java runtime that
 * ends waits 300 ms for such threads: a third of a short command. Interrupted, it ends at once. (JDK 21 has a method for that; fabric8
 * does not call it.)
 *
 * @see <a href="https://github.com/openjdk/jdk/blob/jdk-17-ga/src/hotspot/share/runtime/vmOperations.cpp">VM_Exit</a>
 */
final class Clients extends JdkHttpClientFactory implements AutoCloseable {
    private final Optional<String> serverName;
    private final ThreadGroup threads = new ThreadGroup("davit-http");
    private final ExecutorService executor = Executors.newCachedThreadPool(this::thread);

    /**
     * Make them.
     *
     * @param serverName the name to ask a server for that is called by an address. One that is called by a name is asked for that: the
     *     JDK's client takes no other
     */
    Clients(Optional<String> serverName) {
        this.serverName = serverName;
    }

    private Thread thread(Runnable task) {
        Thread thread = new Thread(threads, task, "davit-http");
        thread.setDaemon(true);
        return thread;
    }

    ThreadGroup threads() {
        return threads;
    }

    /** Build one. A thread belongs to the group of the one that starts it, and a new client starts one. */
    HttpClient build(HttpClient.Builder builder) throws InterruptedIOException {
        try {
            return executor.submit(builder::build).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    @Override
    protected java.net.http.HttpClient.Builder createNewHttpClientBuilder() {
        java.net.http.HttpClient.Builder builder =
                java.net.http.HttpClient.newBuilder().executor(executor);
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

    @Override
    public void close() {
        executor.shutdownNow();
        threads.interrupt();
    }
}
