package dev.davit.cli.laws;

import java.util.List;
import java.util.Random;

/** Draws what random definitions are made of; each canary is drawn once. */
final class Draw {
    private static final List<String> HOSTILE = List.of(
            "",
            "no",
            "~",
            "0x1F",
            "1_000",
            "2024-01-01",
            "a: b",
            "# c",
            "{{x}}",
            "${HOME}",
            "$(X)",
            "\"",
            "'",
            "\\",
            "\n",
            "a\nb\n",
            "\t",
            " ",
            "é\ud83d\ude00",
            "\u2028",
            "%",
            "\0",
            "*",
            "&",
            "!x",
            "|",
            "`id`",
            "</script>",
            "-----");

    private final Random random;
    private int next;

    Draw(Random random) {
        this.random = random;
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    int unique() {
        return next++;
    }

    /** A word that nothing else has in it, and that stays in one piece in any file. */
    String word() {
        return "cnr" + (1000 + unique()) + "z";
    }

    String hostile() {
        return of(HOSTILE);
    }

    static String quoted(String text) {
        StringBuilder java = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c >= ' ' && c <= '~' && c != '"' && c != '\\') {
                java.append(c);
            } else {
                java.append(c == '\n' ? "\\n" : c == '"' || c == '\\' ? "\\" + c : String.format("\\u%04x", (int) c));
            }
        }
        return java.append('"').toString();
    }
}
