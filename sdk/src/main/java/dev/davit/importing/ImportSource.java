package dev.davit.importing;

import java.nio.file.Path;
import java.util.Optional;

/** Say what is to be imported. */
public sealed interface ImportSource {
    /** Give it as messages name it. */
    String name();

    /**
     * Name a file or a folder.
     *
     * @param path where it is
     * @param scope the part of the platform that it is for, such as a namespace, where it does not say so itself
     */
    record File(Path path, Optional<String> scope) implements ImportSource {
        @Override
        public String name() {
            return path.toString();
        }
    }

    /**
     * Hold a text that was read already.
     *
     * @param name what messages call it
     * @param text the text
     * @param scope as of a file
     */
    record Text(String name, String text, Optional<String> scope) implements ImportSource {}

    /**
     * Name what is live.
     *
     * @param place the place, such as a context of a kubeconfig or a workspace; empty for the current one
     * @param scope the part of it that is read, such as a namespace or an environment; empty for the usual one
     * @param selector which objects are read, in the platform's own words; empty for all
     * @param sandbox the file of the platform's own sandbox, which then is the place; empty for the platform itself
     */
    record Live(Optional<String> place, Optional<String> scope, Optional<String> selector, Optional<Path> sandbox)
            implements ImportSource {
        /** Name what is live on the platform itself. */
        public Live(Optional<String> place, Optional<String> scope, Optional<String> selector) {
            this(place, scope, selector, Optional.empty());
        }

        @Override
        public String name() {
            return "live objects";
        }
    }
}
