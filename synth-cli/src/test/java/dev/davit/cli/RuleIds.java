package dev.davit.cli;

import dev.davit.check.Checker;
import dev.davit.check.Rule;
import dev.davit.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds every id that a finding can have: of rules, of targets, and those that the sources write out. */
final class RuleIds {
    private static final Pattern LITERAL = Pattern.compile("\"((?:[A-Z]{3}|K8S)\\d{3})\"");
    private static final List<Path> SOURCES = List.of(
            Path.of("../sdk/src/main/java"),
            Path.of("../providers/render/src/main/java"),
            Path.of("../providers/k8s/src/main/java"));

    private RuleIds() {}

    static List<Rule> rules() {
        return Checker.installed(Rule.class.getClassLoader());
    }

    static Set<String> all() throws IOException {
        Set<String> ids = new TreeSet<>();
        rules().forEach(rule -> ids.add(rule.id()));
        ServiceLoader.load(Target.class).forEach(target -> ids.addAll(target.findingIds()));
        for (Path folder : SOURCES) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.filter(it -> it.toString().endsWith(".java")).toList()) {
                    addLiterals(Files.readAllLines(file), ids);
                }
            }
        }
        return ids;
    }

    /** Comments may name what is not there. */
    private static void addLiterals(List<String> lines, Set<String> ids) {
        lines.stream()
                .filter(line -> !line.strip().startsWith("*"))
                .forEach(line -> LITERAL.matcher(line).results().forEach(it -> ids.add(it.group(1))));
    }
}
