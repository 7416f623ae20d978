package dev.davit.importing;

import dev.davit.check.SecretPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Say whether a definition says the same as the file that it came from.
 *
 * @param unexplained differences that nothing explains; none is what an import is for
 * @param explained differences that a decision explains
 */
public record Proof(List<Difference> unexplained, List<Difference> explained) {
    /**
     * Hold one difference.
     *
     * @param path where, as the importer names places
     * @param file what the file says; empty for nothing
     * @param java what the definition says; empty for nothing
     * @param why the decision behind it; empty for none
     */
    public record Difference(String path, String file, String java, String why) {}

    public Proof {
        unexplained = List.copyOf(unexplained);
        explained = List.copyOf(explained);
    }

    /** Sort differences by whether something explains them. */
    public static Proof of(List<Difference> differences) {
        return new Proof(
                differences.stream().filter(it -> it.why().isEmpty()).toList(),
                differences.stream().filter(it -> !it.why().isEmpty()).toList());
    }

    /** Compare values by path, and look for the decision behind each difference. No secret is shown. */
    public static List<Difference> differences(
            SortedMap<String, String> file, SortedMap<String, String> java, List<Decision> decisions) {
        TreeSet<String> paths = new TreeSet<>(file.keySet());
        paths.addAll(java.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String path : paths) {
            if (!Objects.equals(file.get(path), java.get(path))) {
                Optional<Decision> decision = decisions.stream()
                        .filter(Decision::changes)
                        .filter(it -> path.equals(it.path()) || path.startsWith(it.path() + "/"))
                        .findFirst();
                boolean secret =
                        decision.filter(it -> it.kind() == Decision.Kind.SECRET).isPresent();
                differences.add(new Difference(
                        path,
                        secret ? "(a secret)" : shown(file.get(path)),
                        shown(java.get(path)),
                        decision.map(Decision::why).orElse("")));
            }
        }
        return differences;
    }

    /** An empty text is something else than nothing. */
    private static String shown(String value) {
        return value == null ? "" : value.isEmpty() ? "an empty text" : SecretPattern.hide(value);
    }
}
