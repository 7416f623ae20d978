package dev.davit.render.importing;

import dev.davit.document.MapNode;
import dev.davit.importing.Decision;
import dev.davit.importing.Decision.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Holds what is known of a file before any Java is written, however often it is written then.
 *
 * @param file the file
 * @param today its tree in today's words
 * @param meaning what it means, by path
 * @param decisions what was renamed and understood, and what Render's schema refuses
 * @param faults what the schema says, by line
 */
record Reading(
        BlueprintFile file,
        MapNode today,
        SortedMap<String, String> meaning,
        List<Decision> decisions,
        Map<Integer, String> faults) {
    static Reading of(BlueprintFile file) {
        List<Decision> decisions = new ArrayList<>();
        MapNode today = new Spelling(file, decisions).today();
        Map<Integer, String> faults = new HashMap<>();
        for (Fault fault : Fault.in(today)) {
            faults.putIfAbsent(fault.line(), fault.words());
            decisions.add(file.decision(
                    Kind.INVALID,
                    fault.line(),
                    fault.key(),
                    fault.pointer(),
                    fault.pointer() + " " + fault.message(),
                    fault.meant() + "Render refuses the file as it is"));
        }
        return new Reading(file, today, Meaning.of(today), List.copyOf(decisions), faults);
    }

    /** Counts the values of the file. */
    int values() {
        return (int) meaning.values().stream()
                .filter(it -> !it.equals(Meaning.THERE))
                .count();
    }
}
