package dev.davit.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says once what a definition says several times with a few other values: three or more resources in a row become a loop.
 *
 * <p>A loop that would say less in more words is not made: neither for resources of one line each, nor where more than four values
 * differ.
 */
public final class Loops {
    private static final int FEWEST = 3;
    private static final int MOST_COLUMNS = 4;
    /** A loop takes about as many lines as these calls, and one more for each value that differs. */
    private static final int LEAST_CALLS = 3;

    private final List<Statement> body;
    private final Code.Chain settings;
    private final JavaName names;
    private final String className;
    private final String place;
    private final List<Call> left;
    private final List<Statement> result = new ArrayList<>();
    private boolean started;

    /**
     * A resource that can be in a loop.
     *
     * @param statement its statement
     * @param own the settings that are its own
     * @param shape what is said, without the values
     * @param values the values, each with a word for what it is
     */
    private record Member(Statement statement, List<Call> own, String shape, List<Map.Entry<Code, String>> values) {}

    private Loops(List<Statement> body, Code.Chain settings, JavaName names, String className) {
        this.body = body;
        this.settings = settings;
        this.names = names;
        this.className = className;
        this.place = names.variable(settings.start());
        this.left = new ArrayList<>(settings.calls());
    }

    /**
     * Finds loops.
     *
     * @param body the statements that make resources
     * @param settings the settings of the target, in which the variables of resources stand
     * @param names gives names that are not in use
     * @param className the class that the statements are in
     * @return all statements, the one that deploys at the end
     */
    public static List<Statement> in(List<Statement> body, Code.Chain settings, JavaName names, String className) {
        return new Loops(body, settings, names, className).run();
    }

    private List<Statement> run() {
        List<Optional<Member>> members = body.stream().map(this::member).toList();
        int at = 0;
        while (at < body.size()) {
            int end = at;
            Optional<Member> first = members.get(at);
            while (first.isPresent()
                    && end < body.size()
                    && members.get(end)
                            .filter(it -> it.shape().equals(first.get().shape()))
                            .isPresent()) {
                end++;
            }
            List<Member> alike = members.subList(at, Math.max(at, end)).stream()
                    .flatMap(Optional::stream)
                    .toList();
            Optional<Columns> columns = alike.size() < FEWEST
                    ? Optional.empty()
                    : Columns.of(alike.stream().map(Member::values).toList())
                            .filter(it -> it.count() <= MOST_COLUMNS && isWorth(alike.get(0), it));
            if (columns.isPresent()) {
                loop(alike, columns.get());
                at = end;
            } else {
                result.add(body.get(at++));
            }
        }
        Code deployed = started ? left.isEmpty() ? Code.plain(place) : new Code.Chain(place, left) : settings;
        result.add(new Statement(Optional.empty(), Code.call("infra", "deployTo", deployed), List.of(), true));
        return result;
    }

    private static boolean isWorth(Member member, Columns columns) {
        return calls(member.statement().code()) + member.own().size() >= LEAST_CALLS + columns.count();
    }

    private Optional<Member> member(Statement statement) {
        if (!(statement.code() instanceof Code.Chain chain)
                || !chain.start().equals("infra")
                || !statement.comments().isEmpty()
                || isCommented(chain)) {
            return Optional.empty();
        }
        List<Call> own = new ArrayList<>();
        if (statement.variable().isPresent()) {
            String variable = statement.variable().get();
            boolean elsewhere = body.stream().filter(it -> it != statement).anyMatch(it -> names(it.code(), variable));
            for (Call call : settings.calls()) {
                if (call.arguments().stream().anyMatch(it -> names(it, variable))) {
                    boolean alone = call.comments().isEmpty()
                            && call.arguments().stream()
                                            .filter(it -> isHandle(it))
                                            .count()
                                    == 1;
                    if (!alone) {
                        return Optional.empty();
                    }
                    own.add(call);
                }
            }
            if (elsewhere) {
                return Optional.empty();
            }
        }
        StringBuilder shape = new StringBuilder();
        List<Map.Entry<Code, String>> values = new ArrayList<>();
        shape(statement.code(), statement, shape, values);
        own.forEach(it -> {
            shape.append('\n');
            shape(new Code.Chain("", List.of(it)), statement, shape, values);
        });
        return Optional.of(new Member(statement, own, shape.toString(), values));
    }

    private boolean isHandle(Code code) {
        return code instanceof Code.Plain plain
                && body.stream()
                        .anyMatch(
                                it -> it.variable().filter(plain.text()::equals).isPresent());
    }

    private static void shape(
            Code code, Statement statement, StringBuilder shape, List<Map.Entry<Code, String>> values) {
        Code bare = Leaves.changed(code, (leaf, word) -> {
            if (leaf instanceof Code.Plain plain
                    && statement.variable().filter(plain.text()::equals).isPresent()) {
                return Code.plain("<handle>");
            }
            Optional<String> type = Columns.type(leaf);
            type.ifPresent(it -> values.add(Map.entry(leaf, word)));
            return type.map(it -> Code.plain("<" + it + ">")).orElse(leaf);
        });
        shape.append(withoutMarks(bare));
    }

    private static String withoutMarks(Code code) {
        if (code instanceof Code.Chain chain) {
            return chain.start()
                    + chain.calls().stream().map(Loops::withoutMarks).collect(Collectors.joining());
        }
        if (code instanceof Code.Lambda lambda) {
            return lambda.parameter()
                    + lambda.calls().stream().map(Loops::withoutMarks).collect(Collectors.joining());
        }
        return code.toString();
    }

