package dev.davit.k8s.compare;

import dev.davit.bench.Measured;
import dev.davit.bench.Services;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.model.DesiredObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;

/** Measure the comparison of objects with what a cluster has, once that was read. In this package, since all that compares is hidden in it. */
public class DiffBenchmark extends Measured {
    /** The lists whose items a server tells apart, by the fields that it does so with; to it, any other is one value. */
    private static final Map<String, List<String>> KEYED = Map.of(
            "containers", List.of("name"),
            "initContainers", List.of("name"),
            "env", List.of("name"),
            "volumes", List.of("name"),
            "volumeMounts", List.of("mountPath"),
            "topologySpreadConstraints", List.of("topologyKey", "whenUnsatisfiable"));

    private final List<MapNode> wanted = trees(Services.VERSION);
    private final List<MapNode> live =
            wanted.stream().map(DiffBenchmark::applied).toList();
    private final List<MapNode> next =
            trees("1.0.1").stream().map(DiffBenchmark::applied).toList();

    private static List<MapNode> trees(String version) {
        return Services.desired(version).objects().stream()
                .map(DesiredObject::tree)
                .toList();
    }

    /** Give how many objects are compared. */
    public int size() {
        return wanted.size();
    }

    /** Prove from the server's record of each object that nothing changes. */
    @Benchmark
    public int unchanged() {
        return (int) IntStream.range(0, wanted.size())
                .filter(i -> Settled.is(wanted.get(i), live.get(i), ManagedFields.of(live.get(i))))
                .count();
    }

    /** Find the fields in which each object differs from what the server would make of it; here, the images. */
    @Benchmark
    public int changed() {
        return IntStream.range(0, live.size())
                .map(i -> fields(live.get(i), next.get(i)))
                .sum();
    }

    private static int fields(MapNode before, MapNode after) {
        FieldSet shape =
                ManagedFields.of(before).all().union(ManagedFields.of(after).all());
        return Difference.between(Noise.without(before), Noise.without(after), shape)
                .size();
    }

    /** Give an object as a server has it that was asked to apply it a moment ago. */
    private static MapNode applied(MapNode wanted) {
        MapNode live = wanted.copy();
        MapNode record = new MapNode(null)
                .put("manager", Managers.DAVIT)
                .put("operation", "Apply")
                .put("apiVersion", Objects.text(wanted, "apiVersion"))
                .put("fieldsType", "FieldsV1")
                .put("fieldsV1", recorded(wanted));
        MapNode metadata = Objects.child(live, "metadata");
        metadata.put("uid", "00000000-0000-0000-0000-000000000000").put("resourceVersion", "1");
        metadata.list("managedFields", null).add(record);
        return live;
    }

    private static MapNode recorded(MapNode wanted) {
        MapNode fields = fields(wanted);
        List.of("apiVersion", "kind").forEach(it -> fields.remove("f:" + it));
        fields.getMap("f:metadata")
                .ifPresent(it -> List.of("name", "namespace").forEach(name -> it.remove("f:" + name)));
        return fields;
    }

    private static MapNode fields(MapNode map) {
        MapNode fields = new MapNode(null);
        map.entries().forEach((name, value) -> fields.put("f:" + name, below(name, value)));
        return fields;
    }

    private static MapNode below(String name, Node value) {
        if (value instanceof MapNode map) {
            return fields(map);
        }
        return value instanceof ListNode list && KEYED.containsKey(name)
                ? items(list, KEYED.get(name))
                : new MapNode(null);
    }

    private static MapNode items(ListNode list, List<String> keys) {
        MapNode items = new MapNode(null);
        Difference.keyed(Optional.of(list), keys)
                .forEach((part, item) ->
                        items.put(FieldSet.written(part), fields((MapNode) item).put(".", new MapNode(null))));
        return items;
    }
}
