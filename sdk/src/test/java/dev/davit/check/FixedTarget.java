package dev.davit.check;

import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.Origin;
import dev.davit.model.DesiredObject;
import dev.davit.model.ResourceKey;
import dev.davit.schema.Violation;
import dev.davit.target.Scope;
import dev.davit.target.Synthesized;
import dev.davit.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.yaml.snakeyaml.Yaml;

/** Gives the objects that a test wrote, so that raw edits and rules see them as they would see a real target's. */
public final class FixedTarget implements Target {
    private final String name;
    private final List<DesiredObject> objects = new ArrayList<>();

    public FixedTarget(String name) {
        this.name = name;
    }

    /** Make a Kubernetes object of a resource, or of none. */
    public FixedTarget manifest(ResourceKey resource, String yaml) {
        MapNode tree = tree(yaml);
        String kind = tree.getText("kind").orElseThrow();
        String id = tree.getMap("metadata").orElseThrow().getText("name").orElseThrow();
        objects.add(new DesiredObject(kind, id, Optional.ofNullable(resource), tree));
        return this;
    }

    /** Make a service of a Blueprint. */
    public FixedTarget service(ResourceKey resource, String yaml) {
        MapNode tree = tree(yaml);
        String type = tree.getText("type").orElse("database");
        objects.add(new DesiredObject(type, tree.getText("name").orElseThrow(), Optional.of(resource), tree));
        return this;
    }

    private static MapNode tree(String yaml) {
        Map<?, ?> map = new Yaml().load(yaml);
        return (MapNode) Node.of(map, Origin.target("the test"));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<String> findingIds() {
        return Set.of("FIX001");
    }

    @Override
    public Synthesized synthesize(Scope scope, Consumer<Finding> findings) {
        return new Synthesized(List.of(), objects, Map.of());
    }

    @Override
    public List<Violation> validate(MapNode document) {
        return List.of();
    }
}