    private static String withoutMarks(Call call) {
        return "." + call.method()
                + call.arguments().stream().map(Loops::withoutMarks).collect(Collectors.joining(",", "(", ")"));
    }

    private static int calls(Code code) {
        return code.calls().stream()
                .mapToInt(
                        it -> 1 + it.arguments().stream().mapToInt(Loops::calls).sum())
                .sum();
    }

    private static boolean isCommented(Code code) {
        return code.calls().stream()
                .anyMatch(it ->
                        !it.comments().isEmpty() || it.arguments().stream().anyMatch(Loops::isCommented));
    }

    private static boolean names(Code code, String variable) {
        boolean here = code instanceof Code.Plain plain && plain.text().equals(variable)
                || code instanceof Code.Chain chain && chain.start().equals(variable);
        return here
                || code.calls().stream()
                        .anyMatch(it -> it.arguments().stream().anyMatch(argument -> names(argument, variable)));
    }

    private void loop(List<Member> members, Columns columns) {
        boolean ownSettings = !members.get(0).own().isEmpty();
        if (ownSettings && !started) {
            start();
        }
        columns.name(names, className);
        columns.declaration()
                .ifPresent(it -> result.add(new Statement(Optional.empty(), Code.plain(it), List.of(), true)));
        List<Statement> inside = new ArrayList<>();
        Member first = members.get(0);
        Map<String, Integer> at = new HashMap<>(Map.of("next", 0));
        Optional<String> variable = first.statement().variable();
        Optional<String> handle = variable.map(it -> names.variable(method(first)));
        Map<String, List<String>> marks = marks(members);
        inside.add(new Statement(
                handle, replaced(first.statement().code(), columns, at, variable, handle, marks), List.of(), false));
        for (Call call : first.own()) {
            Code code = replaced(new Code.Chain(place, List.of(call)), columns, at, variable, handle, marks);
            inside.add(new Statement(Optional.empty(), code, List.of(), false));
        }
        members.forEach(it -> left.removeAll(it.own()));
        result.add(new Statement(
                Optional.empty(),
                new Code.Loop(columns.variable(), columns.items(), inside),
                List.of(),
                columns.declaration().isEmpty()));
    }

    /** What stands for nothing alone comes first, so that loops can add to it. */
    private void start() {
        started = true;
        List<Call> head = new ArrayList<>();
        while (!left.isEmpty()
                && left.get(0).arguments().stream().noneMatch(it -> it instanceof Code.Plain && isHandle(it))) {
            head.add(left.remove(0));
        }
        int before = 0;
        while (before < result.size() && result.get(before).code() instanceof Code.Quoted) {
            before++;
        }
        result.add(before, new Statement(Optional.of(place), new Code.Chain(settings.start(), head), List.of(), true));
        if (before + 1 < result.size()) {
            Statement next = result.get(before + 1);
            result.set(before + 1, new Statement(next.variable(), next.code(), next.comments(), true));
        }
    }

    private static String method(Member member) {
        return ((Code.Chain) member.statement().code()).calls().get(0).method();
    }

    /** A line of a loop stands for all that it makes. */
    private static Map<String, List<String>> marks(List<Member> members) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        List<List<String>> each = members.stream()
                .map(it -> marks(it.statement().code(), it.own()))
                .toList();
        for (int i = 0; i < each.get(0).size(); i++) {
            int place = i;
            all.put(each.get(0).get(i), each.stream().map(it -> it.get(place)).toList());
        }
        return all;
    }

    private static List<String> marks(Code code, List<Call> own) {
        List<String> marks = new ArrayList<>();
        collect(code, marks);
        own.forEach(it -> collect(it, marks));
        return marks;
    }

    private static void collect(Code code, List<String> marks) {
        code.calls().forEach(it -> collect(it, marks));
    }

    private static void collect(Call call, List<String> marks) {
        marks.add(call.mark());
        call.arguments().forEach(it -> collect(it, marks));
    }

    private static Code replaced(
            Code code,
            Columns columns,
            Map<String, Integer> at,
            Optional<String> variable,
            Optional<String> handle,
            Map<String, List<String>> marks) {
        Code changed = Leaves.changed(code, (leaf, word) -> {
            if (leaf instanceof Code.Plain plain
                    && variable.filter(plain.text()::equals).isPresent()) {
                return Code.plain(handle.orElseThrow());
            }
            return Columns.type(leaf).isEmpty() ? leaf : columns.code(at.merge("next", 1, Integer::sum) - 1, leaf);
        });
        return marked(changed, marks);
    }

    private static Code marked(Code code, Map<String, List<String>> marks) {
        if (code instanceof Code.Chain chain) {
            return new Code.Chain(
                    chain.start(),
                    chain.calls().stream().map(it -> marked(it, marks)).toList());
        }
        return code instanceof Code.Lambda lambda
                ? new Code.Lambda(
                        lambda.parameter(),
                        lambda.calls().stream().map(it -> marked(it, marks)).toList())
                : code;
    }

    private static Call marked(Call call, Map<String, List<String>> marks) {
        String mark = String.join("\n", marks.getOrDefault(call.mark(), List.of(call.mark())));
        return new Call(
                call.method(),
                call.arguments().stream().map(it -> marked(it, marks)).toList(),
                call.comments(),
                Set.of("", "\n").contains(mark) ? "" : mark);
    }
}
