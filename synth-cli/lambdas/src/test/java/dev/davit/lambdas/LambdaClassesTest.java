package dev.davit.lambdas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

class LambdaClassesTest {
    /** Loads classes from memory, whatever the parent has; the JVM verifies them. */
    private static final class Memory extends ClassLoader {
        private final Map<String, byte[]> classes;

        Memory(Map<String, byte[]> classes) {
            super(LambdaClassesTest.class.getClassLoader());
            this.classes = classes;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            byte[] content = classes.get(name.replace('.', '/') + ".class");
            if (content == null) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : defineClass(name, content, 0, content.length);
        }
    }

    private static Map<String, byte[]> samples() throws Exception {
        Path folder = Path.of(Samples.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .resolve("dev/davit/lambdas");
        Map<String, byte[]> classes = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "Samples*.class")) {
            for (Path file : files) {
                classes.put("dev/davit/lambdas/" + file.getFileName(), Files.readAllBytes(file));
            }
        }
        return classes;
    }

    private static Map<String, byte[]> rewritten(Map<String, byte[]> classes) {
        Map<String, byte[]> all = new HashMap<>(classes);
        all.putAll(LambdaClasses.of(classes));
        return all;
    }

    @SuppressWarnings("unchecked")
    private static List<String> said(Map<String, byte[]> classes) throws Exception {
        Class<?> samples = new Memory(classes).loadClass(Samples.class.getName());
        return ((Supplier<List<String>>) samples.getConstructor().newInstance()).get();
    }

    private static Stream<InvokeDynamicInsnNode> lambdas(Map<String, byte[]> classes) {
        return classes.values().stream()
                .map(LambdaClasses::read)
                .flatMap(it -> it.methods.stream())
                .flatMap(it -> Stream.of(it.instructions.toArray()))
                .filter(InvokeDynamicInsnNode.class::isInstance)
                .map(InvokeDynamicInsnNode.class::cast)
                .filter(it -> it.bsm.getOwner().endsWith("LambdaMetafactory"));
    }

    @Test
    void classes_do_what_lambdas_and_references_of_all_kinds_do() throws Exception {
        Map<String, byte[]> classes = samples();
        assertThat(said(rewritten(classes))).hasSizeGreaterThan(40).isEqualTo(said(classes));
    }

    @Test
    void only_what_is_to_be_serialized_is_left_to_java() throws Exception {
        Map<String, byte[]> classes = samples();
        assertThat(lambdas(classes)).hasSizeGreaterThan(40);
        assertThat(lambdas(rewritten(classes)))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.bsm.getName()).isEqualTo("altMetafactory"));
    }

    @Test
    void what_was_rewritten_stays_as_it_is() throws Exception {
        assertThat(LambdaClasses.of(rewritten(samples()))).isEmpty();
    }

    @Test
    void a_class_belongs_to_the_nest_whose_private_methods_it_calls() throws Exception {
        Map<String, byte[]> classes = rewritten(samples());
        Class<?> inner = new Memory(classes).loadClass(Samples.class.getName() + "$Shape");
        Object square = inner.getDeclaredMethod("square", double.class).invoke(null, 2.0);
        assertThat(square.getClass().getName()).startsWith(Samples.class.getName() + "$Shape$$F");
        assertThat(square.getClass().isSynthetic()).isTrue();
        assertThat(square.getClass().getNestHost().getName()).isEqualTo(Samples.class.getName());
    }

    @Test
    void a_stack_trace_names_the_file_of_the_lambda() throws Exception {
        byte[] made = LambdaClasses.of(samples()).get("dev/davit/lambdas/Samples$Shape$$F0.class");
        assertThat(LambdaClasses.read(made).sourceFile).isEqualTo("Samples.java");
    }

    @Test
    void nothing_of_a_jar_without_lambdas_changes() throws IOException {
        byte[] content = LambdaClassesTest.class
                .getResourceAsStream("/java/lang/Record.class")
                .readAllBytes();
        assertThat(LambdaClasses.of(Map.of("java/lang/Record.class", content))).isEmpty();
    }
}
