package dev.davit.plan;

import java.util.List;

/**
 * Hold steps that may run together. A wave starts when all of the wave before is done and ready.
 *
 * @param number counts from 1
 * @param steps the steps, in a stable order
 * @param after what it waits for, in words: {@code Job shop/credentials complete}; empty for the first
 */
public record Wave(int number, List<Step> steps, String after) {
    public Wave {
        steps = List.copyOf(steps);
    }
}
