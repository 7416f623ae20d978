package dev.davit.cli.project;

import dev.davit.cli.ExitCode;
import dev.davit.cli.Failure;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Find the one class of a project that is the definition, without running a line of it. */
final class DefinitionFinder {
    static final String INTERFACE = "dev.davit.Definition";

    private static final int NAMED_IN_A_MESSAGE = 10;

    private final LoadedProject project;
    private final Class<?> definitionType;

    DefinitionFinder(LoadedProject project) {
        this.project = project;
        this.definitionType =
                Objects.requireNonNull(load(INTERFACE).orElse(null), INTERFACE + " is not on the class path");
    }

    Class<?> find(Optional<String> className) {
        Optional<String> named = className.or(project::declared);
        Class<?> found = named.isPresent() ? named(named.get()) : onlyOne();
        constructor(found);
        return found;
    }

    private Class<?> named(String name) {
        Class<?> type = load(name)
                .orElseThrow(() -> failure(
                        "there is no class " + name,
                        project.argument().toString(),
                        lookedAt(),
                        "give one of these with --class, with its package"));
        if (!isDefinition(type)) {
            throw failure(
                    name + " is not a definition",
                    origin(name),
                    "it is not a class that implements " + INTERFACE,
                    "name another class with --class, or let it implement Definition");
        }
        return type;
    }

    private Class<?> onlyOne() {
        List<Class<?>> found = project.origins().keySet().stream()
                .<Class<?>>flatMap(name -> load(name).stream())
                .filter(this::isDefinition)
                .toList();
        if (found.isEmpty()) {
            throw failure(
                    "no class implements " + INTERFACE,
                    project.argument().toString(),
                    lookedAt(),
                    "let one class implement Definition: class Shop implements Definition { ... }");
        }
        if (found.size() > 1) {
            throw tooMany(found);
        }
        return found.get(0);
    }

    private Failure tooMany(List<Class<?>> found) {
        String list = found.stream()
                .map(type -> "  " + type.getName() + "  " + origin(type.getName()) + "\n")
                .collect(Collectors.joining());
        return failure(
                        found.size() + " classes implement " + INTERFACE,
                        project.argument().toString(),
                        "one run synthesizes one definition",
                        "name it: --class " + found.get(0).getName())
                .withDetails(list);
    }

    private boolean isDefinition(Class<?> type) {
        return definitionType.isAssignableFrom(type)
                && !type.isInterface()
                && !Modifier.isAbstract(type.getModifiers());
    }

    Constructor<?> constructor(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            boolean inner = type.getEnclosingClass() != null && !Modifier.isStatic(type.getModifiers());
            throw failure(
                            type.getName() + " cannot be created",
                            origin(type.getName()),
                            inner
                                    ? "it belongs to an instance of another class"
                                    : "all its constructors take arguments",
                            inner ? "make the class static" : "give it a constructor without arguments")
                    .causedBy(e);
        }
    }

    /** A class of a jar may need libraries that are not there; it is not the definition then. */
    private Optional<Class<?>> load(String name) {
        try {
            return Optional.of(project.loader().loadClass(name));
        } catch (ClassNotFoundException | LinkageError absent) {
            return Optional.empty();
        }
    }

    private String lookedAt() {
        if (project.origins().isEmpty()) {
            return "it holds no class at all";
        }
        int more = project.origins().size() - NAMED_IN_A_MESSAGE;
        return project.origins().keySet().stream()
                .limit(NAMED_IN_A_MESSAGE)
                .collect(Collectors.joining(", ", "looked at ", more > 0 ? " and " + more + " more" : ""));
    }

    private String origin(String className) {
        return project.origins().getOrDefault(className, project.argument().toString());
    }

    private static Failure failure(String what, String where, String why, String next) {
        return new Failure(ExitCode.BAD_INPUT, what, where, why, next);
    }
}
