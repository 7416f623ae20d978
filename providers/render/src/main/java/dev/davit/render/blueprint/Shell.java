package dev.davit.render.blueprint;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes words so that a POSIX shell reads them back as they were. */
final class Shell {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=@%+,-]+");
    private static final Pattern SHELL = Pattern.compile("(/usr)?(/bin/)?(sh|bash|ash|dash)");

    private Shell() {}

    static String line(List<String> words) {
        return words.stream().map(Shell::word).collect(Collectors.joining(" "));
    }

    static String word(String text) {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    /** Escapes text between double quotes, where the shell still looks into variables. */
    static String quoted(String text) {
        return text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("$", "\\$")
                .replace("`", "\\`");
    }

    /** Says whether a command hands a script to a shell: {@code sh -c "..."}. */
    static boolean runsScript(List<String> words) {
        return words.size() == 3
                && SHELL.matcher(words.get(0)).matches()
                && words.get(1).equals("-c");
    }

    /** Puts a line before the script of such a command. */
    static List<String> before(List<String> words, String line) {
        return List.of(words.get(0), words.get(1), line + words.get(2));
    }
}
