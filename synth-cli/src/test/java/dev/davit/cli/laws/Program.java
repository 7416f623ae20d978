package dev.davit.cli.laws;

import dev.davit.Definition;
import dev.davit.Handle;
import dev.davit.Infra;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** A definition that was made up call by call, so that it can be run and can be printed as Java. */
final class Program implements Definition {
    /** Something the user said in a way that is found again: a word or number that is nowhere else. */
    record Canary(Optional<String> resource, String call, String text) {}

    private record Statement(String java, BiConsumer<Infra, Map<String, Handle>> run) {}

    private final List<Statement> statements = new ArrayList<>();
    private final List<Canary> canaries = new ArrayList<>();

    void add(String java, BiConsumer<Infra, Map<String, Handle>> run) {
        statements.add(new Statement(java, run));
    }

    void addCanary(Canary canary) {
        canaries.add(canary);
    }

    List<Canary> canaries() {
        return List.copyOf(canaries);
    }

    @Override
    public void define(Infra infra) {
        Map<String, Handle> handles = new HashMap<>();
        statements.forEach(it -> it.run().accept(infra, handles));
    }

    /** Prints a class that a user could have written. */
    @Override
    public String toString() {
        StringBuilder java =
                new StringBuilder("import dev.davit.*;\nimport java.time.*;\n\nclass Program implements Definition {\n"
                        + "  @Override public void define(Infra infra) {\n");
        statements.forEach(it -> java.append("    ").append(it.java()).append(";\n"));
        return java.append("  }\n}\n").toString();
    }
}
