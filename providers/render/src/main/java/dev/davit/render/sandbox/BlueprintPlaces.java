package dev.davit.render.sandbox;

import dev.davit.document.MapNode;
import dev.davit.document.Origin;
import dev.davit.schema.Violation;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says where in a Blueprint's text an error is, in the words of the API: {@code services[0].plan}, line and column from 1. */
final class BlueprintPlaces {
    private final List<String> lines;

    BlueprintPlaces(String text) {
        this.lines = text.lines().toList();
    }

    MapNode put(MapNode error, Violation violation) {
        String pointer = violation.pointer();
        if (!pointer.isEmpty()) {
            error.put("path", path(pointer));
        }
        violation
                .origin()
                .flatMap(Origin::location)
                .map(it -> it.line())
                .ifPresent(line -> error.put("line", line).put("column", column(line, pointer)));
        return error;
    }

    private static String path(String pointer) {
        return pointer.replaceAll("/([0-9]+)(?=/|$)", "[$1]")
                .substring(1)
                .replace('/', '.')
                .replace("~1", "/")
                .replace("~0", "~");
    }

    /** The readers keep lines and no columns: the key's own is found in its line, else what the line begins with. */
    private int column(int line, String pointer) {
        String text = line <= lines.size() ? lines.get(line - 1) : "";
        String key = pointer.substring(pointer.lastIndexOf('/') + 1);
        Matcher named = Pattern.compile("(?<![\\w-])[\"']?" + Pattern.quote(key) + "[\"']?\\s*:")
                .matcher(text);
        Matcher first = Pattern.compile("[^\\s-]").matcher(text);
        return named.find() ? named.start() + 1 : first.find() ? first.start() + 1 : 1;
    }
}
