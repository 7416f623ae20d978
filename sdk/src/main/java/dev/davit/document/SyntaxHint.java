package dev.davit.document;

import java.util.Map;

/** Says in a person's words what the parser means, and what most likely led to it. */
record SyntaxHint(String why, String fix) {
    private static final String INDENT = "indent it as its neighbours, with spaces alone";

    private static final Map<String, SyntaxHint> HINTS = Map.of(
            "mapping values are not allowed",
            new SyntaxHint(
                    "a second colon with a space after it, or a line that is indented as if it belonged to the text before",
                    "put quotes around a text with \": \" in it, or indent the line as its neighbours"),
            "expected <block end>",
            new SyntaxHint("the line is indented otherwise than the list or map that it should belong to", INDENT),
            "expected '<document start>'",
            new SyntaxHint(
                    "something begins anew here, after the file's one list or map has ended",
                    "indent the line, or turn what stands before it into a comment with #"),
            "expected chomping or indentation",
            new SyntaxHint(
                    "a text that begins with | or > begins a block of lines", "put single quotes around the text"),
            "that cannot start any token",
            new SyntaxHint(
                    "a tab, or a text that begins with a sign that YAML keeps for itself",
                    "indent with spaces, or put quotes around the text"),
            "could not find expected ':'",
            new SyntaxHint("a key without a colon, or a text that goes on in the next line", "write \"key: value\""));

    static SyntaxHint of(String problem) {
        return HINTS.entrySet().stream()
                .filter(it -> problem.contains(it.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(new SyntaxHint("", "correct the text at this place"));
    }
}
