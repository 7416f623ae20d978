package dev.davit.cli.project;

import dev.davit.schema.Nearest;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Say what the compiler cannot know: which method of the SDK was probably meant, or how a value of its types is written. */
final class CompileHint {
    private static final Pattern NO_METHOD =
            Pattern.compile("symbol: +method (\\w+)\\(.*\\R +location: .*\\b(dev\\.davit\\.\\w+)$", Pattern.MULTILINE);
    private static final Pattern OTHER_TYPE = Pattern.compile(
            "incompatible types: \\S+ cannot be converted to (dev\\.davit\\.\\w+|java\\.time\\.Duration)$");

    private CompileHint() {}

    static Optional<String> of(String message) {
        Matcher method = NO_METHOD.matcher(message);
        if (method.find()) {
            return type(method.group(2)).flatMap(type -> meant(type, method.group(1)));
        }
        Matcher other = OTHER_TYPE.matcher(message.lines().findFirst().orElse(""));
        return other.find() ? type(other.group(1)).flatMap(CompileHint::written) : Optional.empty();
    }

    private static Optional<String> meant(Class<?> type, String name) {
        if (name.equals("scale") && type.getSimpleName().endsWith("WithDiskBuilder")) {
            return Optional.of("a disk belongs to one instance, so what has one cannot scale");
        }
        List<String> names =
                Stream.of(type.getMethods()).map(Method::getName).distinct().toList();
        return Nearest.to(name, names).map(it -> "did you mean " + it + "?");
    }

    private static Optional<String> written(Class<?> type) {
        String forms = type.getName().startsWith("java.")
                ? "Duration.ofSeconds(...) or Duration.ofMinutes(...)"
                : Stream.of(type.getMethods())
                        .filter(it -> Modifier.isStatic(it.getModifiers()) && it.getReturnType() == type)
                        .map(it -> type.getSimpleName() + "." + it.getName() + "(...)")
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(" or "));
        return forms.isEmpty() ? Optional.empty() : Optional.of("write " + forms);
    }

    /** The compiler quotes user code, too, so the name may be one that is nowhere. */
    private static Optional<Class<?>> type(String name) {
        try {
            return Optional.of(Class.forName(name, false, CompileHint.class.getClassLoader()));
        } catch (ClassNotFoundException | LinkageError nowhere) {
            return Optional.empty();
        }
    }
}
