package dev.davit.target;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Tell which relative paths name one file below the folder on every file system. */
final class ArtifactPath {
    private static final int LONGEST_SEGMENT = 255;
    private static final Pattern UNPORTABLE = Pattern.compile("[\\p{Cntrl}\\\\:*?\"<>|]");

    /** Windows opens a device for these, with any extension. */
    private static final Pattern DEVICE =
            Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?", Pattern.CASE_INSENSITIVE);

    private ArtifactPath() {}

    static void requireAll(Collection<String> paths) {
        Map<String, String> seen = new TreeMap<>();
        for (String path : paths) {
            fault(path).ifPresent(why -> refuse(path, why));
            String twin = seen.put(folded(path), path);
            if (twin != null) {
                refuse(path, "on some file systems it is the same file as " + twin);
            }
        }
        for (String path : paths) {
            requireNoFileAbove(path, seen);
        }
    }

    private static void requireNoFileAbove(String path, Map<String, String> seen) {
        String folder = folded(path);
        for (int slash = folder.lastIndexOf('/'); slash > 0; slash = folder.lastIndexOf('/')) {
            folder = folder.substring(0, slash);
            if (seen.containsKey(folder)) {
                refuse(path, seen.get(folder) + " cannot be a file and a folder at once");
            }
        }
    }

    static Optional<String> fault(String path) {
        if (path.equals(OutputManifest.NAME) || path.startsWith(OutputManifest.NAME + ".")) {
            return Optional.of("names that start with .davit-out are Davit's own");
        }
        for (String segment : path.split("/", -1)) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                return Optional.of("it must stay below the output folder and have no empty, \".\" or \"..\" part");
            }
            if (UNPORTABLE.matcher(segment).find()
                    || DEVICE.matcher(segment).matches()
                    || segment.endsWith(".")
                    || segment.endsWith(" ")) {
                return Optional.of("not every file system can hold a file of that name");
            }
            if (segment.getBytes(StandardCharsets.UTF_8).length > LONGEST_SEGMENT) {
                return Optional.of("a part of it is longer than 255 bytes");
            }
        }
        return Optional.empty();
    }

    private static String folded(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private static void refuse(String path, String why) {
        throw new OutputException("an artifact cannot be written", path, why, "change the id that gives this name");
    }
}
