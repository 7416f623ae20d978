package dev.davit.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Give a variable to each longer text that is there several times, so that it is changed in one place. */
public final class Repeats {
    private static final int SHORTEST = 20;
    private static final int FEWEST = 3;

    private static final class Text {
        private int times;
        private String name = "";
        private String variable;
    }

    private final Map<String, Text> texts = new LinkedHashMap<>();
    private final JavaName names;
    private final Predicate<String> counts;

    private Repeats(JavaName names, Predicate<String> counts) {
        this.names = names;
        this.counts = counts;
    }

    /**
     * Find them.
     *
     * @param names gives names that are not in use
     * @param counts says of which words, such as {@code image}, the texts count
     * @return the statements, those of the variables first
     */
    public static List<Statement> in(List<Statement> body, JavaName names, Predicate<String> counts) {
        return new Repeats(names, counts).named(body);
    }

    private List<Statement> named(List<Statement> body) {
        body.forEach(it -> count(it.code(), ""));
        List<Statement> all = new ArrayList<>();
        texts.forEach((text, it) -> {
            if (it.times >= FEWEST) {
                it.variable = names.variable(it.name);
                all.add(new Statement(Optional.of(it.variable), Code.quoted(text), List.of(), false));
            }
        });
        body.forEach(it ->
                all.add(new Statement(it.variable(), replaced(it.code()), it.comments(), it.apart() || all.isEmpty())));
        return all;
    }

    private void count(Code code, String name) {
        if (code instanceof Code.Quoted quoted) {
            if (counts.test(name)
                    && quoted.text().length() >= SHORTEST
                    && quoted.text().indexOf('\n') < 0) {
                Text text = texts.computeIfAbsent(quoted.text(), it -> new Text());
                text.times++;
                text.name = text.name.isEmpty() ? name : text.name;
            }
        } else if (code instanceof Code.Loop loop) {
            loop.body().forEach(it -> count(it.code(), ""));
        } else {
            String start = code instanceof Code.Chain chain ? chain.start() : "";
            code.calls().forEach(it -> count(it, start));
        }
    }

    /** A key gives its name to its value, a method to what it takes. */
    private void count(Call call, String start) {
        String name = call.method().equals("of") ? new JavaName(Set.of()).variable(start) : call.method();
        int keys = keys(call);
        for (int i = 0; i < call.arguments().size(); i++) {
            if (!isKey(call, i)) {
                boolean named = keys > 0 && call.arguments().get(i - 1) instanceof Code.Quoted;
                count(
                        call.arguments().get(i),
                        named ? ((Code.Quoted) call.arguments().get(i - 1)).text() : name);
            }
        }
    }

    /** Says how many arguments of a call are keys of those after them. */
    private static int keys(Call call) {
        return switch (call.method()) {
            case "map" -> call.arguments().size() / 2;
            case "env", "label", "annotation", "set" -> call.arguments().get(0) instanceof Code.Quoted ? 1 : 0;
            default -> 0;
        };
    }

    private static boolean isKey(Call call, int place) {
        return place % 2 == 0 && place / 2 < keys(call);
    }

    private Code replaced(Code code) {
        if (code instanceof Code.Quoted quoted) {
            Text text = texts.get(quoted.text());
            return text == null || text.variable == null ? code : Code.plain(text.variable);
        }
        if (code instanceof Code.Loop loop) {
            return new Code.Loop(
                    loop.variable(),
                    loop.items(),
                    loop.body().stream()
                            .map(it -> new Statement(it.variable(), replaced(it.code()), it.comments(), it.apart()))
                            .toList());
        }
        if (code instanceof Code.Chain chain) {
            return new Code.Chain(chain.start(), replaced(chain.calls()));
        }
        return code instanceof Code.Lambda lambda
                ? new Code.Lambda(lambda.parameter(), replaced(lambda.calls()))
                : code;
    }

    private List<Call> replaced(List<Call> calls) {
        return calls.stream().map(this::replaced).toList();
    }

    private Call replaced(Call call) {
        List<Code> arguments = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            Code argument = call.arguments().get(i);
            arguments.add(isKey(call, i) ? argument : replaced(argument));
        }
        return new Call(call.method(), arguments, call.comments(), call.mark());
    }
}
