package dev.davit.cli.command;

import dev.davit.model.Assembly;
import dev.davit.target.Connection;
import dev.davit.target.LiveTarget;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Connects and reads ahead while a definition is still being synthesized: both take about as long. */
final class Connecting {
    private final CompletableFuture<Connection> coming;

    private Connecting(CompletableFuture<Connection> coming) {
        this.coming = coming;
    }

    /** Starts to load what connecting takes, before it is known where to. */
    static void prepare(LiveTarget target) {
        aside(target::prepare);
    }

    /** Starts to, unless the definition has nothing for the targets. */
    static Connecting start(PlaceOptions place, LivePlaces targets, Assembly assembly) {
        if (!assembly.problems().isEmpty()
                || targets.targets().stream().noneMatch(it -> LiveStack.isFor(it, assembly))) {
            return new Connecting(CompletableFuture.failedFuture(new CancellationException()));
        }
        return new Connecting(CompletableFuture.supplyAsync(
                () -> {
                    Connection connection = place.connect(
                            targets, it -> PlaceOptions.defined(assembly, it.name()), it -> Optional.empty());
                    connection.readAhead(assembly);
                    return connection;
                },
                Connecting::aside));
    }

    private static void aside(Runnable task) {
        Thread thread = new Thread(task, "davit-connect");
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits for it; fails as connecting did. */
    Connection get() {
        try {
            return coming.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    /** Closes it as soon as it is there. */
    void abandon() {
        coming.thenAccept(Connection::close);
    }
}
