package dev.davit.document;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Random texts and trees, with more than their share of what readers stumble over. */
final class Trees {
    private static final String TRICKY =
            " \t\n\r\u0085\u2028\u2029\ufeff\u0000:#-?&*!|>'\"%@`{}[],\\_~=<./+0123456789eExXoObyYnNaAfF";

    private Trees() {}

    static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withChars(TRICKY.toCharArray()).ofMaxLength(12),
                Arbitraries.strings().ascii().ofMaxLength(20),
                Arbitraries.strings().all().ofMaxLength(20).filter(text -> Surrogates.firstLone(text) < 0),
                Arbitraries.of(
                        "no", "~", "null", "0x1F", "1_000", "2024-01-01", "<<", "=", "12:30:45", "\ud83d\ude00"));
    }

    static Arbitrary<String> keys() {
        return Arbitraries.oneOf(Arbitraries.of("a", "b", "name", "spec"), texts());
    }

    private static Arbitrary<Node> scalars() {
        return Arbitraries.<Object>oneOf(
                        texts(),
                        Arbitraries.longs(),
                        Arbitraries.of(true, false),
                        Arbitraries.bigDecimals().ofScale(6),
                        Arbitraries.of(new BigDecimal("1E+99"), new BigDecimal("-2.5E-77"), BigDecimal.ZERO),
                        Arbitraries.just(null))
                .map(value -> Node.of(value, null));
    }

    static Arbitrary<Node> nodes() {
        return Arbitraries.recursive(Trees::scalars, Trees::wrapped, 0, 3);
    }

    private static Arbitrary<Node> wrapped(Arbitrary<Node> inner) {
        Arbitrary<Node> lists = inner.list().ofMaxSize(3).map(items -> Node.of(items, null));
        return Arbitraries.oneOf(lists, maps(inner).map(map -> (Node) map));
    }

    private static Arbitrary<MapNode> maps(Arbitrary<Node> inner) {
        return Arbitraries.maps(keys(), inner).ofMaxSize(3).map(entries ->
                (MapNode) Node.of(new LinkedHashMap<>(entries), null));
    }

    static Arbitrary<MapNode> documents() {
        return maps(nodes());
    }

    static Arbitrary<List<MapNode>> files() {
        return documents().list().ofMinSize(1).ofMaxSize(3);
    }
}
