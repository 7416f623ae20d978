package dev.davit.cli.project;

import dev.davit.cli.ExitCode;
import dev.davit.cli.Failure;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compile sources in this process; touched only when the cache has nothing, because the compiler takes long to load. */
final class SourceCompiler {
    /**
     * Lines for messages, parameter names for components; no processors, because they would run before the definition. Joined text is
     * compiled as before Java 9: what came then is made at run time, in 10 ms.
     */
    static final List<String> FLAGS =
            List.of("-g", "-parameters", "-proc:none", "-Xlint:none", "-implicit:none", "-XDstringConcat=inline");

    private SourceCompiler() {}

    static CompiledClasses compile(Path argument, List<SourceFile> sources, List<Path> classPath) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw noCompiler(argument);
        }
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                        compiler.getStandardFileManager(diagnostics, Locale.ENGLISH, StandardCharsets.UTF_8);
                MemoryFiles output = new MemoryFiles(files)) {
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
            files.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of());
            List<MemorySource> units = sources.stream().map(MemorySource::new).toList();
            boolean compiled = compiler.getTask(new StringWriter(), output, diagnostics, FLAGS, null, units)
                    .call();
            if (!compiled) {
                throw new CompileErrors(argument, errors(diagnostics)).failure();
            }
            return output.compiled();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Diagnostic<? extends JavaFileObject>> errors(DiagnosticCollector<JavaFileObject> diagnostics) {
        return diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .toList();
    }

    private static Failure noCompiler(Path argument) {
        return new Failure(
                ExitCode.UNAVAILABLE,
                "this Java cannot compile",
                argument.toString(),
                "the Java in " + System.getProperty("java.home") + " is a run-time image without the compiler",
                "install a JDK, 17 or newer, and set JAVA_HOME to it, or name a jar");
    }
}
