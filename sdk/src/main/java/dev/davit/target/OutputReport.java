package dev.davit.target;

import java.util.List;

/**
 * List what a write did; every list is sorted and holds paths relative to the output folder.
 *
 * @param written files that are new or have new content
 * @param removed files of an earlier write that were no longer wanted
 * @param unchanged files that already had the wanted content and were not touched
 * @param overwrittenEdits files of {@code written} that someone had edited since the earlier write
 * @param keptEdits files that are no longer wanted but were edited: left in place, and foreign from now on
 */
public record OutputReport(
        List<String> written,
        List<String> removed,
        List<String> unchanged,
        List<String> overwrittenEdits,
        List<String> keptEdits) {
    public OutputReport {
        written = List.copyOf(written);
        removed = List.copyOf(removed);
        unchanged = List.copyOf(unchanged);
        overwrittenEdits = List.copyOf(overwrittenEdits);
        keptEdits = List.copyOf(keptEdits);
    }
}
