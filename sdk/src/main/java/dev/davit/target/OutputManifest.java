package dev.davit.target;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Remember which files of a folder are Davit's, by path and content.
 *
 * <p>While a write is under way the manifest also lists, as pending, what is about to be there. A pending path is only
 * Davit's where the content is the announced one: a stranger's file that appears after a crash stays a stranger's.
 */
record OutputManifest(SortedMap<String, String> files, SortedMap<String, String> pending) {
    static final String NAME = ".davit-out";
    static final OutputManifest NONE = new OutputManifest(new TreeMap<>(), new TreeMap<>());

    private static final String HEADER = "davit-out 1";
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) ([ +])(.+)");

    boolean lists(String path) {
        return files.containsKey(path);
    }

    /** Whether the content at the path is what Davit wrote or was writing there. */
    boolean wrote(String path, String digest) {
        return digest.equals(files.get(path)) || digest.equals(pending.get(path));
    }

    byte[] bytes() {
        List<String> lines = new ArrayList<>();
        files.forEach((path, digest) -> lines.add(digest + "  " + path));
        pending.forEach((path, digest) -> lines.add(digest + " +" + path));
        String body = lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
        return (HEADER + "\n" + body).getBytes(StandardCharsets.UTF_8);
    }

    /** Read a manifest as hostile text: a path in it is a file that a later write may delete. */
    static OutputManifest parse(byte[] content, String where) {
        List<String> lines = new String(content, StandardCharsets.UTF_8).lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            throw unreadable(where, "its first line is not \"" + HEADER + "\"");
        }
        OutputManifest manifest = new OutputManifest(new TreeMap<>(), new TreeMap<>());
        for (int i = 1; i < lines.size(); i++) {
            manifest.add(lines.get(i), i + 1, where);
        }
        return manifest;
    }

    private void add(String text, int number, String where) {
        Matcher line = LINE.matcher(text);
        if (!line.matches() || ArtifactPath.fault(line.group(3)).isPresent()) {
            throw unreadable(where, "line " + number + " is not a digest and a path below the folder");
        }
        Map<String, String> part = line.group(2).equals("+") ? pending : files;
        part.put(line.group(3), line.group(1));
    }

    private static OutputException unreadable(String where, String why) {
        return new OutputException(
                "the list of files that Davit wrote cannot be read",
                where,
                why,
                "delete it and run again: files whose content is still the same are taken over, others are kept");
    }
}
