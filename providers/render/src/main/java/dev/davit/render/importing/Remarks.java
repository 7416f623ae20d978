package dev.davit.render.importing;

import dev.davit.check.SecretPattern;
import dev.davit.document.Comment;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Hands the comments of a file to what becomes of the lines that they stand beside or before. */
final class Remarks {
    private final NavigableMap<Integer, List<String>> byLine = new TreeMap<>();
    private final List<String> tail = new ArrayList<>();
    private final List<String> head = new ArrayList<>();

    Remarks(BlueprintFile file) {
        TreeSet<Integer> lines = new TreeSet<>();
        lines(file.root(), lines);
        int first = lines.isEmpty() ? 0 : lines.first();
        for (Comment comment : file.comments()) {
            String text = SecretPattern.in(comment.text()).isPresent()
                    ? " (a comment that holds a secret is left out)"
                    : comment.text();
            if (comment.alone() && comment.line() < first) {
                head.add(text);
            } else {
                Integer target = comment.alone() ? lines.higher(comment.line()) : lines.floor(comment.line());
                if (target == null) {
                    tail.add(text);
                } else {
                    byLine.computeIfAbsent(target, it -> new ArrayList<>()).add(text);
                }
            }
        }
        trim(head);
    }

    private static void trim(List<String> lines) {
        while (!lines.isEmpty() && lines.get(lines.size() - 1).isBlank()) {
            lines.remove(lines.size() - 1);
        }
    }

    private static void lines(Node node, TreeSet<Integer> lines) {
        lines.add(BlueprintFile.line(node));
        if (node instanceof MapNode map) {
            map.entries().values().forEach(it -> lines(it, lines));
        } else if (node instanceof ListNode list) {
            list.forEach(it -> lines(it, lines));
        }
    }

    /** Gives what nobody took yet of the comments at a node's lines. */
    List<String> take(Node node) {
        TreeSet<Integer> lines = new TreeSet<>();
        lines(node, lines);
        return take(BlueprintFile.line(node), Math.max(BlueprintFile.line(node), lines.last()));
    }

    List<String> take(int from, int to) {
        List<String> taken = new ArrayList<>();
        if (from <= to) {
            NavigableMap<Integer, List<String>> range = byLine.subMap(from, true, to, true);
            range.values().forEach(taken::addAll);
            range.clear();
        }
        trim(taken);
        return taken;
    }

    /** Gives what stands before all. */
    List<String> head() {
        return head;
    }

    /** Gives what is left, and what stands after all. */
    List<String> rest() {
        List<String> rest = take(0, Integer.MAX_VALUE);
        rest.addAll(tail);
        return rest;
    }
}
