package dev.davit.source;

import dev.davit.Definition;
import dev.davit.Infra;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** What javac makes of one source that sees the SDK and nothing else. */
public final class Compiled {
    /** An error as javac words it, without the paragraphs that differ between its versions. */
    public record Mistake(long line, String message) {}

    private final Map<String, byte[]> classes;
    private final List<Mistake> mistakes;

    private Compiled(Map<String, byte[]> classes, List<Mistake> mistakes) {
        this.classes = classes;
        this.mistakes = mistakes;
    }

    public static Compiled of(String className, String source, String... options) {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        List<Mistake> found = new ArrayList<>();
        Map<String, ByteArrayOutputStream> written = new LinkedHashMap<>();
        List<String> all = new ArrayList<>(List.of("--release", "17", "-proc:none", "-cp", sdk()));
        all.addAll(List.of(options));
        JavaFileManager files = new Memory(javac.getStandardFileManager(null, Locale.ROOT, null), written);
        // Worded at once: newer compilers look up the words in files that they close in the end.
        javac.getTask(null, files, it -> note(it, found), all, null, List.of(new Source(className, source)))
                .call();
        Map<String, byte[]> classes = new LinkedHashMap<>();
        written.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
        return new Compiled(classes, found);
    }

    private static void note(Diagnostic<? extends JavaFileObject> it, List<Mistake> found) {
        if (it.getKind() == Diagnostic.Kind.ERROR) {
            found.add(new Mistake(it.getLineNumber(), heart(it.getMessage(Locale.ROOT))));
        }
    }

    /** The folder or jar that holds the SDK's classes; the tests' own classes are not in it. */
    public static String sdk() {
        try {
            return Path.of(Infra.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public List<Mistake> mistakes() {
        return mistakes;
    }

    public Definition definition(String className) {
        if (!mistakes.isEmpty()) {
            throw new AssertionError("it does not compile: " + mistakes);
        }
        try {
            var constructor =
                    Class.forName(className, true, new Loader(classes)).getDeclaredConstructor();
            constructor.setAccessible(true);
            return (Definition) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** The first line says what; only of a missing symbol the next two say which. */
    private static String heart(String message) {
        int lines = message.startsWith("cannot find symbol") ? 3 : 1;
        return String.join(" ", message.lines().limit(lines).toList()).replaceAll("\\s+", " ");
    }

    private static final class Loader extends ClassLoader {
        private final Map<String, byte[]> classes;

        Loader(Map<String, byte[]> classes) {
            super(Infra.class.getClassLoader());
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

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String className, String text) {
            super(URI.create("memory:///" + className + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> written;

        Memory(JavaFileManager files, Map<String, ByteArrayOutputStream> written) {
            super(files);
            this.written = written;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + className + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() throws IOException {
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    written.put(className, out);
                    return out;
                }
            };
        }
    }
}
