package dev.davit.cli.command;

import dev.davit.cli.ExitCode;
import dev.davit.cli.Failure;
import dev.davit.cli.Terminal;

/** Gets a word of approval, or ends the command. */
record Approval(Terminal terminal, String word, String option) {
    static Approval yes(Terminal terminal) {
        return new Approval(terminal, "yes", "--yes");
    }

    /** Ends a command that nobody could approve later, before it does any work. */
    void requireSomebody(String command) {
        if (!terminal.canAsk()) {
            throw new Failure(
                    ExitCode.NEEDS_APPROVAL,
                    "this needs approval, and there is nobody to ask",
                    command,
                    "there is no terminal, or this is CI",
                    "look at davit plan, then add " + option);
        }
    }

    void ask(String question) {
        String answer = terminal.ask(question).orElse("").strip();
        if (!answer.equals(word)) {
            throw new Failure(
                    ExitCode.FAILED, "not approved: nothing was changed", "", "the answer was not " + word, "");
        }
    }
}
