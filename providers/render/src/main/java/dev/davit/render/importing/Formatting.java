package dev.davit.render.importing;

import dev.davit.document.DocumentException;
import dev.davit.importing.Decision;
import dev.davit.importing.Decision.Kind;
import dev.davit.importing.Formatted;
import dev.davit.importing.ImportException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes a Blueprint's old words anew, line by line, so that comments, order and quotes stay.
 *
 * <p>One change at a time, and each is kept only if the file says the same after it: what stands in a flow map, behind an anchor or in
 * another way that no line tells is left and reported. To write the whole tree again would lose what people put there for people.
 */
final class Formatting {
    private static final Pattern LINE = Pattern.compile(
            "(?<head>\\s*(?:- +)?)(?<key>[A-Za-z]+)(?<colon> *: *)(?<value>[^#]*?)(?<tail>\\s*(?:\\s#.*)?)");

    private final String name;
    private final List<Decision> changed = new ArrayList<>();
    private final List<Decision> left = new ArrayList<>();
    private final Set<String> passed = new HashSet<>();

    Formatting(String name) {
        this.name = name;
    }

    Formatted of(String text) {
        String current = simple(text);
        while (true) {
            List<Decision> decisions = new ArrayList<>();
            BlueprintFile file = BlueprintFile.read(name, current);
            new Spelling(file, decisions).today();
            Optional<Decision> next = decisions.stream()
                    .filter(it -> it.kind() == Kind.RENAMED && !passed.contains(it.line() + it.path() + it.what()))
                    .findFirst();
            if (next.isEmpty()) {
                return new Formatted(current, changed, left);
            }
            Optional<String> better = edited(current, next.get()).filter(new Same(file)::holds);
            if (better.isPresent()) {
                changed.add(next.get());
                current = better.get();
            } else {
                left.add(next.get());
                passed.add(next.get().line() + next.get().path() + next.get().what());
            }
        }
    }

    /** Changes all lines that stay lines at once: to look at the whole file for each of them takes the square of their number. */
    private String simple(String text) {
        List<Decision> decisions = new ArrayList<>();
        BlueprintFile file = BlueprintFile.read(name, text);
        new Spelling(file, decisions).today();
        List<Decision> all = decisions.stream()
                .filter(it -> it.kind() == Kind.RENAMED
                        && !it.what().startsWith("preview")
                        && !it.what().startsWith("pull"))
                .sorted(Comparator.comparingInt(Decision::line))
                .toList();
        List<String> lines = new ArrayList<>(List.of(text.split("(?<=\\n)", -1)));
        for (int i = all.size() - 1; i >= 0; i--) {
            edited(lines, all.get(i));
        }
        String better = String.join("", lines);
        boolean same = new Same(file).holds(better) && renamed(better) == count(decisions) - all.size();
        if (same) {
            changed.addAll(all);
        }
        return same ? better : text;
    }

    private int renamed(String text) {
        List<Decision> decisions = new ArrayList<>();
        new Spelling(BlueprintFile.read(name, text), decisions).today();
        return count(decisions);
    }

    private static int count(List<Decision> decisions) {
        return (int) decisions.stream().filter(it -> it.kind() == Kind.RENAMED).count();
    }

    /** Says whether a text means what a file means. */
    private final class Same {
        private final BlueprintFile file;

        Same(BlueprintFile file) {
            this.file = file;
        }

        boolean holds(String text) {
            try {
                return meaning(BlueprintFile.read(name, text)).equals(meaning(file));
            } catch (DocumentException | ImportException e) {
                return false;
            }
        }

        private Object meaning(BlueprintFile it) {
            return Meaning.of(new Spelling(it, new ArrayList<>()).today());
        }
    }

    private static Optional<String> edited(String text, Decision decision) {
        return edited(new ArrayList<>(List.of(text.split("(?<=\n)", -1))), decision);
    }

    /** Changes the line that a decision is about, or one of the next: a reference has its type among its lines. */
    private static Optional<String> edited(List<String> lines, Decision decision) {
        for (int at = decision.line() - 1; at < Math.min(lines.size(), decision.line() + 8); at++) {
            Matcher line = LINE.matcher(lines.get(at).replaceAll("[\r\n]+$", ""));
            String end = lines.get(at).endsWith("\r\n") ? "\r\n" : "\n";
            if (line.matches() && decision.what().startsWith(line.group("key"))) {
                return replaced(line, lines, at, end);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> replaced(Matcher line, List<String> lines, int at, String end) {
        String value = line.group("value");
        String tail = line.group("tail");
        boolean on = value.replaceAll("[\"']", "").toLowerCase(Locale.ROOT).matches("true|yes|on");
        String last = lines.get(at).endsWith("\n") ? end : "";
        String inner = " ".repeat(line.group("head").length() + 2);
        Optional<String> written = switch (line.group("key")) {
            case "env" -> Optional.of("runtime" + line.group("colon") + value + tail);
            case "type" -> Optional.of("type" + line.group("colon") + "keyvalue" + tail);
            case "autoDeploy" -> Optional.of("autoDeployTrigger: " + (on ? "commit" : "\"off\"") + tail);
            case "domain" -> Optional.of("domains:" + end + inner + "- " + value + tail);
            default -> Optional.empty();
        };
        if (written.isPresent()) {
            lines.set(at, line.group("head") + written.get() + last);
            return Optional.of(String.join("", lines));
        }
        String child = switch (line.group("key")) {
            case "previewPlan" -> "plan: " + value;
            case "previewsExpireAfterDays" -> "expireAfterDays: " + value;
            default -> "generation: " + (on ? "automatic" : "\"off\"");
        };
        return Optional.of(preview(lines, at, line.group("head"), inner + child + tail, last, end));
    }

    /** Puts a line below the map of previews, or makes the map; a second one would be refused. */
    private static String preview(List<String> lines, int at, String head, String child, String last, String end) {
        String column = " ".repeat(head.length());
        for (int there = 0; there < lines.size(); there++) {
            boolean map = lines.get(there).matches("(?s)( *- +| *)previews: *(#.*)?\\R?")
                    && lines.get(there).indexOf("previews") == head.length();
            if (map && sameMap(lines, there, at, column)) {
                lines.set(there, lines.get(there) + child + end);
                lines.remove(at);
                return String.join("", lines);
            }
        }
        lines.set(at, head + "previews:" + end + child + last);
        return String.join("", lines);
    }

    /** Says whether nothing between two lines ends the map that both are in. */
    private static boolean sameMap(List<String> lines, int one, int other, String column) {
        for (int i = Math.min(one, other) + 1; i <= Math.max(one, other); i++) {
            String line = lines.get(i);
            if (!line.isBlank()
                    && !line.strip().startsWith("#")
                    && (!line.startsWith(column) || i == other && line.startsWith(column + "-"))) {
                return false;
            }
        }
        return true;
    }
}
