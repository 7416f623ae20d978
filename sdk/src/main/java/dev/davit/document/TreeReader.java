package dev.davit.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Turn the events of one text into trees. */
final class TreeReader {
    private final String file;
    private final EventSource source;
    private final ScalarReader scalars;
    private final Budget budget;
    private final Dialect dialect;
    private Anchors anchors;
    private Origin lastOrigin;

    TreeReader(String file, String text, Dialect dialect) {
        this.file = file;
        this.dialect = dialect;
        this.source = new EventSource(file, text);
        this.scalars = new ScalarReader(source, dialect);
        this.budget = new Budget(source);
    }

    List<Node> documents() {
        List<Node> documents = new ArrayList<>();
        for (Event event = source.next(); event.getEventId() != Event.ID.StreamEnd; event = source.next()) {
            if (event instanceof DocumentStartEvent start) {
                refuseOtherVersion(start);
                anchors = new Anchors(source);
                Event root = source.next();
                documents.add(node(root, origin(root), 0));
            }
        }
        return documents;
    }

    private void refuseOtherVersion(DocumentStartEvent start) {
        if (dialect == Dialect.YAML_1_2
                && start.getSpecVersion().filter(v -> v.getMinor() != 2).isPresent()) {
            throw source.refused(
                    start,
                    "the directive %YAML",
                    "only YAML 1.2 is read, and other versions read values in other ways",
                    "remove the directive and put quotes around texts such as yes and no");
        }
    }

    private Node node(Event event, Origin origin, int depth) {
        if (event instanceof AliasEvent alias) {
            return copy(alias, anchors.named(alias), depth);
        }
        NodeEvent start = (NodeEvent) event;
        refuseTag(start);
        Anchors.Slot slot = anchors.begin(start);
        if (start instanceof ScalarEvent scalar) {
            ScalarNode node = ScalarNode.read(scalars.value(scalar), scalar.getValue(), origin);
            budget.take(event, node, depth);
            return slot.fill(node);
        }
        return slot.fill(start instanceof MappingStartEvent ? map(event, origin, depth) : list(event, origin, depth));
    }

    private MapNode map(Event start, Origin origin, int depth) {
        MapNode map = new MapNode(origin);
        budget.take(start, map, depth);
        Merge merge = new Merge(source);
        for (Event key = source.next(); key.getEventId() != Event.ID.MappingEnd; key = source.next()) {
            if (key instanceof NodeEvent node) {
                refuseTag(node);
            }
            if (dialect.merges() && Merge.isKey(key)) {
                Event value = source.next();
                merge.add(value, node(value, origin(key), depth + 1));
                continue;
            }
            String name = scalars.key(key);
            if (key instanceof ScalarEvent scalar) {
                anchors.begin(scalar).fill(ScalarNode.of(name, origin(key)));
            }
            refuseSecond(map, name, key);
            map.put(name, node(source.next(), origin(key), depth + 1));
        }
        merge.into(map);
        return map;
    }

    private ListNode list(Event start, Origin origin, int depth) {
        ListNode list = new ListNode(origin);
        budget.take(start, list, depth);
        for (Event item = source.next(); item.getEventId() != Event.ID.SequenceEnd; item = source.next()) {
            list.add(node(item, origin(item), depth + 1));
        }
        return list;
    }

    /** Not {@link Node#copy}: each node of the copy is counted, or nine aliases of nine aliases of nine fill the memory. */
    private Node copy(AliasEvent alias, Node named, int depth) {
        budget.take(alias, named, depth);
        Origin origin = named.origin().orElse(null);
        if (named instanceof MapNode map) {
            MapNode copy = new MapNode(origin);
            map.entries().forEach((key, value) -> copy.put(key, copy(alias, value, depth + 1)));
            return copy;
        }
        if (named instanceof ListNode list) {
            ListNode copy = new ListNode(origin);
            list.forEach(item -> copy.add(copy(alias, item, depth + 1)));
            return copy;
        }
        return named;
    }

    private void refuseTag(NodeEvent event) {
        Optional<String> tag = event instanceof ScalarEvent scalar
                ? scalar.getTag()
                : event instanceof CollectionStartEvent start ? start.getTag() : Optional.empty();
        if (tag.isPresent()) {
            throw source.refused(
                    event,
                    "the tag " + ScalarReader.shown(tag.get()),
                    "a tag lets a file choose how it is read",
                    "remove the tag");
        }
    }

    private void refuseSecond(MapNode map, String name, Event key) {
        map.get(name).ifPresent(first -> {
            throw source.refused(
                    key,
                    "the key \"" + ScalarReader.shown(name) + "\" is there twice"
                            + first.origin()
                                    .map(o -> ", first in line " + o.at().line())
                                    .orElse(""),
                    "readers disagree on which of the two counts",
                    "keep one of them");
        });
    }

    private Origin origin(Event event) {
        int line = event.getStartMark().map(Mark::getLine).orElse(-1) + 1;
        if (lastOrigin == null || lastOrigin.at().line() != line) {
            lastOrigin = Origin.file(SourceLocation.inFile(file, line));
        }
        return lastOrigin;
    }
}
