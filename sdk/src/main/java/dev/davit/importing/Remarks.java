package dev.davit.importing;

import dev.davit.document.Comment;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.Origin;
import dev.davit.document.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Hand the comments of a file to what becomes of the lines that they stand beside or before. */
public final class Remarks {
    private final NavigableMap<Integer, List<String>> byLine = new TreeMap<>();
    private final List<String> tail = new ArrayList<>();
    private final List<String> head = new ArrayList<>();

    /** Sort the comments of a file by the lines of its documents. */
    public Remarks(List<? extends Node> documents, List<Comment> comments) {
        TreeSet<Integer> lines = new TreeSet<>();
        documents.forEach(it -> lines(it, lines));
        int first = lines.isEmpty() ? 0 : lines.first();
        for (Comment comment : comments) {
            String text = SecretLiteral.isIn(comment.text())
                    ? " (a comment that holds a secret is left out)"
                    : comment.text();
            if (comment.alone() && comment.line() < first) {
                head.add(text);
            } else {
                Integer target = comment.alone() && !comment.deeper()
                        ? lines.higher(comment.line())
                        : lines.floor(comment.line());
                if (target == null) {
                    tail.add(text);
                } else {
                    byLine.computeIfAbsent(target, it -> new ArrayList<>()).add(text);
                }
            }
        }
        trim(head);
    }

    private static int line(Node node) {
        return node.origin().map(Origin::at).map(SourceLocation::line).orElse(0);
    }

    private static void trim(List<String> lines) {
        while (!lines.isEmpty() && lines.get(lines.size() - 1).isBlank()) {
            lines.remove(lines.size() - 1);
        }
    }

    private static void lines(Node node, TreeSet<Integer> lines) {
        lines.add(line(node));
        if (node instanceof MapNode map) {
            map.entries().values().forEach(it -> lines(it, lines));
        } else if (node instanceof ListNode list) {
            list.forEach(it -> lines(it, lines));
        }
    }

    /** Give what nobody took yet of the comments at a node's lines. */
    public List<String> take(Node node) {
        TreeSet<Integer> lines = new TreeSet<>();
        lines(node, lines);
        return take(line(node), Math.max(line(node), lines.last()));
    }

    /** Give what nobody took yet of the comments at some lines. */
    public List<String> take(int from, int to) {
        List<String> taken = new ArrayList<>();
        if (from <= to) {
            NavigableMap<Integer, List<String>> range = byLine.subMap(from, true, to, true);
            range.values().forEach(taken::addAll);
            range.clear();
        }
        trim(taken);
        return taken;
    }

    /** Give what stands before all. */
    public List<String> head() {
        return head;
    }

    /** Give what is left, and what stands after all. */
    public List<String> rest() {
        List<String> rest = take(0, Integer.MAX_VALUE);
        rest.addAll(tail);
        return rest;
    }
}
