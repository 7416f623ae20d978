package dev.davit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.davit.document.Origin;
import dev.davit.model.Placement;
import dev.davit.model.Spec;
import dev.davit.source.Compiled;
import dev.davit.source.Golden;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks every public setter there is, so that a new one cannot forget to record itself. */
class BuildersTest {
    /** One setter of one concrete builder. */
    record Setter(Class<?> builder, Method method) {
        @Override
        public String toString() {
            return builder.getSimpleName() + "."
                    + method.getName()
                    + Stream.of(method.getParameterTypes())
                            .map(Class::getSimpleName)
                            .toList();
        }
    }

    private static Stream<Class<?>> builders() {
        return new ClassFileImporter()
                .importPath(Path.of(Compiled.sdk(), "dev", "davit")).stream()
                        .filter(it -> it.isAssignableTo(ResourceBuilder.class))
                        .filter(it -> !it.getModifiers().contains(JavaModifier.ABSTRACT))
                        .<Class<?>>map(it -> it.reflect())
                        .sorted(Comparator.comparing(Class::getSimpleName));
    }

    private static List<Method> setters(Class<?> type) {
        return Stream.of(type.getMethods())
                .filter(it -> it.getDeclaringClass() != Object.class)
                .filter(it -> !it.isBridge() && !Modifier.isStatic(it.getModifiers()))
                .sorted(Comparator.comparing(Method::getName)
                        .thenComparing(it -> Arrays.toString(it.getParameterTypes())))
                .toList();
    }

    static Stream<Setter> allSetters() {
        return builders().flatMap(type -> setters(type).stream().map(it -> new Setter(type, it)));
    }

    static Stream<Setter> allSettings() {
        return Stream.of(Render.class, Kubernetes.class)
                .flatMap(type -> setters(type).stream().map(it -> new Setter(type, it)));
    }

    @ParameterizedTest
    @MethodSource("allSetters")
    void a_setter_records_its_property_its_value_and_its_line(Setter setter) throws Exception {
        Spec bare = Samples.spec(setter.builder(), builder -> {});
        Spec set = Samples.spec(setter.builder(), builder -> call(setter.method(), builder));

        List<Map.Entry<String, Origin>> added = set.declaration().calls().entrySet().stream()
                .filter(it -> !it.getValue().equals(bare.declaration().calls().get(it.getKey())))
                .toList();
        assertThat(added).hasSize(1);
        Origin origin = added.get(0).getValue();
        assertThat(origin.text()).startsWith("." + setter.method().getName() + "(");
        assertThat(origin.location().orElseThrow().toString()).matches("BuildersTest\\.java:\\d+");

        String property = added.get(0).getKey();
        if (property.startsWith("acknowledge.")) {
            assertThat(set.declaration().acknowledgements()).hasSize(1);
        } else if (property.equals("movedFrom")) {
            assertThat(set.declaration().movedFrom()).isPresent();
        } else {
            assertThat(set.properties().get(property))
                    .isNotNull()
                    .isNotEqualTo(bare.properties().get(property));
        }
    }

    @ParameterizedTest
    @MethodSource("allSettings")
    void a_setting_of_a_target_records_its_value_and_its_line(Setter setter) throws Exception {
        Placement bare = Samples.placement(setter.builder(), settings -> {});
        Placement set = Samples.placement(setter.builder(), settings -> call(setter.method(), settings));

        assertThat(set.settings().size() + set.rawEdits().size())
                .isEqualTo(bare.settings().size() + 1);
        Origin origin = set.rawEdits().isEmpty()
                ? set.settings().get(set.settings().size() - 1).origin()
                : set.rawEdits().get(0).origin();
        assertThat(origin.text()).startsWith("." + setter.method().getName() + "(");
        assertThat(origin.location().orElseThrow().file()).isIn("BuildersTest.java", "Samples.java");
    }

    /** What each kind can have, on one page: a setter that appears where it does not belong shows in the difference. */
    @Test
    void each_builder_offers_what_its_kind_can_have() throws IOException {
        String page = Stream.concat(builders(), Stream.of(Render.class, Kubernetes.class))
                .map(type -> type.getSimpleName() + "\n"
                        + setters(type).stream()
                                .map(it -> "  " + it.getName()
                                        + Stream.of(it.getParameterTypes())
                                                .map(Class::getSimpleName)
                                                .collect(Collectors.joining(", ", "(", ")\n")))
                                .collect(Collectors.joining()))
                .collect(Collectors.joining());
        Golden.assertSame("setters.txt", page);
    }

    private static void call(Method setter, Object builder) {
        try {
            setter.invoke(builder, Samples.arguments(setter));
        } catch (InvocationTargetException e) {
            throw new AssertionError(setter + " refuses the sample", e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
