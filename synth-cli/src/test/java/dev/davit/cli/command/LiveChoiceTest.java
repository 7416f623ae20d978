package dev.davit.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.Definition;
import dev.davit.Evaluation;
import dev.davit.Kubernetes;
import dev.davit.Region;
import dev.davit.Render;
import dev.davit.check.Finding;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Failure;
import dev.davit.document.MapNode;
import dev.davit.model.Assembly;
import dev.davit.schema.Violation;
import dev.davit.target.ConnectOptions;
import dev.davit.target.Connection;
import dev.davit.target.LiveTarget;
import dev.davit.target.RunningSandbox;
import dev.davit.target.SandboxTerms;
import dev.davit.target.SandboxedTarget;
import dev.davit.target.Scope;
import dev.davit.target.Synthesized;
import dev.davit.target.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which live target a run is for. */
class LiveChoiceTest {
    private static final Path SHOP = Path.of("Shop.java");

    private final Targets both = new Targets(List.of(new Sandboxed("render"), new Live("kubernetes")));

    private static Assembly placedOn(String... targets) {
        Definition definition = infra -> {
            infra.cache("sessions");
            for (String target : targets) {
                infra.deployTo(
                        target.equals("render")
                                ? Render.region(Region.FRANKFURT)
                                : Kubernetes.context("c").namespace("shop"));
            }
        };
        return Evaluation.of(definition, "prod").assembly();
    }

    private LiveChoice choice(String named, boolean sandbox) {
        return new LiveChoice(both, Optional.ofNullable(named), sandbox);
    }

    @ParameterizedTest
    @CsvSource({
        // placed on, --target, --sandbox, chosen
        "kubernetes,, false, kubernetes",
        "render,, false, render",
        "kubernetes, render, false, render",
        "render, kubernetes, false, kubernetes",
        "render+kubernetes, kubernetes, false, kubernetes",
        "render+kubernetes, render, false, render",
        ", kubernetes, false, kubernetes",
        ", render, false, render",
        ",, true, render",
        ", render, true, render",
        "render,, true, render",
        "kubernetes,, true, render",
        "render+kubernetes,, true, render",
        "render+kubernetes,, false, render+kubernetes",
        "render+kubernetes, all, false, render+kubernetes",
        "kubernetes, all, false, kubernetes",
        ", all, false, render+kubernetes",
    })
    void it_is_what_is_named_else_where_things_are_placed(String placed, String named, boolean sandbox, String chosen) {
        Assembly assembly = placed == null ? placedOn() : placedOn(placed.split("\\+"));
        assertThat(choice(named, sandbox).of(assembly, "davit plan", SHOP).name())
                .isEqualTo(chosen);
    }

    @Test
    void where_nothing_is_placed_it_is_asked_for() {
        assertThatThrownBy(() -> choice(null, false).of(placedOn(), "davit plan", SHOP))
                .isInstanceOfSatisfying(
                        Failure.class, it -> assertThat(it.exitCode()).isEqualTo(ExitCode.USAGE))
                .hasMessage("the definition does not say where it goes");
    }

    @Test
    void the_name_of_a_stack_says_nothing_of_targets() {
        assertThatThrownBy(() -> choice(null, false).of("shop"))
                .isInstanceOf(Failure.class)
                .hasMessage("the stack's name does not say on which target it is");
        assertThat(choice("kubernetes", false).of("shop").name()).isEqualTo("kubernetes");
        assertThat(choice(null, true).of("shop").name()).isEqualTo("render");
        assertThat(choice("all", false).of("shop").name()).isEqualTo("render+kubernetes");
    }

    @Test
    void a_saved_plan_knows_its_target() {
        assertThat(choice(null, false).ofPlan("kubernetes", "plan.json").name()).isEqualTo("kubernetes");
        assertThat(choice("render", false).ofPlan("render", "plan.json").name()).isEqualTo("render");
        assertThat(choice(null, true).ofPlan("render", "plan.json").name()).isEqualTo("render");
        assertThat(choice("all", false).ofPlan("render+kubernetes", "plan.json").name())
                .isEqualTo("render+kubernetes");
        assertThatThrownBy(() -> choice("render", false).ofPlan("render+kubernetes", "plan.json"))
                .hasMessage("the plan is for another target");
        assertThatThrownBy(() -> choice("render", false).ofPlan("kubernetes", "plan.json"))
                .isInstanceOf(Failure.class)
                .hasMessage("the plan is for another target");
        assertThatThrownBy(() -> choice(null, true).ofPlan("kubernetes", "plan.json"))
                .isInstanceOf(Failure.class)
                .hasMessage("kubernetes has no sandbox");
    }

    @Test
    void what_cannot_be_meant_is_refused_before_a_definition_runs() {
        assertThatThrownBy(() -> choice("all", false).ofFile("render", "render.yaml"))
                .hasMessage("this takes one target");
        assertThatThrownBy(() -> choice("kubernets", false).beforehand()).hasMessage("there is no target kubernets");
        assertThatThrownBy(() -> choice("kubernetes", true).beforehand()).hasMessage("kubernetes has no sandbox");
        assertThat(choice(null, false).beforehand()).isEmpty();
    }

    @Test
    void a_target_that_writes_files_alone_is_never_chosen() {
        Targets mixed = new Targets(List.of(new Files("render"), new Live("kubernetes")));
        LiveChoice choice = new LiveChoice(mixed, Optional.empty(), false);
        assertThat(choice.of(placedOn(), "davit plan", SHOP).name()).isEqualTo("kubernetes");
        assertThatThrownBy(() -> new LiveChoice(mixed, Optional.of("render"), false).beforehand())
                .hasMessage("render cannot be read live: Davit writes its files and reads nothing back");
        assertThatThrownBy(() -> new LiveChoice(mixed, Optional.empty(), true).beforehand())
                .hasMessage("no target has a sandbox");
    }

    private static class Files implements Target {
        private final String name;

        Files(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Set<String> findingIds() {
            return Set.of();
        }

        @Override
        public Synthesized synthesize(Scope scope, Consumer<Finding> findings) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Violation> validate(MapNode document) {
            return List.of();
        }
    }

    private static class Live extends Files implements LiveTarget {
        Live(String name) {
            super(name);
        }

        @Override
        public Connection connect(ConnectOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<String> scope(Assembly assembly) {
            return Optional.empty();
        }
    }

    private static final class Sandboxed extends Live implements SandboxedTarget {
        Sandboxed(String name) {
            super(name);
        }

        @Override
        public RunningSandbox startSandbox(SandboxTerms terms) {
            throw new UnsupportedOperationException();
        }
    }
}
