package dev.davit.render.api;

import dev.davit.apply.ApplyException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Make a call, and make it again where that does no harm. */
final class Caller implements AutoCloseable {
    private static final int TOO_MANY = 429;

    private final URI address;
    private final ApiKey key;
    private final Transport transport;
    private final Patience patience;
    private final Budgets budgets;
    private final AtomicInteger requests = new AtomicInteger();
    private volatile boolean reached;

    Caller(URI address, ApiKey key, Transport transport, Patience patience) {
        this.address = address;
        this.key = key;
        this.transport = transport;
        this.patience = patience;
        this.budgets = new Budgets(patience.ticker());
    }

    /**
     * Make it.
     *
     * @param beforeWrite what to run before each try of a write
     * @return the last answer, good or not
     * @throws ApplyException if there is no usable answer within all tries
     * @throws AnswerLostException if it may have been done, and must not be done twice
     */
    Reply make(Call call, Runnable beforeWrite) {
        Tries tries = new Tries(call, address, patience);
        while (true) {
            for (Duration rest = budgets.take(call); !rest.isZero(); rest = budgets.take(call)) {
                tries.await(rest, budgets.words(call));
            }
            if (!call.isRead()) {
                beforeWrite.run();
            }
            try {
                Answer answer = send(call);
                if (answer.status() != TOO_MANY) {
                    return reply(call, answer);
                }
                Duration asked = answer.pause(patience.ticker().now()).orElse(Duration.ZERO);
                budgets.hold(call, tries.pauseAfterRefusal(asked));
            } catch (InterruptedIOException e) {
                throw interrupted(call, e);
            } catch (IOException e) {
                tries.failed(e, reached);
            }
        }
    }

    private Answer send(Call call) throws IOException {
        requests.incrementAndGet();
        Answer answer = transport.send(call);
        reached = true;
        budgets.learn(call, answer);
        return answer;
    }

    private Reply reply(Call call, Answer answer) throws IOException {
        String message = SafeMessage.of(answer, call, key);
        if (answer.isServerFailure()) {
            throw new IOException(answer.status() + (message.isEmpty() ? "" : ": " + message));
        }
        return new Reply(answer.status(), answer.isGood() ? answer.read() : null, message);
    }

    private static RuntimeException interrupted(Call call, InterruptedIOException e) {
        return call.isRepeatable() ? Patience.interrupted(call, e) : new AnswerLostException(call.toString(), e);
    }

    ApiKey key() {
        return key;
    }

    URI address() {
        return address;
    }

    int requests() {
        return requests.get();
    }

    int writesPerMinute() {
        return budgets.writesPerMinute();
    }

    @Override
    public void close() {
        transport.close();
    }
}
