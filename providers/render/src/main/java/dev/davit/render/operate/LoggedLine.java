package dev.davit.render.operate;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.target.LogLine;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds an entry of Render's log.
 *
 * @param id its id, which tells it from one that says the same
 * @param time when it was written
 * @param labels its labels by name
 * @param message what was written; may have several lines
 */
record LoggedLine(String id, Instant time, Map<String, String> labels, String message) {
    static LoggedLine of(MapNode entry) {
        Map<String, String> labels = new HashMap<>();
        entry.getList("labels").map(ListNode::items).orElse(List.of()).stream()
                .map(MapNode.class::cast)
                .forEach(it -> labels.putIfAbsent(
                        it.getText("name").orElse(""), it.getText("value").orElse("")));
        return new LoggedLine(
                entry.getText("id").orElse(""),
                entry.getText("timestamp").map(Instant::parse).orElse(Instant.EPOCH),
                labels,
                entry.getText("message").orElse(""));
    }

    /**
     * Gives it line by line.
     *
     * @param names the names of resources by their ids
     */
    List<LogLine> lines(Map<String, String> names) {
        String id = labels.getOrDefault("resource", "");
        return Arrays.stream(message.stripTrailing().split("\r?\n", -1))
                .map(it -> new LogLine(time, names.getOrDefault(id, id), labels.getOrDefault("instance", ""), it))
                .toList();
    }
}
