package dev.davit.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class EntriesLaws {
    private record Move(boolean isPut, String key, long value) {}

    @Property(tries = 500)
    void it_is_a_linked_hash_map_whatever_is_put_and_removed(@ForAll("moves") List<Move> moves) {
        MapNode node = new MapNode(null);
        Map<String, Node> model = new LinkedHashMap<>();
        for (Move move : moves) {
            if (move.isPut()) {
                node.put(move.key(), move.value());
                model.put(move.key(), Node.of(move.value(), null));
            } else {
                assertThat(node.remove(move.key()).orElse(null)).isEqualTo(model.remove(move.key()));
            }
            assertThat(node.has(move.key())).isEqualTo(move.isPut());
        }
        Map<String, Node> entries = node.entries();
        assertThat(entries).isEqualTo(model).hasSameHashCodeAs(model).hasSize(model.size());
        assertThat(model).isEqualTo(entries);
        assertThat(List.copyOf(entries.entrySet())).isEqualTo(List.copyOf(model.entrySet()));
        assertThat(List.copyOf(entries.keySet())).isEqualTo(List.copyOf(model.keySet()));
        List<String> called = new ArrayList<>();
        entries.forEach((key, value) -> called.add(key + value));
        assertThat(called)
                .isEqualTo(model.entrySet().stream()
                        .map(it -> it.getKey() + it.getValue())
                        .toList());
        model.forEach((key, value) -> assertThat(entries.get(key)).isEqualTo(value));
        assertThat(node.copy()).isEqualTo(node);
    }

    @Example
    void who_reads_it_cannot_change_it() {
        MapNode node = new MapNode(null).put("a", 1);
        Map<String, Node> entries = node.entries();

        assertThatThrownBy(() -> entries.put("b", node)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> entries.remove("a")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(entries::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> entries.entrySet().iterator().next().setValue(node))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(node).isEqualTo(new MapNode(null).put("a", 1));
    }

    @Example
    void a_map_that_changes_while_it_is_read_says_so() {
        MapNode other = new MapNode(null).put("a", 1).put("b", 2);
        MapNode node = other.copy();

        assertThatThrownBy(() -> other.entries().forEach((key, value) -> other.remove("b")))
                .isInstanceOf(ConcurrentModificationException.class);
        assertThatThrownBy(() -> {
                    for (String key : node.entries().keySet()) {
                        node.put(key + "c", 3);
                    }
                })
                .isInstanceOf(ConcurrentModificationException.class);
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        Arbitrary<String> keys = Arbitraries.integers().between(0, 30).map(it -> "k" + it);
        Arbitrary<Boolean> puts = Arbitraries.frequency(Tuple.of(4, true), Tuple.of(1, false));
        return Combinators.combine(puts, keys, Arbitraries.longs().between(0, 5))
                .as(Move::new)
                .list()
                .ofMaxSize(80);
    }
}
