package dev.davit.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Hold nodes in an order. */
public final class ListNode implements Node, Iterable<Node> {
    private final List<Node> items = new ArrayList<>();
    private final Origin origin;

    /** Make an empty list; the origin may be null. */
    public ListNode(Origin origin) {
        this.origin = origin;
    }

    /** Put a value at the end; it inherits the list's origin unless it is a node. */
    public ListNode add(Object value) {
        items.add(Node.of(value, origin));
        return this;
    }

    /** Put a node before the item at an index from 0, or at the end. */
    public void insert(int index, Node item) {
        items.add(index, item);
    }

    /** Replace the item at an index from 0. */
    public void set(int index, Node item) {
        items.set(index, item);
    }

    /** Remove the item at an index from 0. */
    public void remove(int index) {
        items.remove(index);
    }

    /** Give the item at an index from 0. */
    public Node get(int index) {
        return items.get(index);
    }

    /** Count the items. */
    public int size() {
        return items.size();
    }

    /** Give the items, not to be changed. */
    public List<Node> items() {
        return Collections.unmodifiableList(items);
    }

    @Override
    public Iterator<Node> iterator() {
        return items().iterator();
    }

    @Override
    public Optional<Origin> origin() {
        return Optional.ofNullable(origin);
    }

    @Override
    public ListNode copy() {
        ListNode copy = new ListNode(origin);
        items.forEach(item -> copy.add(item.copy()));
        return copy;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ListNode list && list.items.equals(items);
    }

    @Override
    public int hashCode() {
        return items.hashCode();
    }

    @Override
    public String toString() {
        return items.toString();
    }
}
