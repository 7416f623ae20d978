package dev.davit.render.compare;

import dev.davit.document.MapNode;
import dev.davit.model.DesiredObject;
import dev.davit.plan.ObjectKey;
import dev.davit.render.ownership.StackRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds one thing that a definition wants, beside what there is of it.
 *
 * @param wanted the thing
 * @param there what has its kind and name in the workspace
 * @param live it, read to its end, if there is exactly one
 * @param entry what the stack's record says of it
 */
record Subject(DesiredObject wanted, List<MapNode> there, Optional<Live> live, Optional<StackRecord.Entry> entry) {
    ObjectKey key() {
        return new ObjectKey(wanted.kind(), "", wanted.name());
    }

    MapNode tree() {
        return wanted.tree();
    }

    /** Gives the same, wanted and read in another way. */
    Subject with(MapNode tree, Optional<Live> seen) {
        return new Subject(
                new DesiredObject(wanted.kind(), wanted.name(), wanted.resource(), tree), there, seen, entry);
    }

    Set<String> said() {
        Set<String> said = new TreeSet<>(entry.map(StackRecord.Entry::said).orElse(Set.of()));
        if (entry.flatMap(StackRecord.Entry::pin).isPresent()) {
            said.add(Builds.COMMIT);
        }
        return said;
    }

    /** Says whether it is the stack's; what there is not is nobody's. */
    boolean isOwned(StackRecord record) {
        return live.filter(it -> record.owns(key(), it.id(), createdAt(it.answer())))
                .isPresent();
    }

    /** Of an environment Render tells nobody when it was made: one that was about to be made and is there counts as that one. */
    static Instant createdAt(MapNode answer) {
        return answer.getText("createdAt").map(Instant::parse).orElse(Instant.MAX);
    }

    /** Gives what the last release said of a thing. */
    static MapNode last(Map<ObjectKey, MapNode> last, ObjectKey key) {
        return last.getOrDefault(key, new MapNode(null));
    }
}
