package dev.davit.cli.view;

import dev.davit.apply.StepResult;

/** Says how a step ended in a word that can be told without colour. */
final class StepText {
    private StepText() {}

    static String word(StepResult.State state) {
        return switch (state) {
            case DONE -> "done";
            case WAS_DONE -> "was done";
            case FAILED -> "FAILED";
            case NOT_READY -> "LATE";
            case NOT_AWAITED -> "sent";
            case SKIPPED -> "skipped";
        };
    }

    static Paint paint(StepResult.State state) {
        return switch (state) {
            case DONE, WAS_DONE -> Paint.GOOD;
            case FAILED, NOT_READY -> Paint.BAD;
            case NOT_AWAITED, SKIPPED -> Paint.CHANGED;
        };
    }
}
