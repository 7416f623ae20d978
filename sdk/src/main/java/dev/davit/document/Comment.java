package dev.davit.document;

/**
 * Hold a comment of a file.
 *
 * @param line the line, from 1
 * @param text the text without the {@code #}, as it stands there
 * @param alone whether nothing else is on the line
 * @param deeper whether it is indented deeper than the next line that says something: then it belongs to what is before it
 */
public record Comment(int line, String text, boolean alone, boolean deeper) {}
