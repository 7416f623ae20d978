package dev.davit.cli.project;

import dev.davit.cli.ExitCode;
import dev.davit.cli.Failure;
import java.io.Closeable;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** Open what a user wrote: a source file, a folder of sources, a jar or a Maven project. */
public final class UserProject implements Closeable {
    private final LoadedProject project;
    private final Class<?> definition;
    private final Constructor<?> constructor;
    private final UserCode code;

    private UserProject(LoadedProject project, ProjectOptions options) {
        this.project = project;
        DefinitionFinder finder = new DefinitionFinder(project);
        this.definition = finder.find(options.className());
        this.constructor = finder.constructor(definition);
        this.code = new UserCode(definition, project.origins().keySet(), options.lastWords());
    }

    /**
     * Compile or load the project and find its definition; nothing of it runs yet.
     *
     * @param argument {@code FILE.java}, a folder, {@code FILE.jar}, or a folder with a {@code pom.xml}
     * @throws Failure if it is missing, does not compile, or does not hold exactly one definition
     */
    public static UserProject open(Path argument, ProjectOptions options) {
        LoadedProject loaded = load(argument, options);
        try {
            return new UserProject(loaded, options);
        } catch (RuntimeException e) {
            closeAfter(loaded.loader(), e);
            throw e;
        }
    }

    private static LoadedProject load(Path argument, ProjectOptions options) {
        if (Files.isDirectory(argument)) {
            return Files.isRegularFile(argument.resolve("pom.xml"))
                    ? MavenProject.open(argument, options)
                    : SourceProject.ofFolder(argument, options);
        }
        if (!Files.exists(argument)) {
            throw new Failure(
                    ExitCode.BAD_INPUT,
                    "there is no such file or folder",
                    argument.toString(),
                    "",
                    "name the file, folder, jar or Maven project that holds the definition");
        }
        if (argument.toString().endsWith(".jar")) {
            return JarProject.open(argument);
        }
        if (argument.toString().endsWith(".java")) {
            return SourceProject.ofFile(argument, options);
        }
        throw new Failure(
                ExitCode.BAD_INPUT,
                "this is not something with a definition in it",
                argument.toString(),
                "only .java and .jar files, folders and Maven projects are",
                "name one of those");
    }

    private static void closeAfter(UserClassLoader loader, RuntimeException failure) {
        try {
            loader.close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** Give the class that implements {@code dev.davit.Definition}; it is not initialized yet. */
    public Class<?> definition() {
        return definition;
    }

    /** Give the folder that relative paths of the definition start from. */
    public Path baseDirectory() {
        return project.baseDirectory();
    }

    /** Give the sources that were compiled, as the user would name them; empty for a jar or a Maven project. */
    public List<Path> sources() {
        return project.sources();
    }

    /**
     * Create the definition.
     *
     * @throws Failure if its constructor or an initializer throws
     */
    public Object newDefinition() {
        return call(() -> {
            try {
                return constructor.newInstance();
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                throw (Exception) e.getCause();
            }
        });
    }

    /**
     * Run user code.
     *
     * @throws Failure for whatever it throws, told by the user's own frames; a Failure passes as it is
     */
    public <T> T call(Callable<T> userCode) {
        return code.call(userCode);
    }

    /** Release the class loader and the files it holds open. */
    @Override
    public void close() {
        code.close();
        try {
            project.loader().close();
        } catch (IOException unused) {
            // The classes were read; a file that will not close cannot spoil anything.
        }
    }
}
