package dev.davit.render.blueprint;

import dev.davit.NativeRuntime;
import dev.davit.NativeRuntime.Language;
import java.util.Optional;

/** Knows how Render is told a language's version; source: https://render.com/docs/language-support */
final class Languages {
    private Languages() {}

    static Optional<String> variable(Language language) {
        return Optional.ofNullable(
                switch (language) {
                    case NODE -> "NODE_VERSION";
                    case PYTHON -> "PYTHON_VERSION";
                    case ELIXIR -> "ELIXIR_VERSION";
                    case RUST -> "RUSTUP_TOOLCHAIN";
                    case RUBY, GO -> null;
                });
    }

    static String elsewhere(NativeRuntime runtime) {
        String file = runtime.language() == Language.RUBY ? ".ruby-version or the Gemfile" : "go.mod";
        return "Render takes the version of " + runtime.language().word() + " from " + file + ": write "
                + runtime.version().orElse("it") + " there";
    }
}
