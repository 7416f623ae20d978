package dev.davit.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Hold the source of a definition.
 *
 * @param className the class's name
 * @param text the source
 * @param marks what the calls on each line, from 1, stand for
 */
public record DefinitionSource(String className, String text, Map<Integer, List<String>> marks) {
    private static final int BODY = 8;

    /**
     * Hold a part of a definition that is a method of its own.
     *
     * @param signature its name and parameters: {@code databases(Infra infra)}
     * @param body its statements
     */
    public record Method(String signature, List<Statement> body) {
        public Method {
            body = List.copyOf(body);
        }
    }

    /**
     * Lay a definition out.
     *
     * @param packageName its package, if it is in one
     * @param className the class's name
     * @param head lines of comment before the class, without {@code //}
     * @param body its statements
     * @param tail lines of comment after the statements
     * @param methods further methods, after it
     */
    public static DefinitionSource of(
            Optional<String> packageName,
            String className,
            List<String> head,
            List<Statement> body,
            List<String> tail,
            List<Method> methods) {
        JavaWriter writer = new JavaWriter();
        packageName.ifPresent(it -> {
            writer.line("package " + it + ";");
            writer.line("");
        });
        List<Statement> all = new ArrayList<>(body);
        methods.forEach(it -> all.addAll(it.body()));
        imports(writer, all);
        writer.line("");
        writer.comments(head, 0);
        writer.line("class " + className + " implements Definition {");
        writer.line("    @Override public void define(Infra infra) {");
        write(writer, body);
        writer.comments(tail, BODY);
        writer.line("    }");
        for (Method method : methods) {
            writer.line("");
            writer.line("    private static void " + method.signature() + " {");
            write(writer, method.body());
            writer.line("    }");
        }
        writer.line("}");
        return new DefinitionSource(className, writer.text(), Map.copyOf(writer.marks()));
    }

    private static void write(JavaWriter writer, List<Statement> body) {
        for (int i = 0; i < body.size(); i++) {
            if (i > 0 && body.get(i).apart()) {
                writer.line("");
            }
            writer.statement(body.get(i), BODY);
        }
    }

    private static void imports(JavaWriter writer, List<Statement> body) {
        writer.line("import dev.davit.*;");
        if (body.stream().anyMatch(it -> uses(it.code(), "Duration"))) {
            writer.line("import java.time.Duration;");
        }
        for (String type : List.of("List", "Map")) {
            if (body.stream().anyMatch(it -> uses(it.code(), type))) {
                writer.line("import java.util." + type + ";");
            }
        }
    }

    private static boolean uses(Code code, String type) {
        if (code instanceof Code.Loop loop) {
            return uses(loop.items(), type) || loop.body().stream().anyMatch(it -> uses(it.code(), type));
        }
        return code instanceof Code.Chain chain && chain.start().equals(type)
                || code.calls().stream().anyMatch(it -> uses(it, type));
    }

    private static boolean uses(Call call, String type) {
        return call.arguments().stream().anyMatch(it -> uses(it, type));
    }
}
