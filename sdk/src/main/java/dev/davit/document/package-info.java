/**
 * Trees of what a file says, whose every node knows where it came from; and their YAML and JSON.
 *
 * <p>All artifacts are built as such trees, so that a raw override can reach any field, a schema can check the whole and
 * {@code davit explain} can name the origin of each line.
 */
package dev.davit.document;
