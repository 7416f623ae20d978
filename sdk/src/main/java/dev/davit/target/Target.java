package dev.davit.target;

import dev.davit.check.Finding;
import dev.davit.document.MapNode;
import dev.davit.schema.Violation;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Turn a definition into what one platform reads. Found by {@code ServiceLoader}. */
public interface Target {
    /** Give the target's name: {@code render}, {@code kubernetes}. It is the folder of its files, too. */
    String name();

    /** Give the ids of the findings that synthesize reports by itself. */
    Set<String> findingIds();

    /**
     * Make the files. Pure: no network, no clock, no randomness, and the same bytes every time. Other targets may be asked meanwhile.
     *
     * @param findings takes what the target cannot do
     */
    Synthesized synthesize(Scope scope, Consumer<Finding> findings);

    /** Check one finished document against the platform's own schema. Documents may be checked side by side. */
    List<Violation> validate(MapNode document);
}
