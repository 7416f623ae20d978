package dev.davit.testcluster;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/**
 * Stand between a client and the real API server of a {@link TestCluster}, on this machine and without encryption: count what
 * passes, and do to it what a network and a busy server do.
 *
 * <p>The way on to the server is {@code kubectl proxy}, which has the administrator's certificate.
 */
public final class FaultProxy implements AutoCloseable {
    private static final Set<String> REQUEST_HEADERS =
            Set.of("accept", "content-type", "user-agent", "impersonate-user");
    private static final Set<String> ANSWER_HEADERS = Set.of("content-type", "retry-after", "warning");

    static {
        // The JDK's server would hold the second packet of an answer back for 40 ms. Read when its first one is made.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final Process way;
    private final URI server;
    private final HttpClient client;
    private final HttpServer front;
    private final ExecutorService threads = Executors.newCachedThreadPool(FaultProxy::thread);
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final List<Rule> rules = new CopyOnWriteArrayList<>();

    private FaultProxy(Process way, URI server) throws IOException {
        this.way = way;
        this.server = server;
        this.client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        this.front = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        front.createContext("/", this::pass);
        front.setExecutor(threads);
        front.start();
    }

    /** Stand before a cluster. */
    public static FaultProxy before(TestCluster cluster) {
        Process way = cluster.startKubectl("proxy", "--port=0");
        try {
            BufferedReader said = way.inputReader();
            String line = said.readLine();
            String prefix = "Starting to serve on ";
            if (line == null || !line.startsWith(prefix)) {
                throw new IllegalStateException("kubectl proxy said: " + line);
            }
            return new FaultProxy(way, URI.create("http://" + line.substring(prefix.length())));
        } catch (IOException e) {
            way.destroy();
            throw new UncheckedIOException(e);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "fault-proxy");
        thread.setDaemon(true);
        return thread;
    }

    /** Write a kubeconfig that leads here, with the test cluster's context name and no credential. */
    public Path kubeconfig(Path file) {
        return kubeconfig(file, "{}");
    }

    /** Write a kubeconfig that leads here; the user in YAML's flow style. */
    public Path kubeconfig(Path file, String user) {
        try {
            return Files.writeString(file, """
                    apiVersion: v1
                    kind: Config
                    clusters: [{name: davit-test, cluster: {server: "%s"}}]
                    users: [{name: admin, user: %s}]
                    contexts: [{name: davit-test, context: {cluster: davit-test, user: admin, namespace: default}}]
                    current-context: davit-test
                    """.formatted(address(), user));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Give where it listens. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + front.getAddress().getPort());
    }

    /** Do something to requests: those numbered {@code first} (from 1) to {@code last} of all that match from now on. */
    public FaultProxy fault(Predicate<Call> which, int first, int last, Fault fault) {
        rules.add(new Rule(which, first, last, fault));
        return this;
    }

    /** Do something to the next so many requests that match. */
    public FaultProxy next(int times, Predicate<Call> which, Fault fault) {
        return fault(which, 1, times, fault);
    }

    /** Do something to all requests that match. */
    public FaultProxy always(Predicate<Call> which, Fault fault) {
        return fault(which, 1, Integer.MAX_VALUE, fault);
    }

    /** Let all pass from now on, and forget what was seen. */
    public void clear() {
        rules.clear();
        calls.clear();
    }

    /** Give what was seen since the beginning, in order, whatever became of it. */
    public List<Call> calls() {
        return List.copyOf(calls);
    }

    /** Count what was seen. */
    public long count(Predicate<Call> which) {
        return calls.stream().filter(which).count();
    }

    private void pass(HttpExchange exchange) {
        URI uri = exchange.getRequestURI();
        Call call = new Call(
                exchange.getRequestMethod(),
                uri.getRawPath(),
                Optional.ofNullable(uri.getRawQuery()).orElse(""));
        calls.add(call);
        try {
            // Each rule counts, also where another strikes.
            Optional<Fault> fault = Optional.empty();
            for (Rule rule : rules) {
                fault = rule.meets(call) && fault.isEmpty() ? Optional.of(rule.fault) : fault;
            }
            fault.orElse(Fault.then(() -> {})).strike(new OneExchange(exchange));
        } catch (IOException gone) {
            // A client that was killed reads no answer.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    @Override
    public void close() {
        front.stop(0);
        threads.shutdownNow();
        way.destroy();
    }

    private static final class Rule {
        private final Predicate<Call> which;
        private final int first;
        private final int last;
        private final Fault fault;
        private int met;

        Rule(Predicate<Call> which, int first, int last, Fault fault) {
            this.which = which;
            this.first = first;
            this.last = last;
            this.fault = fault;
        }

        synchronized boolean meets(Call call) {
            if (!which.test(call)) {
                return false;
            }
            met++;
            return met >= first && met <= last;
        }
    }

    private final class OneExchange implements Fault.Exchange {
        private final HttpExchange exchange;

        OneExchange(HttpExchange exchange) {
            this.exchange = exchange;
        }

        @Override
        public Fault.Answer forward() throws IOException, InterruptedException {
            HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(exchange.getRequestURI()));
            exchange.getRequestHeaders().forEach((name, values) -> {
                if (REQUEST_HEADERS.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                    values.forEach(value -> request.header(name, value));
                }
            });
            byte[] body = exchange.getRequestBody().readAllBytes();
            request.method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            Map<String, String> headers = new TreeMap<>();
            answer.headers().map().forEach((name, values) -> {
                if (ANSWER_HEADERS.contains(name)) {
                    headers.put(name, values.get(0));
                }
            });
            return new Fault.Answer(answer.statusCode(), headers, answer.body());
        }

        @Override
        public void reply(Fault.Answer answer, int bytes) throws IOException {
            exchange.getRequestBody().readAllBytes();
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            int length = answer.body().length;
            exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
            exchange.getResponseBody().write(answer.body(), 0, bytes);
            exchange.getResponseBody().flush();
        }

        @Override
        public void cut() {
            exchange.close();
        }
    }
}
