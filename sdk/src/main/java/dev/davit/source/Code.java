package dev.davit.source;

import java.util.List;

/** Hold a piece of Java. */
public sealed interface Code {
    /** Give the calls that it is made of; none where it is a value. */
    default List<Call> calls() {
        return List.of();
    }

    /** Hold a name, a number or a constant. */
    record Plain(String text) implements Code {}

    /** Hold text that becomes a literal. */
    record Quoted(String text) implements Code {}

    /**
     * Hold calls, one on the result of the other.
     *
     * @param start a variable or a type
     */
    record Chain(String start, List<Call> calls) implements Code {
        public Chain {
            calls = List.copyOf(calls);
        }
    }

    /** Hold a function that calls one method after the other on what it is given. */
    record Lambda(String parameter, List<Call> calls) implements Code {
        public Lambda {
            calls = List.copyOf(calls);
        }
    }

    /** Hold an object that a constructor makes. */
    record Made(String type, List<Code> arguments) implements Code {
        public Made {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * Hold a loop, which is a statement and no value.
     *
     * @param variable the variable
     * @param items what it goes over
     * @param body its statements
     */
    record Loop(String variable, Code items, List<Statement> body) implements Code {
        public Loop {
            body = List.copyOf(body);
        }
    }

    /** Name something. */
    static Code plain(String text) {
        return new Plain(text);
    }

    /** Quote a text. */
    static Code quoted(String text) {
        return new Quoted(text);
    }

    /** Call a method of a variable, or a static one of a type. */
    static Chain call(String start, String method, Code... arguments) {
        return new Chain(start, List.of(Call.of(method, arguments)));
    }

    /** Make a list. */
    static Code list(List<Code> items) {
        return new Chain("List", List.of(new Call("of", items, List.of(), "")));
    }
}
