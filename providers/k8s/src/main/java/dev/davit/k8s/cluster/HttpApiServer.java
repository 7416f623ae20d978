package dev.davit.k8s.cluster;

import dev.davit.apply.ApplyException;
import dev.davit.document.DocumentException;
import dev.davit.document.Json;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/** Speak HTTP with an API server, again where it is worth it. */
final class HttpApiServer implements ApiServer {
    private static final String JSON = "application/json";
    private static final String APPLY = "application/apply-patch+yaml";

    /** What the authorizer says; quotas and admission answer 403, too, and are no matter of rights. */
    private static final Pattern MISSING_RIGHT = Pattern.compile("cannot \\S+ (resource|path) ");

    private final Access access;
    private final Transport transport;
    private final Patience patience;
    private final Limiter limiter;
    private final Retries retries;
    private final AtomicInteger requests;
    private final AtomicReference<Kinds> kinds;
    private final Kinds likely;
    private final Runnable beforeWrite;
    private volatile boolean reached;

    HttpApiServer(Access access, Transport transport, Patience patience) {
        this.access = access;
        this.transport = transport;
        this.patience = patience;
        this.limiter = new Limiter(patience);
        this.retries = new Retries(patience);
        this.requests = new AtomicInteger();
        this.kinds = new AtomicReference<>();
        this.likely = StableKinds.before(this::kinds);
        this.beforeWrite = () -> {};
    }

    private HttpApiServer(HttpApiServer same, Runnable beforeWrite) {
        this.access = same.access;
        this.transport = same.transport;
        this.patience = same.patience;
        this.limiter = same.limiter;
        this.retries = same.retries;
        this.requests = same.requests;
        this.kinds = same.kinds;
        this.likely = same.likely;
        this.reached = same.reached;
        this.beforeWrite = beforeWrite;
    }

    static HttpApiServer of(Access access) {
        return new HttpApiServer(access, new Transport(access), Patience.real());
    }

    @Override
    public Reply get(String path) {
        return get(path, JSON);
    }

    @Override
    public Reply get(String path, String accept) {
        return call(Request.get(path, accept));
    }

    @Override
    public Reply apply(String path, MapNode body, ApplyParameters parameters) {
        String query = (path.contains("?") ? "&" : "?") + parameters.query();
        return call(Request.send("PATCH", path + query, APPLY, Json.compact(body)));
    }

    @Override
    public Reply patch(String path, String contentType, Node body) {
        return call(Request.send("PATCH", path, contentType, Json.compact(body)));
    }

    @Override
    public Reply create(String path, MapNode body) {
        return call(Request.send("POST", path, JSON, Json.compact(body)));
    }

    @Override
    public Reply replace(String path, MapNode body) {
        return call(Request.send("PUT", path, JSON, Json.compact(body)));
    }

    @Override
    public Reply delete(String path, MapNode deleteOptions) {
        return call(Request.send("DELETE", path, JSON, Json.compact(deleteOptions)));
    }

    @Override
    public Kinds kinds() {
        synchronized (kinds) {
            return kinds.get() == null ? discover() : kinds.get();
        }
    }

    @Override
    public Kinds likelyKinds() {
        Kinds asked = kinds.get();
        return asked == null ? likely : asked;
    }

    @Override
    public Kinds discover() {
        synchronized (kinds) {
            kinds.set(Discovery.of(this));
            return kinds.get();
        }
    }

    @Override
    public ApiServer checking(Runnable check) {
        return new HttpApiServer(this, check);
    }

    @Override
    public int requests() {
        return requests.get();
    }

    @Override
    public URI address() {
        return access.server();
    }

    @Override
    public void close() {
        transport.close();
    }

    private Reply call(Request request) {
        long start = patience.now();
        Credential credential = access.login().now();
        boolean renewed = false;
        for (int tried = 0; ; tried++) {
            Attempt attempt = attempt(request, credential, tried);
            if (attempt.reply != null && attempt.reply.status() == 401 && !renewed) {
                credential = access.login().renewed(credential);
                renewed = true;
                continue;
            }
            Duration spent = Duration.ofNanos(patience.now() - start);
            Verdict verdict = attempt.verdict;
            if (!verdict.retry()
                    || tried + 1 >= verdict.tries()
                    || spent.plus(verdict.pause()).compareTo(verdict.budget()) > 0) {
                return end(request, attempt, tried + 1);
            }
            rest(request, verdict);
        }
    }

    private Attempt attempt(Request request, Credential credential, int tried) {
        try {
            limiter.pass();
            if (!request.isRead()) {
                beforeWrite.run();
            }
            requests.incrementAndGet();
            RawReply raw = transport.send(request, credential);
            reached = true;
            Reply reply = raw.read();
            return new Attempt(reply, null, retries.of(raw, reply, tried));
        } catch (DocumentException e) {
            return new Attempt(null, new IOException("an answer that breaks off"), retries.lost(tried, reached));
        } catch (InterruptedIOException e) {
            throw interrupted(request, e);
        } catch (IOException e) {
            return new Attempt(null, e, retries.lost(tried, reached));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(request, e);
        }
    }

    private void rest(Request request, Verdict verdict) {
        try {
            if (verdict.all()) {
                limiter.hold(verdict.pause());
            } else {
                patience.sleep(verdict.pause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(request, e);
        }
    }

    private Reply end(Request request, Attempt attempt, int tries) {
        if (attempt.reply == null) {
            throw unavailable("does not answer (" + words(attempt.failure) + ")", request, tries, attempt.failure);
        }
        Reply reply = attempt.reply;
        if (reply.status() == 401) {
            throw noPermission("the server does not know us", request, "log in to the cluster again");
        }
        if (reply.status() == 403 && MISSING_RIGHT.matcher(reply.message()).find()) {
            throw noPermission(reply.message(), request, "ask for this right, or use an account that has it");
        }
        // Only 5xx that never passed get here as such: a refusal by an extension is the caller's to explain.
        if (reply.status() == 429 || reply.status() / 100 == 5 && !Retries.isBadObject(reply.message())) {
            throw unavailable("cannot do it (" + reply.message() + ")", request, tries, null);
        }
        return reply;
    }

    private ApplyException unavailable(String what, Request request, int tries, Throwable cause) {
        return new ApplyException(
                ApplyException.Reason.UNAVAILABLE,
                "the API server " + what + (tries > 1 ? ", " + tries + " tries" : ""),
                access.server() + ", " + request,
                "see whether the server is up and reachable, then run the same command again",
                cause);
    }

    private ApplyException noPermission(String what, Request request, String next) {
        return new ApplyException(
                ApplyException.Reason.NO_PERMISSION, what, access.server() + ", " + request, next, null);
    }

    private ApplyException interrupted(Request request, Throwable cause) {
        return new ApplyException(
                ApplyException.Reason.UNAVAILABLE,
                "the call was interrupted",
                access.server() + ", " + request,
                "run the same command again",
                cause);
    }

    private static String words(Throwable failure) {
        String text = failure.getMessage();
        return failure.getClass().getSimpleName() + (text == null ? "" : ": " + text);
    }

    private record Attempt(Reply reply, IOException failure, Verdict verdict) {}
}
