package dev.davit.k8s.manifest;

import dev.davit.NativeRuntime.Language;

/** Names the official image of each language; source: https://hub.docker.com/search?badges=official */
final class BaseImages {
    private BaseImages() {}

    static String of(Language language) {
        return switch (language) {
            case GO -> "golang";
            case ELIXIR, NODE, PYTHON, RUBY, RUST -> language.word();
        };
    }
}
