package dev.davit.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Lay Java out as a careful person does: what fits stays on its line, chains break before each call, and nothing is wider than 120
 * columns that has a place to break.
 */
final class JavaWriter {
    private static final int WIDTH = 120;
    private static final int STEP = 8;

    /** More calls than a chain can have that a person reads. */
    private static final int MOST_CALLS = 300;

    /** A literal in a class file holds 65,535 bytes; a character takes at most three. */
    private static final int LONGEST_LITERAL = 20_000;

    private final StringBuilder out = new StringBuilder();
    private final Map<Integer, List<String>> marks = new HashMap<>();
    private int line = 1;
    private int lineStart;

    String text() {
        return out.toString();
    }

    /** Gives what the calls on each line stand for. */
    Map<Integer, List<String>> marks() {
        return marks;
    }

    void line(String text) {
        out.append(text);
        newLine(0);
    }

    private void newLine(int indent) {
        out.append('\n');
        line++;
        lineStart = out.length();
        out.append(" ".repeat(indent));
    }

    void statement(Statement statement, int indent) {
        comments(statement.comments(), indent);
        out.append(" ".repeat(indent));
        if (statement.code() instanceof Code.Loop loop) {
            loop(loop, indent);
            return;
        }
        statement.variable().ifPresent(it -> out.append("var ").append(it).append(" = "));
        write(statement.code(), indent, 1);
        boolean declaration =
                statement.code() instanceof Code.Plain plain && plain.text().endsWith("}");
        out.append(declaration ? "" : ";");
        newLine(0);
    }

    private void loop(Code.Loop loop, int indent) {
        out.append("for (var ").append(loop.variable()).append(" : ");
        write(loop.items(), indent, 3);
        out.append(") {");
        newLine(0);
        loop.body().forEach(it -> statement(it, indent + STEP / 2));
        out.append(" ".repeat(indent)).append('}');
        newLine(0);
    }

    void comments(List<String> comments, int indent) {
        for (String comment : comments) {
            for (String part : JavaText.comment(comment, WIDTH - indent)) {
                line(" ".repeat(indent) + part);
            }
        }
    }

    private int left(int after) {
        return WIDTH - (out.length() - lineStart) - after;
    }

    private boolean fits(String flat, int after) {
        return flat.length() <= left(after);
    }

    private void write(Code code, int indent, int after) {
        Optional<String> flat = flat(code);
        if (flat.isPresent() && fits(flat.get(), after)) {
            note(code);
            out.append(flat.get());
        } else if (code instanceof Code.Chain chain) {
            out.append(chain.start());
            if (isMap(chain)) {
                map(chain.calls().get(0), indent, after);
            } else {
                calls(chain.calls(), indent, after, 1);
            }
        } else if (code instanceof Code.Lambda lambda && lambda.calls().size() > MOST_CALLS) {
            block(lambda, indent);
        } else if (code instanceof Code.Lambda lambda) {
            out.append(lambda.parameter()).append(" -> ").append(lambda.parameter());
            calls(lambda.calls(), indent, after, 0);
        } else if (code instanceof Code.Made made) {
            out.append("new ").append(made.type()).append('(');
            arguments(made.arguments(), indent, after + 1);
            out.append(')');
        } else if (code instanceof Code.Quoted quoted) {
            literal(quoted.text(), indent);
        } else {
            out.append(((Code.Plain) code).text());
        }
    }

    /** The compiler goes one level deeper for each call of a chain, so a long one is cut. */
    private void block(Code.Lambda lambda, int indent) {
        out.append(lambda.parameter()).append(" -> {");
        for (int i = 0; i < lambda.calls().size(); i += MOST_CALLS) {
            newLine(indent + STEP / 2);
            out.append(lambda.parameter());
            List<Call> some = lambda.calls()
                    .subList(i, Math.min(i + MOST_CALLS, lambda.calls().size()));
            calls(some, indent + STEP / 2, 1, 0);
            out.append(';');
        }
        newLine(indent);
        out.append('}');
    }

