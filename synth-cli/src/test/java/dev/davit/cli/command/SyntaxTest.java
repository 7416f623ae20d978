package dev.davit.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.cli.view.OutputFormat;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

class SyntaxTest {
    private final Syntax syntax = new Syntax("sail");

    private CommandLine sail() {
        return syntax.commandLine(() -> 7);
    }

    @Test
    void what_runs_gives_its_code() {
        assertThat(sail().execute()).isEqualTo(7);
    }

    @Test
    void what_is_not_said_again_is_forgotten() {
        Argument<Boolean> fast = syntax.flag(OptionSpec.builder("--fast"));
        Argument<List<String>> ports = syntax.texts(OptionSpec.builder("--port"));
        Argument<String> name = syntax.text(OptionSpec.builder("--name"));
        Argument<Duration> time = syntax.duration(OptionSpec.builder("--time").defaultValue("5m"));
        CommandLine sail = sail();
        sail.parseArgs("--fast", "--port=Oslo", "--name=Fram", "--time=2h", "--port=Bergen");
        assertThat(fast.get()).isTrue();
        assertThat(ports.get()).containsExactly("Oslo", "Bergen");
        assertThat(name.given()).contains("Fram");
        assertThat(time.get()).isEqualTo(Duration.ofHours(2));
        sail.parseArgs();
        assertThat(fast.get()).isFalse();
        assertThat(ports.get()).isEmpty();
        assertThat(name.given()).isEmpty();
        assertThat(time.get()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void parameters_are_taken_in_the_order_that_they_are_named_in() {
        Argument<String> ship = syntax.text(PositionalParamSpec.builder().required(true));
        Argument<Path> chart =
                syntax.path(PositionalParamSpec.builder().arity("0..1").defaultValue("."));
        CommandLine sail = sail();
        sail.parseArgs("Fram", "north.map");
        assertThat(ship.get()).isEqualTo("Fram");
        assertThat(chart.get()).isEqualTo(Path.of("north.map"));
        sail.parseArgs("Fram");
        assertThat(chart.get()).isEqualTo(Path.of("."));
        assertThatThrownBy(sail::parseArgs).isInstanceOf(MissingParameterException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"data-loss", "DATA-LOSS", "data_loss", "DATA_LOSS"})
    void a_choice_is_a_word_or_a_name_in_any_case(String text) {
        Argument<EffectLimit> limit = syntax.choice(OptionSpec.builder("--limit"), EffectLimit.values());
        sail().parseArgs("--limit", text);
        assertThat(limit.get()).isEqualTo(EffectLimit.DATA_LOSS);
    }

    @Test
    void a_choice_is_one_of_its_words() {
        syntax.choice(OptionSpec.builder("--output"), OutputFormat.values());
        assertThatThrownBy(() -> sail().parseArgs("--output=xml"))
                .isInstanceOf(ParameterException.class)
                .hasMessage("Invalid value for option '--output': xml is none of [text, json]");
    }

    @Test
    void a_listener_hears_of_an_option_that_an_error_comes_after() {
        List<Boolean> heard = new ArrayList<>();
        syntax.flag(
                OptionSpec.builder("--fast").hasInitialValue(false).setter(new Listener<>(Boolean.class, heard::add)));
        CommandLine sail = sail();
        sail.parseArgs();
        assertThat(heard).isEmpty();
        assertThatThrownBy(() -> sail.parseArgs("--fast", "--slow")).isInstanceOf(ParameterException.class);
        assertThat(heard).containsExactly(true);
    }
}
