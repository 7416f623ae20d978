package dev.davit.source;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Goes over the literals and constants of code in order, and makes the code anew with what becomes of them. */
final class Leaves {
    private final BiFunction<Code, String, Code> change;

    private Leaves(BiFunction<Code, String, Code> change) {
        this.change = change;
    }

    /**
     * Makes code anew.
     *
     * @param change gets each literal, name or constant, and a word for what it is
     */
    static Code changed(Code code, BiFunction<Code, String, Code> change) {
        return new Leaves(change).code(code, "value");
    }

    private Code code(Code code, String word) {
        if (code instanceof Code.Chain chain) {
            List<Call> calls = new ArrayList<>();
            for (Call call : chain.calls()) {
                calls.add(call(call, chain.start()));
            }
            return new Code.Chain(chain.start(), calls);
        }
        if (code instanceof Code.Lambda lambda) {
            return new Code.Lambda(
                    lambda.parameter(),
                    lambda.calls().stream().map(it -> call(it, "")).toList());
        }
        return change.apply(code, word);
    }

    /** A variable's name says what its value is, a type what its factory takes, else the method. */
    private Call call(Call call, String start) {
        List<Code> arguments = new ArrayList<>();
        String word = call.method().equals("of") ? start : start.equals("infra") ? "name" : call.method();
        for (int i = 0; i < call.arguments().size(); i++) {
            Code argument = call.arguments().get(i);
            boolean key = isKeyed(call) && i == 0;
            arguments.add(key ? argument : code(argument, isKeyed(call) ? key(call) : word));
        }
        return new Call(call.method(), arguments, call.comments(), call.mark());
    }

    private static boolean isKeyed(Call call) {
        return call.method().equals("env") && call.arguments().get(0) instanceof Code.Quoted;
    }

    private static String key(Call call) {
        return ((Code.Quoted) call.arguments().get(0)).text();
    }
}
