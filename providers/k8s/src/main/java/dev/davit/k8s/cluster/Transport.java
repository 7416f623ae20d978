package dev.davit.k8s.cluster;

import dev.davit.document.Json;
import dev.davit.target.ClientThreads;
import io.fabric8.kubernetes.client.RequestConfig;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;

/** Send a request once and give what comes back. */
final class Transport implements AutoCloseable {
    private static final int CONNECT_SECONDS = 10;
    private static final int ANSWER_SECONDS = 60;

    private final Access access;
    private ClientThreads threads;
    private HttpClient client;
    private Credential connectedAs;

    Transport(Access access) {
        this.access = access;
    }

    /**
     * Send it.
     *
     * @throws IOException if the connection fails or the answer is not there in time
     */
    RawReply send(Request request, Credential credential) throws IOException {
        HttpClient sender = client(credential);
        CompletableFuture<HttpResponse<byte[]>> coming =
                sender.sendAsync(http(sender, request, credential), byte[].class);
        try {
            return reply(coming.get(ANSWER_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (TimeoutException e) {
            coming.cancel(true);
            throw new IOException("no whole answer within " + ANSWER_SECONDS + " s");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        }
    }

    private HttpRequest http(HttpClient sender, Request request, Credential credential) {
        HttpRequest.Builder builder = sender.newHttpRequestBuilder()
                .uri(access.server() + request.path())
                .header("Accept", request.accept())
                .header("Accept-Encoding", "gzip")
                .header("User-Agent", "davit");
        credential.authorization().ifPresent(it -> builder.setHeader("Authorization", it));
        access.headers().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        return builder.method(
                        request.method(),
                        request.contentType().isEmpty() ? null : request.contentType(),
                        request.content().orElse(null))
                .build();
    }

    private static RawReply reply(HttpResponse<byte[]> response) throws IOException {
        return new RawReply(
                response.code(),
                Optional.ofNullable(response.header("Content-Type")).orElse(""),
                Optional.ofNullable(response.header("Retry-After")),
                body(response));
    }

    /**
     * A server packs lists of more than 128 KiB for who takes them packed. Ten times fewer bytes to decipher: in a short run, Java does
     * that in Java.
     */
    private static byte[] body(HttpResponse<byte[]> response) throws IOException {
        byte[] body = response.body();
        if (body == null) {
            return new byte[0];
        }
        if (!"gzip".equals(response.header("Content-Encoding"))) {
            return body;
        }
        try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(body))) {
            // One more than is read of any text, so that too much is refused where that is said.
            return unpacked.readNBytes(Json.MAX_SIZE + 1);
        }
    }

    /** A new client certificate needs a new client: TLS takes it when it connects. */
    private synchronized HttpClient client(Credential credential) throws InterruptedIOException {
        if (client == null || !connectedAs.sameCertificate(credential)) {
            close();
            client = connect(credential);
            connectedAs = credential;
        }
        return client;
    }

    private HttpClient connect(Credential credential) throws InterruptedIOException {
        threads = new ClientThreads();
        HttpClient.Builder builder = new Clients(threads, access.serverName()).newBuilder();
        builder.connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS);
        if ("https".equals(access.server().getScheme())) {
            builder.sslContext(
                    Trust.as(credential),
                    Trust.in(
                            access.authority(),
                            access.serverName().orElse(access.server().getHost())));
        }
        access.proxy().ifPresent(builder::proxyAddress);
        // Its own retries would repeat writes that nobody wrote down; ours are in Retries.
        RequestConfig once =
                new RequestConfigBuilder().withRequestRetryBackoffLimit(0).build();
        builder.tag(once);
        return threads.build(builder::build);
    }

    ThreadGroup threads() {
        return threads.group();
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.close();
            client = null;
            threads.close();
        }
    }
}
