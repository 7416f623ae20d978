package dev.davit.render.api;

import java.io.IOException;

/** Say that an answer came whole and cannot be read; another try would bring the same. */
final class UnusableAnswerException extends IOException {
    private static final long serialVersionUID = 1;

    UnusableAnswerException(String what) {
        super(what);
    }
}
