package dev.davit.source;

import java.util.ArrayList;
import java.util.List;

/**
 * Hold one call of a method.
 *
 * @param method the method's name
 * @param arguments what it is given
 * @param comments lines of comment before it, without {@code //}
 * @param mark what it stands for, so that its line can be told; empty for nothing
 */
public record Call(String method, List<Code> arguments, List<String> comments, String mark) {
    public Call {
        arguments = List.copyOf(arguments);
        comments = List.copyOf(comments);
    }

    /** Call a method. */
    public static Call of(String method, Code... arguments) {
        return new Call(method, List.of(arguments), List.of(), "");
    }

    /** Say what the call stands for. */
    public Call marked(String what) {
        return new Call(method, arguments, comments, what);
    }

    /** Add lines of comment after those that are there. */
    public Call commented(List<String> lines) {
        List<String> all = new ArrayList<>(comments);
        all.addAll(lines);
        return new Call(method, arguments, all, mark);
    }
}
