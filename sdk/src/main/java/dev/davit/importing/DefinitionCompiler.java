package dev.davit.importing;

import dev.davit.Definition;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compile one class against the SDK, in memory, and load it. */
public final class DefinitionCompiler {
    private static final List<String> FLAGS =
            List.of("-g", "-proc:none", "-Xlint:none", "-implicit:none", "-XDstringConcat=inline");

    private DefinitionCompiler() {}

    /**
     * Make the definition.
     *
     * @param className the class's binary name
     * @param source its source
     * @param file the file that it came from, for messages
     * @throws ImportException if the Java has no compiler, or the source is not what it takes
     */
    public static Definition compile(String className, String source, String file) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new ImportException(
                    "this Java cannot compile what was written",
                    file,
                    "the Java in " + System.getProperty("java.home") + " is a run-time image without the compiler",
                    "install a JDK, 17 or newer, and set JAVA_HOME to it");
        }
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        Map<String, byte[]> classes = new HashMap<>();
        try (StandardJavaFileManager files =
                        compiler.getStandardFileManager(diagnostics, Locale.ENGLISH, StandardCharsets.UTF_8);
                Output output = new Output(files, classes)) {
            files.setLocation(StandardLocation.CLASS_PATH, List.of(sdk()));
            files.setLocation(StandardLocation.SOURCE_PATH, List.of());
            boolean compiled = compiler.getTask(
                            new StringWriter(),
                            output,
                            diagnostics,
                            FLAGS,
                            null,
                            List.of(new Source(className, source)))
                    .call();
            if (!compiled) {
                boolean large = diagnostics.getDiagnostics().isEmpty()
                        || diagnostics.getDiagnostics().stream()
                                .anyMatch(it ->
                                        it.getMessage(Locale.ENGLISH).matches("code too large|too many constants"));
                if (large) {
                    throw new ImportException(
                            "the file is too large for one definition",
                            file,
                            "the compiler takes no method of more than 64 KiB, and the definition would be one",
                            "split the file, for example by projects, and import each part");
                }
                throw new ImportException(
                        "what was written does not compile",
                        file,
                        diagnostics.getDiagnostics().stream()
                                .map(it -> it.getLineNumber() + ": " + it.getMessage(Locale.ENGLISH))
                                .collect(Collectors.joining("; ")),
                        "this is a mistake of Davit's: report it with the file");
            }
            Constructor<?> constructor =
                    new Loader(classes).loadClass(className).getDeclaredConstructor();
            constructor.setAccessible(true);
            return (Definition) constructor.newInstance();
        } catch (IOException | ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static File sdk() {
        try {
            return new File(Definition.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String className, String text) {
            super(URI.create("memory:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Output extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, byte[]> classes;

        Output(JavaFileManager files, Map<String, byte[]> classes) {
            super(files);
            this.classes = classes;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + className.replace('.', '/') + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return new ByteArrayOutputStream() {
                        @Override
                        public void close() {
                            classes.put(className, toByteArray());
                        }
                    };
                }
            };
        }
    }

    private static final class Loader extends ClassLoader {
        private final Map<String, byte[]> classes;

        Loader(Map<String, byte[]> classes) {
            super(Definition.class.getClassLoader());
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
