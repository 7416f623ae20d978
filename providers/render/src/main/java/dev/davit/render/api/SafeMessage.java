package dev.davit.render.api;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.ScalarNode;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;

/** Make what the API says fit to be shown: one short line, without the secrets of the request, which an API may quote. */
final class SafeMessage {
    /** Where secrets stand in what is sent: variables, secret files, credentials of registries, log and metric streams. */
    private static final Set<String> SECRET = Set.of("value", "content", "authToken", "token");

    /** What is shorter is part of many words, and no secret. */
    private static final int SHORTEST = 4;

    private static final int LONGEST_MESSAGE = 500;

    private SafeMessage() {}

    static String of(Answer answer, Call call, ApiKey key) {
        Set<String> secrets =
                new TreeSet<>(Comparator.comparing(String::length).reversed().thenComparing(it -> it));
        secrets.add(key.value());
        call.body().ifPresent(it -> collect(it, secrets));
        String text = answer.message();
        for (String secret : secrets) {
            text = text.replace(secret, "***");
        }
        // Last, or a line that is joined or cut would no longer be found.
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() > LONGEST_MESSAGE ? line.substring(0, LONGEST_MESSAGE) + "..." : line;
    }

    private static void collect(Node node, Set<String> secrets) {
        if (node instanceof ListNode list) {
            list.forEach(it -> collect(it, secrets));
        } else if (node instanceof MapNode map) {
            map.entries().forEach((key, value) -> {
                String text = value instanceof ScalarNode scalar ? String.valueOf(scalar.value()) : "";
                if (SECRET.contains(key) && text.length() >= SHORTEST) {
                    secrets.add(text);
                }
                collect(value, secrets);
            });
        }
    }
}
