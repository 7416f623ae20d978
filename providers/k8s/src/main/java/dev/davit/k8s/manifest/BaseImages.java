package dev.davit.k8s.manifest;

import dev.davit.NativeRuntime.Language;

/** Names the official image of each language; source: https://hub.docker.com/search?badges=official */
final class BaseImages {
    private BaseImages() {}

    /** Gives the version that is built with where nobody named one; source: the languages' own pages of supported versions, November 2026. */
    static String version(Language language) {
        return switch (language) {
            case NODE -> "22";
            case PYTHON -> "3.12";
            case RUBY -> "3.4";
            case GO -> "1.25";
            case RUST -> "1.88";
            case ELIXIR -> "1.18";
        };
    }

    static String of(Language language) {
        return switch (language) {
            case GO -> "golang";
            case ELIXIR, NODE, PYTHON, RUBY, RUST -> language.word();
        };
    }
}
