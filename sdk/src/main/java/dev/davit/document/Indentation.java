package dev.davit.document;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.PrettyPrinter;

/**
 * Indent JSON by two spaces per level.
 *
 * <p>Jackson's own printer, set up to write the same, joins its separators by code that Java spins at its first use: a thirtieth of a
 * short run.
 */
final class Indentation implements PrettyPrinter {
    private int level;

    @Override
    public void writeRootValueSeparator(JsonGenerator out) {
        out.writeRaw('\n');
    }

    @Override
    public void writeStartObject(JsonGenerator out) {
        out.writeRaw('{');
        level++;
    }

    @Override
    public void beforeObjectEntries(JsonGenerator out) {
        line(out);
    }

    @Override
    public void writeObjectNameValueSeparator(JsonGenerator out) {
        out.writeRaw(": ");
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator out) {
        out.writeRaw(',');
        line(out);
    }

    @Override
    public void writeEndObject(JsonGenerator out, int entries) {
        end(out, entries, '}');
    }

    @Override
    public void writeStartArray(JsonGenerator out) {
        out.writeRaw('[');
        level++;
    }

    @Override
    public void beforeArrayValues(JsonGenerator out) {
        line(out);
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator out) {
        out.writeRaw(',');
        line(out);
    }

    @Override
    public void writeEndArray(JsonGenerator out, int values) {
        end(out, values, ']');
    }

    private void end(JsonGenerator out, int count, char bracket) {
        level--;
        if (count > 0) {
            line(out);
        }
        out.writeRaw(bracket);
    }

    private void line(JsonGenerator out) {
        out.writeRaw('\n');
        for (int i = 0; i < level; i++) {
            out.writeRaw("  ");
        }
    }
}
