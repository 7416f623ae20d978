package dev.davit.testcluster;

import java.util.List;

enum Nodes {
    FAKE(List.of()),
    REAL(List.of("--node"));

    private final List<String> options;

    Nodes(List<String> options) {
        this.options = options;
    }

    /** Give what the script's {@code ready} and {@code up} are told. */
    List<String> options() {
        return options;
    }
}
