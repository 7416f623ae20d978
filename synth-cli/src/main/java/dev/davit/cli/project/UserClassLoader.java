package dev.davit.cli.project;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Load the user's classes, from memory and from a class path, below Davit's own. */
final class UserClassLoader extends URLClassLoader {
    private final Map<String, byte[]> classes;

    UserClassLoader(Map<String, byte[]> classes, List<Path> classPath) {
        super("davit-user", urls(classPath), UserClassLoader.class.getClassLoader());
        this.classes = classes;
    }

    private static URL[] urls(List<Path> classPath) {
        return classPath.stream().map(UserClassLoader::url).toArray(URL[]::new);
    }

    private static URL url(Path entry) {
        try {
            return entry.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("a path always has a URL", e);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] content = classes.get(name);
        return content == null ? super.findClass(name) : defineClass(name, content, 0, content.length);
    }
}
