package dev.davit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.Definition;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rule of a user's own, found in the jar of the definition or added in its code. */
class UserRulesTest {
    private static final String STACK = """
            import dev.davit.*;

            public class Mail implements Definition {
              @Override public void define(Infra infra) {
                infra.worker("mailer", Image.of("ghcr.io/acme/mailer:1.0.0"), w -> {});%s
              }
            }
            """;
    private static final String RULE = """
            import dev.davit.check.*;
            import dev.davit.model.*;

            public class OwnerRule implements Rule {
              @Override public String id() { return "ACME001"; }

              @Override public Severity severity() { return Severity.ERROR; }

              @Override public String title() { return "Every workload has an owner"; }

              @Override public void check(Assembly assembly, Report report) {
                assembly.specs(WorkloadSpec.class).stream()
                    .filter(it -> !it.env().containsKey("OWNER"))
                    .forEach(it -> report.add(it, it.key() + " has no owner", "nobody is called at night", "set OWNER"));
              }
            }
            """;
    private static final String FOUND = """
            error ACME001  worker "mailer" has no owner
              --> Mail.java:5  .worker("mailer", ...)                            worker "mailer"
              why  nobody is called at night
              fix  set OWNER
              mute .acknowledge("ACME001", "reason", LocalDate)            (expired acknowledgements are errors)

            1 error
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeTheRule() throws IOException {
        Files.writeString(folder.resolve("OwnerRule.java"), RULE);
    }

    @Test
    void a_rule_in_the_jar_of_a_definition_is_found_by_its_service_file() throws IOException {
        Files.writeString(folder.resolve("Mail.java"), STACK.formatted(""));
        assertThat(InProcess.run("check", jar("OwnerRule\n").toString()))
                .isEqualTo(new Child.Result(ExitCode.FINDINGS, FOUND, ""));
    }

    @Test
    void a_rule_that_the_definition_adds_runs_as_well() throws IOException {
        Files.writeString(folder.resolve("Mail.java"), STACK.formatted("\n    infra.rule(new OwnerRule());"));
        assertThat(InProcess.run("check", folder.toString())).isEqualTo(new Child.Result(ExitCode.FINDINGS, FOUND, ""));
    }

    @Test
    void a_service_file_that_names_no_rule_is_an_error_in_words() throws IOException {
        Files.writeString(folder.resolve("Mail.java"), STACK.formatted(""));
        assertThat(InProcess.run("check", jar("OwnersRule\n").toString()))
                .isEqualTo(new Child.Result(ExitCode.BAD_INPUT, "", """
                        error: a rule on the class path cannot be made
                          --> META-INF/services/dev.davit.check.Rule
                          why  Provider OwnersRule not found
                          fix  correct the name, or give the class a public constructor without arguments
                        """));
    }

    private Path jar(String services) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        int code = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        OutputStream.nullOutputStream(),
                        OutputStream.nullOutputStream(),
                        "-g",
                        "-cp",
                        Path.of(Definition.class
                                        .getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .getPath())
                                .toString(),
                        "-d",
                        classes.toString(),
                        folder.resolve("Mail.java").toString(),
                        folder.resolve("OwnerRule.java").toString());
        assertThat(code).isZero();
        Path jar = folder.resolve("mail.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Path file : files(classes)) {
                add(out, classes.relativize(file).toString(), Files.readAllBytes(file));
            }
            add(
                    out,
                    "META-INF/services/dev.davit.check.Rule",
                    services.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return jar;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static void add(JarOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(content);
    }
}
