package dev.davit.cli.laws;

import dev.davit.Handle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Collects the calls of one configurator.
 *
 * @param <B> the builder
 */
final class Calls<B> {
    private record Call<B>(String java, BiConsumer<B, Map<String, Handle>> run) {}

    private final String id;
    private final Program program;
    private final List<Call<B>> calls = new ArrayList<>();

    Calls(String id, Program program) {
        this.id = id;
        this.program = program;
    }

    void add(String java, Consumer<B> run) {
        calls.add(new Call<>(java, (builder, handles) -> run.accept(builder)));
    }

    void addWith(String java, BiConsumer<B, Map<String, Handle>> run) {
        calls.add(new Call<>(java, run));
    }

    /** Adds a call that says something to be found again. */
    void addCanary(String java, String text, Consumer<B> run) {
        add(java, run);
        program.addCanary(new Program.Canary(Optional.of(id), java, text));
    }

    String java() {
        StringBuilder java = new StringBuilder("b -> {");
        calls.forEach(it -> java.append(" b").append(it.java()).append(';'));
        return java.append(" }").toString();
    }

    Consumer<B> run(Map<String, Handle> handles) {
        return builder -> calls.forEach(it -> it.run().accept(builder, handles));
    }
}
