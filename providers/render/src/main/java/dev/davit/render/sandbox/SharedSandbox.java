package dev.davit.render.sandbox;

import dev.davit.apply.ApplyException;
import dev.davit.apply.ApplyException.Reason;
import dev.davit.target.FileFault;
import dev.davit.target.OutputException;
import dev.davit.target.RunningSandbox;
import dev.davit.target.SandboxTerms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Use a sandbox whose state is in a file, as all processes do that name the file: the first one runs it, the others ask that one.
 *
 * <p>Whoever asks another's gets no answer any more when that one ends.
 */
public final class SharedSandbox implements RunningSandbox {
    private static final int TRIES = 100;
    private static final long BETWEEN_MILLIS = 50;

    private final URI address;
    private final AutoCloseable own;

    private SharedSandbox(URI address, AutoCloseable own) {
        this.address = address;
        this.own = own;
    }

    /**
     * Run one here.
     *
     * @throws ApplyException if another uses the file, or the port is taken
     * @throws OutputException if the file cannot be written, or is somebody else's
     * @throws IllegalArgumentException if a fault is none
     */
    public static SharedSandbox start(SandboxTerms terms) {
        SandboxOptions options = new FaultWords(terms.faults())
                .put(SandboxOptions.usual())
                .keptIn(terms.state())
                .speed(terms.speed())
                .port(terms.port());
        try {
            return begin(options, terms.state())
                    .orElseThrow(() -> new ApplyException(
                            Reason.REFUSED,
                            "another sandbox uses this file",
                            terms.state().toString(),
                            holder(terms.state())
                                            .map(it -> "it answers at " + it + "; ")
                                            .orElse("") + "stop it, or name another file",
                            null));
        } catch (IOException e) {
            throw unusable(e, terms.state());
        }
    }

    /**
     * Use the one that runs, or run one here until this is closed.
     *
     * @throws ApplyException if another uses the file and does not say where it answers
     * @throws OutputException if the file cannot be written, or is somebody else's
     */
    public static SharedSandbox join(Path state) {
        try {
            for (int tried = 0; tried < TRIES; tried++) {
                Optional<SharedSandbox> found = begin(SandboxOptions.usual().keptIn(state), state)
                        .or(() -> holder(state).map(it -> new SharedSandbox(it, () -> {})));
                if (found.isPresent()) {
                    return found.get();
                }
                Thread.sleep(BETWEEN_MILLIS);
            }
        } catch (IOException e) {
            throw unusable(e, state);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new ApplyException(
                Reason.UNAVAILABLE,
                "another sandbox uses this file and does not say where it answers",
                state.toString(),
                "stop the davit that is at it, then run the same command again",
                null);
    }

    private static Optional<SharedSandbox> begin(SandboxOptions options, Path state) throws IOException {
        Optional<StateLock> taken = StateLock.take(state);
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        StateLock lock = taken.get();
        try {
            Sandbox sandbox = Sandbox.start(options);
            lock.publish(sandbox.address());
            return Optional.of(new SharedSandbox(sandbox.address(), () -> {
                sandbox.close();
                lock.close();
            }));
        } catch (UncheckedIOException e) {
            lock.close();
            if (e.getCause() instanceof BindException) {
                throw portTaken(e, options.port());
            }
            throw e.getCause();
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static Optional<URI> holder(Path state) {
        try {
            return StateLock.holder(state);
        } catch (IOException e) {
            throw unusable(e, state);
        }
    }

    private static ApplyException portTaken(UncheckedIOException fault, int port) {
        return new ApplyException(
                Reason.UNAVAILABLE,
                "another program listens there",
                "port " + port,
                "name another port, or leave it out for one that is free",
                fault);
    }

    private static OutputException unusable(IOException fault, Path state) {
        return new OutputException(
                "the sandbox cannot keep what it knows",
                state.toString(),
                FileFault.reason(fault, state),
                "mend that, name another file, or delete this one to begin anew");
    }

    @Override
    public URI address() {
        return address;
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("RENDER_API_KEY", SandboxOptions.usual().apiKey(), "RENDER_API_URL", address.toString());
    }

    /** Give the key that its requests must carry: the same for all of them, since it guards nothing. */
    public String apiKey() {
        return SandboxOptions.usual().apiKey();
    }

    /** Stop it if it runs here. */
    @Override
    public void close() {
        try {
            own.close();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the lock of the sandbox's state cannot be given back", e);
        }
    }
}
