package dev.davit.cli.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JavadocTest {
    private static final Pattern HEAD = Pattern.compile("(?m)^(package|import) .*;$");
    private static final Pattern TYPE = Pattern.compile(
            "(?m)^public (static |final |abstract |sealed |non-sealed )*(class|interface|record|enum) ");

    @Test
    void every_public_type_says_what_it_is() throws IOException {
        List<String> bare = new ArrayList<>();
        int files = 0;
        for (String module : List.of("sdk", "providers/render", "providers/k8s", "synth-cli")) {
            try (Stream<Path> sources = Files.walk(Path.of("..", module, "src/main/java"))) {
                for (Path source :
                        sources.filter(it -> it.toString().endsWith(".java")).toList()) {
                    files++;
                    if (isBare(Files.readString(source))) {
                        bare.add(source.toString());
                    }
                }
            }
        }
        assertThat(bare).isEmpty();
        assertThat(files).isGreaterThan(150);
    }

    @Test
    void a_type_without_javadoc_is_found() {
        assertThat(isBare("package a;\n\npublic final class A {}\n")).isTrue();
        assertThat(isBare("package a;\n\n@FunctionalInterface\npublic interface A {}\n"))
                .isTrue();
        assertThat(isBare("package a;\n\n/** Says. */\n@FunctionalInterface\npublic interface A {}\n"))
                .isFalse();
        assertThat(isBare("package a;\n\n/** Says. */\npublic record A() {}\n")).isFalse();
    }

    private static boolean isBare(String source) {
        var type = TYPE.matcher(source);
        int head = HEAD.matcher(source).results().mapToInt(it -> it.end()).max().orElse(0);
        return type.find() && !source.substring(head, type.start()).contains("/**");
    }
}
