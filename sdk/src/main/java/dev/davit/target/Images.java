package dev.davit.target;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Look up the images that a build made of sources: from {@code --image} and from {@code images.lock}.
 *
 * @param byId image references by the workload's id
 */
public record Images(Map<String, String> byId) {
    /** Know none. */
    public static final Images NONE = new Images(Map.of());

    private static final Pattern LINE = Pattern.compile("([a-z][a-z0-9-]*)=([A-Za-z0-9][A-Za-z0-9._:/@-]*)");

    public Images {
        byId = Collections.unmodifiableMap(new LinkedHashMap<>(byId));
    }

    /**
     * Read lines of {@code id=reference}; empty lines and those that start with {@code #} say nothing.
     *
     * @param origin what to call the lines' source in a message: {@code images.lock}
     * @throws IllegalArgumentException for the first line that says something else, or names an id twice
     */
    public static Images parse(List<String> lines, String origin) {
        Map<String, String> byId = new LinkedHashMap<>();
        int number = 0;
        for (String line : lines) {
            number++;
            String text = line.strip();
            if (text.isEmpty() || text.startsWith("#")) {
                continue;
            }
            var matcher = LINE.matcher(text);
            if (!matcher.matches()) {
                throw new IllegalArgumentException(origin + ":" + number + ": expected ID=IMAGE, such as"
                        + " web=ghcr.io/acme/web@sha256:..., and found something else");
            }
            if (byId.put(matcher.group(1), matcher.group(2)) != null) {
                throw new IllegalArgumentException(
                        origin + ":" + number + ": " + matcher.group(1) + " has an image already; keep one");
            }
        }
        return new Images(byId);
    }

    /** Take the images of another first, and these where it has none. */
    public Images under(Images other) {
        Map<String, String> both = new LinkedHashMap<>(byId);
        both.putAll(other.byId);
        return new Images(both);
    }

    /** Give the image of a workload, if a build made one. */
    public Optional<String> of(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
