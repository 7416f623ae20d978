package dev.davit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.Handle;
import dev.davit.Infra;
import dev.davit.Raw;
import dev.davit.Source;
import dev.davit.TargetSettings;
import dev.davit.Value;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/dsl.md} names everything that a user can call, and its Java runs. */
class DslReferenceTest {
    private static final Path PAGE = Path.of("../docs/dsl.md");

    /** What targets and messages ask of the values, not what a definition says. */
    private static final Set<String> NOT_FOR_DEFINITIONS =
            Set.of("valueOf", "values", "toString", "equals", "hashCode", "describe", "compareTo", "wait", "notify");

    @TempDir
    private Path scratch;

    @Test
    void the_page_names_every_call_that_a_definition_can_make() throws Exception {
        String page = Files.readString(PAGE);
        List<String> calls = calls();
        assertThat(calls).contains(".env(", "Size.gib(", ".surgeGpus(", ".connectionString(", "Raw.remove(");
        assertThat(calls).allSatisfy(call -> assertThat(page).contains(call));
    }

    @Test
    void the_java_on_the_page_runs() throws Exception {
        Shell shell = new Shell(scratch);
        int number = 0;
        for (Markdown.Block block : new Markdown(Files.readString(PAGE)).blocks()) {
            assertThat(block.language()).isEqualTo("java");
            String name = "Block" + ++number;
            Files.writeString(
                    shell.work().resolve(name + ".java"),
                    "import dev.davit.*;\nimport java.time.Duration;\n\nclass " + name
                            + " implements Definition {\n  @Override public void define(Infra infra) {\n"
                            + block.content()
                            + "  }\n}\n");
        }
        assertThat(number).isGreaterThan(5);
        for (int block = 1; block <= number; block++) {
            Child.Result result = shell.run("davit graph . --class Block" + block);
            assertThat(result.code()).as("block %d: %s", block, result.err()).isZero();
        }
    }

    private static List<String> calls() throws Exception {
        List<String> calls = new ArrayList<>();
        for (Class<?> type : api()) {
            for (Method method : type.getDeclaredMethods()) {
                if (isForDefinitions(type, method)) {
                    boolean factory = Modifier.isStatic(method.getModifiers());
                    calls.add((factory ? type.getSimpleName() : "") + "." + method.getName() + "(");
                }
            }
        }
        return calls.stream().distinct().sorted().toList();
    }

    private static boolean isForDefinitions(Class<?> type, Method method) {
        if (!Modifier.isPublic(method.getModifiers())
                || method.isSynthetic()
                || NOT_FOR_DEFINITIONS.contains(method.getName())) {
            return false;
        }
        boolean says = type == Infra.class || type.getSimpleName().endsWith("Builder");
        boolean factory = Modifier.isStatic(method.getModifiers());
        boolean chains = method.getReturnType() == type && method.getParameterCount() > 0;
        boolean refers = Handle.class.isAssignableFrom(type) && Value.class.isAssignableFrom(method.getReturnType());
        return says || factory || chains || refers;
    }

    /** The public types of the package that users import, but those that only targets and the command line use. */
    private static List<Class<?>> api() throws IOException, ClassNotFoundException {
        Path classes = classes();
        try (Stream<Path> files = Files.list(classes.resolve("dev/davit"))) {
            List<Class<?>> types = new ArrayList<>();
            for (String name : files.map(it -> it.getFileName().toString())
                    .filter(it -> it.endsWith(".class") && !it.contains("$") && !it.contains("-"))
                    .map(it -> it.substring(0, it.length() - ".class".length()))
                    .sorted()
                    .toList()) {
                Class<?> type = Class.forName("dev.davit." + name);
                boolean user = Modifier.isPublic(type.getModifiers()) && !name.equals("Evaluation") && !type.isEnum();
                if (user && !name.startsWith("Immutable")) {
                    types.add(type);
                }
            }
            assertThat(types).contains(Infra.class, Raw.class, Source.class, TargetSettings.class);
            return types;
        }
    }

    private static Path classes() throws IOException {
        Path place = Path.of(
                Infra.class.getProtectionDomain().getCodeSource().getLocation().getPath());
        return Files.isDirectory(place)
                ? place
                : java.nio.file.FileSystems.newFileSystem(place).getPath("/");
    }
}
