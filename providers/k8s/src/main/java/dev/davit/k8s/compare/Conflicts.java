package dev.davit.k8s.compare;

import dev.davit.document.MapNode;
import dev.davit.k8s.cluster.Cause;
import dev.davit.k8s.cluster.Reply;
import dev.davit.k8s.compare.ManagedFields.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Read which fields an apply cannot have because others hold them. */
final class Conflicts {
    private static final String REASON = "FieldManagerConflict";
    private static final Pattern MANAGER = Pattern.compile("conflict with \"((?:[^\"\\\\]|\\\\.)*)\"");

    private Conflicts() {}

    static boolean isIn(Reply reply) {
        return reply.conflict()
                && reply.causes().stream().anyMatch(it -> it.reason().equals(REASON));
    }

    /**
     * Read them.
     *
     * @param reply the refusal
     * @param live the object as it is
     * @param forced the object as it would be with all fields taken: what we own there gives the paths of the server's words
     */
    static List<Conflict> of(Reply reply, ManagedFields live, MapNode forced) {
        Map<String, Path> byText = new HashMap<>();
        ManagedFields.of(forced).of(Managers::isOurs).paths().forEach(it -> byText.put(it.serverText(), it));
        List<Conflict> conflicts = new ArrayList<>();
        for (Cause cause : reply.causes()) {
            if (cause.reason().equals(REASON)) {
                Path path = byText.getOrDefault(cause.field(), plain(cause.field()));
                conflicts.add(conflict(path, manager(cause.message()), live));
            }
        }
        return conflicts;
    }

    private static Path plain(String field) {
        return Path.ROOT.then(new Part.Name(field.startsWith(".") ? field.substring(1) : field));
    }

    private static String manager(String message) {
        Matcher found = MANAGER.matcher(message);
        return found.find() ? found.group(1) : "another manager";
    }

    private static Conflict conflict(Path path, String manager, ManagedFields live) {
        Optional<Entry> owner = live.ownersOf(path).stream()
                .filter(it -> it.manager().equals(manager))
                .findFirst();
        return new Conflict(
                path,
                manager,
                owner.flatMap(Entry::time),
                owner.filter(Managers::isLegacy).isPresent());
    }
}
