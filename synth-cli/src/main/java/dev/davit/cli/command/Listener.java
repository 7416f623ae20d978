package dev.davit.cli.command;

import java.util.function.Consumer;
import picocli.CommandLine.Model.ISetter;

/**
 * Hears the value of an option while the command line is still being read: an error in the rest of it is shown accordingly.
 *
 * @param type of the value
 * @param consumer hears it
 */
record Listener<T>(Class<T> type, Consumer<T> consumer) implements ISetter {
    @Override
    public <V> V set(V value) {
        consumer.accept(type.cast(value));
        return value;
    }
}
