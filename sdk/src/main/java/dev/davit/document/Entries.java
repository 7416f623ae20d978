package dev.davit.document;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Hold the nodes of a map in the order in which their keys were first put; as a {@code Map} it is only to be read.
 *
 * <p>Most maps of a document have two or three keys, and there are a hundred of them in one service. A {@code LinkedHashMap} takes 250
 * bytes for each, this takes 90, and looking through few keys is faster than hashing. What is larger has an index besides.
 */
final class Entries extends AbstractMap<String, Node> {
    private static final int MOST_WITHOUT_INDEX = 16;
    private static final Object[] NONE = {};

    /** Keys at even places, each before its node. */
    private Object[] table = NONE;

    private int size;
    private Map<String, Integer> index;

    void set(String key, Node node) {
        int at = find(key);
        if (at >= 0) {
            table[2 * at + 1] = node;
            return;
        }
        if (2 * size == table.length) {
            table = Arrays.copyOf(table, Math.max(4, 2 * table.length));
        }
        table[2 * size] = key;
        table[2 * size + 1] = node;
        size++;
        if (index != null) {
            index.put(key, size - 1);
        } else if (size > MOST_WITHOUT_INDEX) {
            index = places();
        }
    }

    /** Gives what was there, or null. */
    Node drop(String key) {
        int at = find(key);
        if (at < 0) {
            return null;
        }
        Node dropped = node(at);
        System.arraycopy(table, 2 * at + 2, table, 2 * at, 2 * (size - at - 1));
        size--;
        table[2 * size] = null;
        table[2 * size + 1] = null;
        index = size > MOST_WITHOUT_INDEX ? places() : null;
        return dropped;
    }

    private Map<String, Integer> places() {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < size; i++) {
            places.put(key(i), i);
        }
        return places;
    }

    private int find(Object key) {
        if (index != null) {
            return index.getOrDefault(key, -1);
        }
        for (int i = 0; i < size; i++) {
            if (table[2 * i].equals(key)) {
                return i;
            }
        }
        return -1;
    }

    private String key(int at) {
        return (String) table[2 * at];
    }

    private Node node(int at) {
        return (Node) table[2 * at + 1];
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public boolean containsKey(Object key) {
        return find(key) >= 0;
    }

    @Override
    public Node get(Object key) {
        int at = find(key);
        return at < 0 ? null : node(at);
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super Node> action) {
        int expected = size;
        for (int i = 0; i < expected; i++) {
            action.accept(key(i), node(i));
            requireSize(expected);
        }
    }

    private void requireSize(int expected) {
        if (size != expected) {
            throw new ConcurrentModificationException();
        }
    }

    @Override
    public Set<Map.Entry<String, Node>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<String, Node>> iterator() {
                return new InOrder();
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    private final class InOrder implements Iterator<Map.Entry<String, Node>> {
        private final int expected = size;
        private int next;

        @Override
        public boolean hasNext() {
            return next < expected;
        }

        @Override
        public Map.Entry<String, Node> next() {
            requireSize(expected);
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return Map.entry(key(next), node(next++));
        }
    }
}
