package dev.davit.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.Definition;
import dev.davit.Health;
import dev.davit.check.Finding;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.Origin;
import dev.davit.model.DesiredObject;
import dev.davit.model.Spec;
import dev.davit.model.WorkloadSpec;
import dev.davit.target.Portability;
import dev.davit.target.TargetOutput;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every definition, with random ones over all kinds and setters. */
class BlueprintLaws {
    /** Setters that change no file: promises that rules look at, and what other resources show. */
    private static final Set<String> SILENT = Set.of("opensPortWhenReady", "consumes");

    @Provide
    net.jqwik.api.Arbitrary<Definition> definitions() {
        return RandomStacks.definitions();
    }

    @Property(tries = 150)
    void a_definition_is_written_or_refused_in_words(@ForAll("definitions") Definition definition) {
        Synth synth = Synth.of(definition);

        assertThat(synth.ids()).doesNotContain("SCH001", "RUL001");
        assertThat(synth.blueprint()).startsWith("# Render Blueprint of ");
    }

    @Property(tries = 150)
    void nothing_that_the_user_set_is_lost(@ForAll("definitions") Definition definition) {
        Synth synth = Synth.of(definition);

        Set<Origin> seen = seen(synth);
        for (Spec spec : synth.output().desired().specs()) {
            spec.declaration().calls().forEach((property, call) -> {
                if (mustShow(spec, property) && synth.output().portability().get(spec.key()) == Portability.EXACT) {
                    assertThat(seen).as(spec.key() + " " + call.text()).contains(call);
                }
            });
        }
    }

    @Property(tries = 150)
    void no_setting_of_a_resource_is_passed_over_in_silence(@ForAll("definitions") Definition definition) {
        Synth synth = Synth.of(definition);

        Set<Origin> seen = seen(synth);
        synth.synthesis().assembly().placement("render").settings().stream()
                .filter(it -> it.resource().isPresent() && !it.name().equals("environment"))
                .forEach(it -> assertThat(seen).as(it.origin().text()).contains(it.origin()));
    }

    @Property(tries = 150)
    void with_render_s_own_defaults_nothing_is_written_that_no_call_says(@ForAll("definitions") Definition definition) {
        Synth synth = Synth.of(infra -> {
            definition.define(infra);
        });
        boolean own = synth.synthesis()
                .assembly()
                .placement("render")
                .setting("ownDefaults")
                .isPresent();
        if (own) {
            synth.output()
                    .desired()
                    .objects()
                    .forEach(it ->
                            assertThat(unsaid(it.tree(), "")).as(it.address()).isSubsetOf("/maxmemoryPolicy"));
        }
    }

    /** Gives the places of values that a default or a rule of the target put there. */
    private static Set<String> unsaid(Node node, String path) {
        Set<String> found = new TreeSet<>();
        if (node instanceof MapNode map) {
            map.entries().forEach((key, below) -> found.addAll(unsaid(below, path + "/" + key)));
        } else if (node instanceof ListNode list) {
            list.forEach(it -> found.addAll(unsaid(it, path)));
        } else if (node.origin()
                .filter(it -> it.kind() == Origin.Kind.DEFAULT || it.kind() == Origin.Kind.TARGET)
                .isPresent()) {
            found.add(path);
        }
        return found;
    }

    /** A call that asks for what Render does anyway leaves no trace; processor time and memory ask for one plan together. */
    private static boolean mustShow(Spec spec, String property) {
        boolean anyway = property.equals("retries") && ((WorkloadSpec) spec).retries() == 0
                || property.equals("port") && ((WorkloadSpec) spec).env().containsKey("PORT")
                || property.equals("health") && ((WorkloadSpec) spec).health().equals(Optional.of(Health.tcp()));
        boolean plan = property.equals("cpu") || property.equals("memory");
        return !anyway && !plan && !SILENT.contains(property);
    }

    @Property(tries = 50)
    void the_same_definition_gives_the_same_bytes(@ForAll("definitions") Definition definition) {
        assertThat(Synth.of(definition).blueprint())
                .isEqualTo(Synth.of(definition).blueprint());
    }

    private static Set<Origin> seen(Synth synth) {
        Set<Origin> seen = new HashSet<>();
        TargetOutput output = synth.output();
        output.desired().objects().stream().map(DesiredObject::tree).forEach(tree -> collect(tree, seen));
        synth.synthesis().findings().stream()
                .map(Finding::origins)
                .flatMap(List::stream)
                .forEach(seen::add);
        return seen;
    }

    private static void collect(Node node, Set<Origin> seen) {
        node.origin().ifPresent(seen::add);
        if (node instanceof MapNode map) {
            map.entries().values().forEach(it -> collect(it, seen));
        } else if (node instanceof ListNode list) {
            list.forEach(it -> collect(it, seen));
        }
    }
}
