package dev.davit.render.importing;

import dev.davit.document.MapNode;
import dev.davit.document.Pointer;
import dev.davit.importing.Decision;
import dev.davit.importing.Remarks;
import dev.davit.source.Code;
import dev.davit.source.DefinitionSource;
import dev.davit.source.JavaName;
import dev.davit.source.Loops;
import dev.davit.source.Repeats;
import dev.davit.source.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes one Blueprint as a definition. */
final class DefinitionWriter {
    private static final Set<String> NAMES_IN_USE = Set.of("infra", "w", "s", "c", "q", "p", "g");

    private final Reading reading;
    private final List<Decision> decisions;
    private final Remarks remarks;
    private final Inventory inventory;
    private final Secrets secrets = new Secrets();
    private final JavaName names = new JavaName(NAMES_IN_USE);
    private final Resources resources;

    /**
     * @param refused what typed calls were tried for in vain: by resource and pointer, with the reason
     */
    DefinitionWriter(Reading reading, Map<String, Map<String, String>> refused) {
        this.reading = reading;
        this.decisions = new ArrayList<>(reading.decisions());
        this.remarks =
                new Remarks(List.of(reading.file().root()), reading.file().comments());
        this.inventory = new Inventory(reading.today(), refused);
        this.resources = new Resources(
                inventory,
                secrets,
                remarks,
                reading.file(),
                decisions::add,
                node -> Optional.ofNullable(reading.faults().get(BlueprintFile.line(node))));
    }

    /** Gives the line of the file for each line of the source that stands for one. */
    SortedMap<Integer, Integer> lines(DefinitionSource source) {
        SortedMap<Integer, Integer> lines = new TreeMap<>();
        source.marks().forEach((line, marks) -> {
            ItemPointer place = ItemPointer.ofMark(marks.get(0));
            inventory.item(place.item()).ifPresent(it -> lines.put(line, lineOf(it, place.pointer())));
        });
        return lines;
    }

    private static int lineOf(Item item, String pointer) {
        MapNode map = item.fields().map();
        return pointer.isEmpty()
                ? BlueprintFile.line(map)
                : Pointer.parse(pointer)
                        .find(map)
                        .map(BlueprintFile::line)
                        .filter(it -> it > 0)
                        .orElse(BlueprintFile.line(map));
    }

    /** Counts the values that are raw edits. */
    int raw() {
        return resources.raw();
    }

    /** Gives the field of a resource that a path of the meaning lies in. */
    Optional<ItemPointer> pointer(String path) {
        return inventory.items().stream()
                .map(Item::path)
                .filter(it -> path.startsWith(it + "/") && !path.equals(it + "/@place"))
                .max(Comparator.comparingInt(String::length))
                .map(it -> ItemPointer.ofPath(it, path));
    }

    List<Decision> decisions() {
        return decisions;
    }

    DefinitionSource write(Optional<String> packageName, String className) {
        inventory.name(names);
        inventory.items().forEach(it -> secrets.count(it, inventory));
        List<Statement> body = new ArrayList<>(secrets.declare(names));
        Map<Item, Statement> written = new LinkedHashMap<>();
        for (Item item : inventory.items()) {
            written.put(item, resources.write(item));
        }
        List<Statement> deploy =
                new Settings(inventory, remarks, decisions::add, reading.file()).write(reading.today(), names);
        Set<String> used = new HashSet<>();
        written.values().forEach(it -> names(it.code(), used));
        deploy.forEach(it -> names(it.code(), used));
        for (Item item : ordered()) {
            Statement statement = written.get(item);
            body.add(new Statement(
                    Optional.of(item.variable()).filter(used::contains),
                    statement.code(),
                    statement.comments(),
                    !isPlain(statement)
                            || !statement.comments().isEmpty()
                            || body.isEmpty()
                            || !isPlain(body.get(body.size() - 1))));
        }
        List<Statement> all = settings(deploy)
                .map(it -> Loops.in(body, it, names, className))
                .orElseGet(() -> Stream.concat(body.stream(), deploy.stream()).toList());
        return DefinitionSource.of(
                packageName,
                className,
                remarks.head(),
                Repeats.in(all, names, word -> true),
                remarks.rest(),
                List.of());
    }

    /** Gives the settings where they are one chain. */
    private static Optional<Code.Chain> settings(List<Statement> deploy) {
        return deploy.size() == 1
                        && deploy.get(0).code() instanceof Code.Chain call
                        && call.calls().get(0).arguments().get(0) instanceof Code.Chain chain
                ? Optional.of(chain)
                : Optional.empty();
    }

    /** Collects what code names: a resource that nothing names needs no variable. */
    private static void names(Code code, Set<String> found) {
        if (code instanceof Code.Plain plain) {
            found.add(plain.text());
        } else if (code instanceof Code.Chain chain) {
            found.add(chain.start());
        }
        code.calls().forEach(call -> call.arguments().forEach(it -> names(it, found)));
    }

    /** Resources that take one line stand together. */
    private static boolean isPlain(Statement statement) {
        return !(statement.code() instanceof Code.Chain chain)
                || chain.calls().get(0).arguments().stream().noneMatch(it -> it instanceof Code.Lambda);
    }

    /** Gives the resources so that each comes after what it needs; otherwise in the file's order. */
    private List<Item> ordered() {
        Set<Item> ordered = new LinkedHashSet<>();
        inventory.items().forEach(it -> place(it, ordered, new HashSet<>()));
        return List.copyOf(ordered);
    }

    private static void place(Item item, Set<Item> ordered, Set<Item> open) {
        if (open.add(item)) {
            item.needs().forEach(it -> place(it, ordered, open));
            ordered.add(item);
        }
    }
}
