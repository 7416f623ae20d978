package dev.davit.render.compare;

import dev.davit.document.MapNode;
import dev.davit.target.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiPredicate;

/** Reads all that a workspace has and a Blueprint can say something of. */
public final class Everything {
    private static final List<String> STORES = List.of("database", "keyvalue", "envVarGroup");

    private Everything() {}

    /**
     * Read each thing to its end.
     *
     * @param wanted picks things by their kind and by what the lists say of them
     */
    public static List<Live> of(Snapshot snapshot, BiPredicate<String, MapNode> wanted) {
        Reader reader = new Reader(snapshot);
        List<Callable<Live>> reads = new ArrayList<>();
        for (String kind : STORES) {
            snapshot.all(kind).stream()
                    .filter(it -> wanted.test(kind, it))
                    .forEach(it -> reads.add(() -> reader.read(kind, it)));
        }
        for (MapNode service : snapshot.allServices()) {
            String kind = Things.kind(service);
            if (Words.isService(kind) && wanted.test(kind, service)) {
                reads.add(() -> reader.read(kind, service));
            }
        }
        try (Workers workers = new Workers()) {
            return workers.all(reads);
        }
    }
}
