package dev.davit.cli.view;

import java.time.Duration;

/** Writes how long something took: {@code 8s}, {@code 2m14s}, {@code 3h05m}, {@code 2d4h}. */
final class Elapsed {
    private Elapsed() {}

    static String of(Duration time) {
        if (time.toDays() > 0) {
            return time.toDays() + "d" + time.toHoursPart() + "h";
        }
        if (time.toHours() > 0) {
            return time.toHours() + "h" + twoDigits(time.toMinutesPart()) + "m";
        }
        return time.toMinutes() > 0
                ? time.toMinutes() + "m" + twoDigits(time.toSecondsPart()) + "s"
                : Math.max(0, time.toSeconds()) + "s";
    }

    private static String twoDigits(int number) {
        return (number < 10 ? "0" : "") + number;
    }
}
