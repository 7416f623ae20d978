package dev.davit.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.document.Origin;
import dev.davit.model.Acknowledgement;
import dev.davit.model.Kind;
import dev.davit.model.ResourceKey;
import dev.davit.target.Portability;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Records that write out how they compare leave none of their components out. */
class EqualityTest {
    static Stream<List<Record>> pairs() {
        return Stream.of(
                List.of(
                        new Portability(Portability.Verdict.EMULATED, "how", ""),
                        new Portability(Portability.Verdict.IMPOSSIBLE, "why", "way out")),
                List.of(finding("A1", Severity.ERROR), other()));
    }

    private static Finding finding(String id, Severity severity) {
        return new Finding(
                id, severity, "what", "why", "fix", Optional.empty(), Optional.empty(), List.of(), Optional.empty());
    }

    private static Finding other() {
        return new Finding(
                "B2",
                Severity.WARNING,
                "else",
                "because",
                "mend",
                Optional.of("render"),
                Optional.of(new ResourceKey(Kind.WORKER, "ingest")),
                List.of(Origin.target("rule")),
                Optional.of(new Acknowledgement("B2", "known", LocalDate.of(2027, 1, 1), Origin.target("rule"))));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void any_one_component_tells_two_apart(List<Record> pair) throws ReflectiveOperationException {
        Record one = pair.get(0);
        RecordComponent[] components = one.getClass().getRecordComponents();
        Object[] values = values(one);
        assertThat(made(one, values)).isEqualTo(one).hasSameHashCodeAs(one);
        for (int i = 0; i < components.length; i++) {
            Object[] changed = values.clone();
            changed[i] = values(pair.get(1))[i];
            assertThat(made(one, changed)).as(components[i].getName()).isNotEqualTo(one);
        }
    }

    private static Object[] values(Record record) throws ReflectiveOperationException {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = components[i].getAccessor().invoke(record);
        }
        return values;
    }

    private static Record made(Record like, Object[] values) throws ReflectiveOperationException {
        Class<?>[] types = Stream.of(like.getClass().getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class[]::new);
        return like.getClass().getDeclaredConstructor(types).newInstance(values);
    }
}
