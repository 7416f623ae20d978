package dev.davit.k8s.compare;

import java.time.Instant;
import java.util.Optional;

/**
 * Hold a field that another manager set to another value.
 *
 * @param path the field
 * @param manager who set it
 * @param since when they last did
 * @param legacy whether that is a tool that can hand over
 */
record Conflict(Path path, String manager, Optional<Instant> since, boolean legacy) {}
