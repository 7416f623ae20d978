package dev.davit;

import dev.davit.check.Rule;
import dev.davit.model.Assembly;
import java.util.List;

/**
 * Hold a definition that was run for one stage.
 *
 * @param assembly what it described
 * @param rules the rules that it added
 */
public record Evaluation(Assembly assembly, List<Rule> rules) {
    /** Run a definition for a stage. */
    public static Evaluation of(Definition definition, String stage) {
        return Infra.describe(definition, stage);
    }
}