    /** Writes calls, the first of them on the line where they start. */
    private void calls(List<Call> calls, int indent, int after, int first) {
        for (int i = 0; i < calls.size(); i++) {
            Call call = calls.get(i);
            boolean beside = i < first && call.comments().isEmpty();
            int place = beside ? indent : indent + STEP;
            if (!beside) {
                newLine(place);
                for (String comment : call.comments()) {
                    for (String part : JavaText.comment(comment, WIDTH - place)) {
                        out.append(part);
                        newLine(place);
                    }
                }
            }
            call(call, place, i == calls.size() - 1 ? after : 0);
        }
    }

    private static boolean isMap(Code.Chain chain) {
        return chain.start().equals("Raw")
                && chain.calls().size() == 1
                && chain.calls().get(0).method().equals("map");
    }

    /** Writes a key and its value on one line. */
    private void map(Call call, int indent, int after) {
        out.append('.').append(call.method()).append('(');
        List<Code> all = call.arguments();
        for (int i = 0; i < all.size(); i += 2) {
            newLine(indent + STEP);
            write(all.get(i), indent + STEP, 2);
            out.append(", ");
            write(all.get(i + 1), indent + STEP, i + 2 == all.size() ? after + 1 : 1);
            out.append(i + 2 == all.size() ? "" : ",");
        }
        out.append(')');
    }

    private void call(Call call, int indent, int after) {
        mark(call);
        out.append('.').append(call.method()).append('(');
        arguments(call.arguments(), indent, after + 1);
        out.append(')');
    }

    private void arguments(List<Code> arguments, int indent, int after) {
        Optional<String> flat = flat(arguments);
        if (flat.isPresent() && fits(flat.get(), after)) {
            arguments.forEach(this::note);
            out.append(flat.get());
            return;
        }
        int last = arguments.size() - 1;
        Optional<String> head = flat(arguments.subList(0, last)).map(it -> last == 0 ? it : it + ", ");
        if (head.isPresent() && fits(head.get(), opening(arguments.get(last))) && !isAmongEqual(arguments)) {
            arguments.subList(0, last).forEach(this::note);
            out.append(head.get());
            write(arguments.get(last), indent, after);
            return;
        }
        for (int i = 0; i <= last; i++) {
            newLine(indent + STEP);
            write(arguments.get(i), indent + STEP, i == last ? after : 1);
            out.append(i == last ? "" : ",");
        }
    }

    /** Gives the room that the first line of a last argument needs to stay beside the others; too much where it should not. */
    private static int opening(Code last) {
        if (last instanceof Code.Lambda lambda && lambda.calls().size() > 0) {
            return 2 * lambda.parameter().length() + 4;
        }
        if (last instanceof Code.Chain chain && holdsMore(chain)) {
            return chain.start().length() + chain.calls().get(0).method().length() + 2;
        }
        if (last instanceof Code.Chain chain
                && chain.calls().size() > 1
                && (chain.calls().get(0).arguments().size() < 2 || chain.start().equals("KubernetesObject"))) {
            return flat(new Code.Chain(chain.start(), chain.calls().subList(0, 1)))
                    .map(String::length)
                    .orElse(WIDTH);
        }
        return last instanceof Code.Quoted quoted && JavaText.fitsBlock(quoted.text()) ? 3 : WIDTH;
    }

    /** Says whether it is a map, a list or a raw edit, which opens where it is named. */
    private static boolean holdsMore(Code.Chain chain) {
        return chain.start().equals("Raw") && chain.calls().size() == 1
                || chain.start().equals("List")
                        && chain.calls().size() == 1
                        && chain.calls().get(0).arguments().size() > 0;
    }

    /** Says whether the last of several is one of a kind: then all stand below each other. */
    private static boolean isAmongEqual(List<Code> arguments) {
        return arguments.get(arguments.size() - 1) instanceof Code.Chain last
                && holdsMore(last)
                && arguments.stream().limit(arguments.size() - 1).anyMatch(it -> it instanceof Code.Chain);
    }

