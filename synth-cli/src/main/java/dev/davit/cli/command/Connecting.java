package dev.davit.cli.command;

import dev.davit.model.Assembly;
import dev.davit.target.Aside;
import dev.davit.target.Connection;
import dev.davit.target.LiveTarget;
import java.util.Optional;

/** Connects and reads ahead while a definition is still being synthesized: both take about as long. */
final class Connecting {
    private static final String THREAD = "davit-connect";

    private final Optional<Aside<Connection>> coming;

    private Connecting(Optional<Aside<Connection>> coming) {
        this.coming = coming;
    }

    /** Starts to load what connecting takes, before it is known where to. */
    static void prepare(LiveTarget target) {
        Aside.start(THREAD, () -> {
            target.prepare();
            return target;
        });
    }

    /** Starts to, unless the definition has nothing for the targets. */
    static Connecting start(PlaceOptions place, LivePlaces targets, Assembly assembly) {
        if (!assembly.problems().isEmpty()
                || targets.targets().stream().noneMatch(it -> LiveStack.isFor(it, assembly))) {
            return new Connecting(Optional.empty());
        }
        return new Connecting(Optional.of(Aside.start(THREAD, () -> {
            Connection connection =
                    place.connect(targets, it -> PlaceOptions.defined(assembly, it.name()), it -> Optional.empty());
            connection.readAhead(assembly);
            return connection;
        })));
    }

    /** Waits for it; fails as connecting did. Who has nothing for the targets is not to come here. */
    Connection get() {
        return coming.orElseThrow().get();
    }

    /** Closes it as soon as it is there. */
    void abandon() {
        coming.ifPresent(it -> it.then(Connection::close));
    }
}
