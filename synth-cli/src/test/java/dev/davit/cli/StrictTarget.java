package dev.davit.cli;

import dev.davit.check.Finding;
import dev.davit.document.MapNode;
import dev.davit.document.Origin;
import dev.davit.document.SourceLocation;
import dev.davit.model.Assembly;
import dev.davit.schema.Violation;
import dev.davit.target.Artifact;
import dev.davit.target.ConnectOptions;
import dev.davit.target.Connection;
import dev.davit.target.LiveTarget;
import dev.davit.target.OutputFile;
import dev.davit.target.Scope;
import dev.davit.target.Synthesized;
import dev.davit.target.Validation;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** A platform that lists names, and takes none with a dash in it. */
public final class StrictTarget implements LiveTarget {
    @Override
    public String name() {
        return "strict";
    }

    @Override
    public Set<String> findingIds() {
        return Set.of();
    }

    @Override
    public Synthesized synthesize(Scope scope, Consumer<Finding> findings) {
        StringBuilder names = new StringBuilder("names:\n");
        scope.specs().forEach(it -> names.append("- ").append(it.id()).append('\n'));
        return new Synthesized(List.of(new OutputFile.Text("names.yaml", names.toString())), List.of(), Map.of());
    }

    @Override
    public List<Violation> validate(MapNode document) {
        return List.of();
    }

    @Override
    public Optional<String> scope(Assembly assembly) {
        return Optional.empty();
    }

    /** Nothing but the check is asked of it. */
    @Override
    public Connection connect(ConnectOptions options) {
        return (Connection) Proxy.newProxyInstance(
                StrictTarget.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "validate" -> Optional.of(new Validation(violations(((Artifact) arguments[0]).text()), ""));
                    case "close" -> null;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static List<Violation> violations(String text) {
        List<String> lines = text.lines().toList();
        return IntStream.range(0, lines.size())
                .filter(it -> lines.get(it).lastIndexOf('-') > 0)
                .mapToObj(it -> new Violation(
                        "/names/" + (it - 1),
                        "a name has no dash",
                        Optional.of(Origin.file(SourceLocation.inFile("names.yaml", it + 1)))))
                .toList();
    }
}
