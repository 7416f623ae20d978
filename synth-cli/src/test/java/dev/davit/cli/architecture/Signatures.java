package dev.davit.cli.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.PackageMatchers;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;

/** Looks at what a caller sees: parameters, results and supertypes, not at how a method does its work. */
final class Signatures extends ArchCondition<JavaClass> {
    private final PackageMatchers hidden;

    Signatures(String... packages) {
        super("not show " + String.join(", ", packages));
        hidden = PackageMatchers.of(packages);
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        type.getAllRawSuperclasses().forEach(it -> report(type, type.getName() + " extends ", it, events));
        type.getCodeUnits().stream()
                .filter(it -> it.getModifiers().contains(JavaModifier.PUBLIC)
                        || it.getModifiers().contains(JavaModifier.PROTECTED))
                .forEach(it -> types(it).forEach(seen -> report(type, it.getFullName() + " shows ", seen, events)));
    }

    private static Stream<JavaClass> types(JavaCodeUnit unit) {
        return Stream.concat(unit.getAllInvolvedRawTypes().stream(), Stream.of(unit.getRawReturnType()));
    }

    private void report(JavaClass owner, String what, JavaClass seen, ConditionEvents events) {
        if (hidden.test(seen.getBaseComponentType().getPackageName())) {
            events.add(SimpleConditionEvent.violated(owner, what + seen.getName()));
        }
    }
}
