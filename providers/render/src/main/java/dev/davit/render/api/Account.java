package dev.davit.render.api;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** Say where the API is, who we are there, and in which workspace. */
interface Account {
    URI address();

    ApiKey key(Instant now);

    /** Give the workspace that is meant where none is named. */
    Optional<Wish> workspace();

    /**
     * Hold a workspace as somebody named it.
     *
     * @param text its name or id
     * @param source where that stands
     */
    record Wish(String text, String source) {}

    /** Give one that is all said by a program. */
    static Account of(URI address, ApiKey key) {
        return new Account() {
            @Override
            public URI address() {
                return address;
            }

            @Override
            public ApiKey key(Instant now) {
                return key;
            }

            @Override
            public Optional<Wish> workspace() {
                return Optional.empty();
            }
        };
    }
}
