package dev.davit.apply;

import dev.davit.plan.Plan;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A machine on which processes apply to a world and die, with the folder where journals are kept. */
final class Bench implements Closeable {
    final World world;
    final FakeTicker ticker = new FakeTicker();
    final List<Event> events = new ArrayList<>();
    private final Path folder;
    private int runs;

    Bench(World world) throws IOException {
        this.world = world;
        this.folder = Files.createTempDirectory("davit-apply");
    }

    Journal journal() {
        return Journal.open(folder, World.PLACE, "shop", "prod");
    }

    ApplyOptions.Builder options() {
        return new ApplyOptions.Builder()
                .by("ann@host")
                .run("" + ++runs)
                .atOnce(3)
                .firstLook(Duration.ofMillis(1))
                .longestLook(Duration.ofMillis(2));
    }

    Applier applier(WorldOperator operator, Journal journal) {
        return new Applier(operator, journal, options().build(), events::add, ticker);
    }

    /** Plans and applies, as {@code davit apply} does. */
    Outcome run(WorldOperator.Fate fate) {
        try (Journal journal = journal()) {
            return applier(new WorldOperator(world, fate), journal).apply(world.plan());
        }
    }

    /** Goes on with what the journal knows, as {@code davit apply --resume} does. */
    Outcome resume() {
        try (Journal journal = journal()) {
            Applier applier = applier(new WorldOperator(world, WorldOperator.NONE), journal);
            Optional<Plan> plan = journal.unfinishedPlan();
            return plan.isPresent() ? applier.applySaved(plan.get(), world::compare) : applier.apply(world.plan());
        }
    }

    /** Runs a process that is killed at a call; says whether it came to that. Its disk is as it was at that moment. */
    boolean runUntilKilled(int at, boolean after) throws IOException {
        Map<Path, byte[]> disk = new HashMap<>();
        try {
            run((call, done) -> {
                if (call == at && done == after) {
                    disk.putAll(disk());
                    throw new WorldOperator.Killed();
                }
            });
            return false;
        } catch (WorldOperator.Killed e) {
            for (Path file : disk().keySet()) {
                Files.delete(file);
            }
            for (Map.Entry<Path, byte[]> file : disk.entrySet()) {
                Files.write(file.getKey(), file.getValue());
            }
            return true;
        }
    }

    private Map<Path, byte[]> disk() {
        Map<Path, byte[]> disk = new HashMap<>();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                disk.put(file, Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return disk;
    }

    String journalText() {
        StringBuilder text = new StringBuilder();
        disk().forEach((path, bytes) -> text.append(new String(bytes, StandardCharsets.UTF_8)));
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        try (var walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
