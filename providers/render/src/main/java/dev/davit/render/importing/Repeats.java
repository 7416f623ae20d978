package dev.davit.render.importing;

import dev.davit.source.Call;
import dev.davit.source.Code;
import dev.davit.source.JavaName;
import dev.davit.source.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives a variable to each longer text that is there several times, so that it is changed in one place. */
final class Repeats {
    private static final int SHORTEST = 20;
    private static final int FEWEST = 3;

    private static final class Text {
        private int times;
        private String name = "";
        private String variable;
    }

    private final Map<String, Text> texts = new LinkedHashMap<>();
    private final JavaName names;

    Repeats(JavaName names) {
        this.names = names;
    }

    List<Statement> named(List<Statement> body) {
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
            if (quoted.text().length() >= SHORTEST && quoted.text().indexOf('\n') < 0) {
                Text text = texts.computeIfAbsent(quoted.text(), it -> new Text());
                text.times++;
                text.name = text.name.isEmpty() ? name : text.name;
            }
        } else if (code instanceof Code.Loop loop) {
            loop.body().forEach(it -> count(it.code(), ""));
        } else {
            calls(code).forEach(this::count);
        }
    }

    /** A variable gives its name to its value, a method to what it takes. */
    private void count(Call call) {
        Code first = call.arguments().isEmpty() ? null : call.arguments().get(0);
        boolean variable = call.method().equals("env") && first instanceof Code.Quoted;
        String name = variable ? ((Code.Quoted) first).text() : call.method().equals("of") ? "image" : call.method();
        for (Code argument : call.arguments()) {
            if (!(variable && argument == first)) {
                count(argument, name);
            }
        }
    }

    private static List<Call> calls(Code code) {
        return code instanceof Code.Chain chain
                ? chain.calls()
                : code instanceof Code.Lambda lambda ? lambda.calls() : List.of();
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
        return calls.stream()
                .map(it -> new Call(
                        it.method(), it.arguments().stream().map(this::replaced).toList(), it.comments(), it.mark()))
                .toList();
    }
}
