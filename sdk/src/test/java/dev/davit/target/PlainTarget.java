package dev.davit.target;

import dev.davit.check.Finding;
import dev.davit.document.MapNode;
import dev.davit.document.Origin;
import dev.davit.model.DesiredObject;
import dev.davit.model.ResourceKey;
import dev.davit.model.Spec;
import dev.davit.model.WorkloadSpec;
import dev.davit.schema.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The smallest target that has all that a target can have: one file per workload, one plain file, three verdicts. */
final class PlainTarget implements Target {
    private final String name;

    PlainTarget(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<String> findingIds() {
        return Set.of("PLN001");
    }

    @Override
    public Synthesized synthesize(Scope scope, Consumer<Finding> findings) {
        List<OutputFile> files = new ArrayList<>();
        List<DesiredObject> objects = new ArrayList<>();
        Map<ResourceKey, Portability> portability = new LinkedHashMap<>();
        for (Spec spec : scope.specs()) {
            portability.put(spec.key(), verdict(spec));
            if (spec instanceof WorkloadSpec workload) {
                MapNode tree = tree(workload, scope.images());
                objects.add(new DesiredObject("Thing", spec.id(), Optional.of(spec.key()), tree));
                files.add(new OutputFile.Yaml(spec.id() + ".yaml", List.of("A thing."), List.of(tree)));
            }
        }
        files.add(new OutputFile.Text("notes.txt", "nothing\n"));
        return new Synthesized(files, objects, portability);
    }

    private static MapNode tree(WorkloadSpec spec, Images images) {
        MapNode tree = new MapNode(Origin.target("a thing"))
                .put("name", spec.id(), spec.declaration().created())
                .put("port", spec.port(), spec.origin("port"))
                .put("image", images.of(spec.id()), spec.origin("source"));
        MapNode env = tree.map("env", null);
        spec.env().forEach((key, value) -> env.put(key, value.describe(), spec.origin("env." + key)));
        tree.list("list", null).add("item");
        return tree;
    }

    private static Portability verdict(Spec spec) {
        return switch (spec.kind()) {
            case JOB -> Portability.emulated("as a hook");
            case CRON_JOB -> Portability.impossible("there is no clock", "start it by hand");
            default -> Portability.EXACT;
        };
    }

    /** Nothing may be called forbidden. */
    @Override
    public List<Violation> validate(MapNode document) {
        return document.get("forbidden")
                .map(node -> List.of(new Violation("/forbidden", "is not allowed", node.origin())))
                .orElse(List.of());
    }
}
