package dev.davit.render.api;

import dev.davit.document.Json;
import dev.davit.target.ClientThreads;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** Send a call once and give what comes back. */
final class Transport implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final URI address;
    private final ApiKey key;
    private final Duration patience;
    private ClientThreads threads;
    private HttpClient client;

    /**
     * Send to a base address.
     *
     * @param patience how long one try may take, until the last byte of its answer
     */
    Transport(URI address, ApiKey key, Duration patience) {
        this.address = address;
        this.key = key;
        this.patience = patience;
    }

    /**
     * Send it. The JDK's client itself repeats a GET once, and no other method, when its connection ends before an answer begins.
     *
     * @throws InterruptedIOException if the thread is interrupted meanwhile
     * @throws IOException if the connection fails or the answer is not there in time
     */
    Answer send(Call call) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> coming = client().sendAsync(http(call), it -> new LimitedBody());
        try {
            // Not the request's own timeout: it ends when the head of the answer is there.
            HttpResponse<byte[]> response = coming.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (InterruptedException e) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (TimeoutException e) {
            coming.cancel(true);
            throw new IOException("no whole answer within " + patience.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        }
    }

    private HttpRequest http(Call call) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(address + call.path()))
                .header("Authorization", key.authorization())
                .header("Accept", "application/json")
                .header("User-Agent", "davit");
        call.form()
                .map(Form::contentType)
                .or(() -> call.body().map(it -> "application/json"))
                .ifPresent(it -> builder.header("Content-Type", it));
        return builder.method(call.method(), body(call)).build();
    }

    private static BodyPublisher body(Call call) {
        return call.form()
                .map(it -> BodyPublishers.ofByteArray(it.bytes()))
                .or(() -> call.body().map(it -> BodyPublishers.ofString(Json.compact(it))))
                .orElseGet(BodyPublishers::noBody);
    }

    private synchronized HttpClient client() throws InterruptedIOException {
        if (client == null) {
            threads = new ClientThreads();
            client = threads.build(this::connect);
        }
        return client;
    }

    private HttpClient connect() {
        HttpClient.Builder builder = HttpClient.newBuilder()
                // One connection for each call under way: over HTTP/2 all would be lost at once.
                .version(HttpClient.Version.HTTP_1_1)
                // The key is for the address that was checked, and for none that an answer names.
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT);
        if ("https".equals(address.getScheme())) {
            builder.sslParameters(verified());
        }
        return builder.build();
    }

    /**
     * The client compares the host with the certificate by itself, unless a property of the JDK turns that off. Asked for here, it
     * stays on.
     */
    private static SSLParameters verified() {
        try {
            SSLParameters parameters = SSLContext.getDefault().getDefaultSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            return parameters;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    ThreadGroup threads() {
        return threads.group();
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client = null;
            threads.close();
        }
    }
}
