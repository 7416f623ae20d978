package dev.davit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every command on a page runs as it is written, in order, in a folder that holds the examples.
 *
 * <p>A block of {@code sh} is run unless the comment before it says {@code not run: REASON}; a block of Java with the comment {@code
 * file: NAME} becomes that file; {@code # ends with CODE} after a command says that it fails.
 */
class DocsTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern ENDS_WITH = Pattern.compile("# ends with (\\d+)");
    private static final Pattern COMMAND = Pattern.compile("(?m)^\\s*(?:\\$ )?(?:\\./)?davit [a-z]");

    @TempDir
    private Path scratch;

    private Shell shell;
    private int commands;

    @BeforeEach
    void aCheckout() throws IOException {
        shell = new Shell(scratch);
        Files.createSymbolicLink(shell.work().resolve("davit"), scratch.resolve("bin/davit"));
        try (Stream<Path> files = Files.walk(ROOT.resolve("examples"), 2)) {
            for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                Path copy = shell.work().resolve(ROOT.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/tutorial.md", "examples/README.md"})
    void commands_run_as_written(String page) throws Exception {
        assumeTrue(Installed.targets().containsAll(List.of("render", "kubernetes")), "pages are about both targets");
        for (Markdown.Block block : new Markdown(Files.readString(ROOT.resolve(page))).blocks()) {
            if (block.remark().startsWith("file: ")) {
                Files.writeString(shell.work().resolve(block.remark().substring("file: ".length())), block.content());
            } else if (block.language().equals("sh") && !block.remark().startsWith("not run: ")) {
                for (String line : block.content().lines().toList()) {
                    run(line);
                }
            } else if (!block.remark().startsWith("not run: ")) {
                assertThat(block.content()).as("commands stand in blocks of sh").doesNotContainPattern(COMMAND);
            }
        }
        assertThat(commands).isPositive();
    }

    private void run(String line) throws Exception {
        Matcher code = ENDS_WITH.matcher(line);
        Child.Result result = shell.run(line);
        assertThat(result.code())
                .as(line + "\n" + result.out() + result.err())
                .isEqualTo(code.find() ? Integer.parseInt(code.group(1)) : 0);
        assertThat(result.code()).as(line).isNotEqualTo(ExitCode.INTERNAL);
        commands++;
    }

    @Test
    void the_readme_shows_the_quickstart_as_it_is() throws IOException {
        String source = Files.readString(ROOT.resolve("examples/quickstart/Quickstart.java"));
        assertThat(Files.readString(ROOT.resolve("README.md"))).contains("```java\n" + source + "```\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "docs/tutorial.md",
                "docs/dsl.md",
                "docs/cli.md",
                "docs/live.md",
                "docs/rules.md",
                "docs/architecture.md",
                "examples/README.md"
            })
    void links_between_pages_lead_somewhere(String page) throws IOException {
        Path file = ROOT.resolve(page);
        Matcher link = Pattern.compile("]\\(([^)#:]+)(#[^)]*)?\\)").matcher(Files.readString(file));
        while (link.find()) {
            assertThat(file.resolveSibling(link.group(1))).exists();
        }
    }
}