    private void literal(String text, int indent) {
        if (text.length() > LONGEST_LITERAL) {
            joined(text, indent);
        } else if (JavaText.fitsBlock(text)) {
            out.append("\"\"\"");
            for (String part : JavaText.block(text)) {
                newLine(part.isEmpty() ? 0 : indent + STEP);
                out.append(part);
            }
        } else {
            List<String> parts = parts(text, Math.max(40, WIDTH - indent - STEP - 6));
            out.append(JavaText.literal(parts.get(0)));
            for (String part : parts.subList(1, parts.size())) {
                newLine(indent + STEP);
                out.append("+ ").append(JavaText.literal(part));
            }
        }
    }

    private void joined(String text, int indent) {
        List<String> parts = parts(text, LONGEST_LITERAL);
        out.append("String.join(\"\"");
        for (String part : parts) {
            out.append(',');
            newLine(indent + STEP);
            out.append(JavaText.literal(part));
        }
        out.append(')');
    }

    /** Cuts text behind spaces, where there are any; never inside a pair of surrogates. */
    private static List<String> parts(String text, int width) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        while (text.length() - start > width) {
            int space = text.lastIndexOf(' ', start + width - 1);
            int end = space > start ? space + 1 : start + width;
            if (Character.isHighSurrogate(text.charAt(end - 1))) {
                end--;
            }
            parts.add(text.substring(start, end));
            start = end;
        }
        parts.add(text.substring(start));
        return parts;
    }

    private void mark(Call call) {
        if (!call.mark().isEmpty()) {
            marks.computeIfAbsent(line, it -> new ArrayList<>())
                    .addAll(List.of(call.mark().split("\n")));
        }
    }

    private void note(Code code) {
        code.calls().forEach(call -> {
            mark(call);
            call.arguments().forEach(this::note);
        });
    }

    /** Gives code in one line; nothing for what has comments in it or is text of several lines. */
    private static Optional<String> flat(Code code) {
        if (code instanceof Code.Plain plain) {
            return Optional.of(plain.text());
        }
        if (code instanceof Code.Quoted quoted) {
            boolean block = JavaText.fitsBlock(quoted.text()) || quoted.text().length() > LONGEST_LITERAL;
            return block ? Optional.empty() : Optional.of(JavaText.literal(quoted.text()));
        }
        if (code instanceof Code.Made made) {
            return flat(made.arguments()).map(it -> "new " + made.type() + "(" + it + ")");
        }
        if (code instanceof Code.Lambda lambda) {
            return lambda.calls().isEmpty()
                    ? Optional.of(lambda.parameter() + " -> {}")
                    : lambda.calls().size() > 1
                            ? Optional.empty()
                            : flatCalls(lambda.calls())
                                    .map(it -> lambda.parameter() + " -> " + lambda.parameter() + it);
        }
        Code.Chain chain = (Code.Chain) code;
        return flatCalls(chain.calls()).map(it -> chain.start() + it);
    }

    private static Optional<String> flatCalls(List<Call> calls) {
        StringBuilder text = new StringBuilder();
        for (Call call : calls) {
            Optional<String> arguments = call.comments().isEmpty() ? flat(call.arguments()) : Optional.empty();
            if (arguments.isEmpty()) {
                return Optional.empty();
            }
            text.append('.')
                    .append(call.method())
                    .append('(')
                    .append(arguments.get())
                    .append(')');
        }
        return Optional.of(text.toString());
    }

    private static Optional<String> flat(List<Code> arguments) {
        List<Optional<String>> all = arguments.stream().map(JavaWriter::flat).toList();
        return all.stream().allMatch(Optional::isPresent)
                ? Optional.of(all.stream().map(Optional::get).collect(Collectors.joining(", ")))
                : Optional.empty();
    }
}
