package dev.davit.source;

import dev.davit.Definition;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/** Make names of Java from names of other languages, each once. */
public final class JavaName {
    private final Set<String> taken;

    /** Start with names that are not to be given. */
    public JavaName(Set<String> taken) {
        this.taken = new HashSet<>(taken);
    }

    /** Give a variable's name that is not given yet: {@code web-1} becomes {@code web1}. */
    public String variable(String name) {
        String base = camel(name);
        String free = base;
        for (int number = 2; !SourceVersion.isName(free) || !taken.add(free); number++) {
            free = base + number;
        }
        return free;
    }

    /** Say whether a definition of this name would hide a class that definitions use. */
    public static boolean isTaken(String type) {
        return Stream.of(Definition.class, Object.class, Duration.class, List.class)
                .anyMatch(it -> it.getResource(type + ".class") != null);
    }

    private static String camel(String name) {
        String type = type(name, "It");
        int head = 1;
        while (head < type.length()
                && Character.isUpperCase(type.charAt(head))
                && (head + 1 == type.length() || !Character.isLowerCase(type.charAt(head + 1)))) {
            head++;
        }
        return type.substring(0, head).toLowerCase(Locale.ROOT) + type.substring(head);
    }

    /** Give a type's name: {@code doc-ai} becomes {@code DocAi}; another where nothing of the name is left. */
    public static String type(String name, String otherwise) {
        StringBuilder type = new StringBuilder();
        boolean upper = true;
        boolean shouting = name.equals(name.toUpperCase(Locale.ROOT));
        for (char c : (shouting ? name.toLowerCase(Locale.ROOT) : name).toCharArray()) {
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (plain && (type.length() > 0 || Character.isLetter(c))) {
                type.append(upper ? Character.toUpperCase(c) : c);
            }
            upper = !plain;
        }
        return type.length() == 0 ? otherwise : type.toString();
    }
}
