package dev.davit.document;

import java.util.Iterator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Pull the parser's events one by one, and put its errors into our words. */
final class EventSource {
    private static final Pattern LINE_BREAK = Pattern.compile("\r\n|\r|\n");

    private final String file;
    private final String text;
    private final Iterator<Event> events;

    EventSource(String file, String text) {
        this.file = file;
        this.text = text;
        // The parser copies all it holds each time a long scalar outgrows the buffer, which costs the square of its
        // length.
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setBufferSize(text.length() + 1024)
                .setCodePointLimit(Integer.MAX_VALUE)
                .build();
        this.events = new Parse(settings).parseString(text).iterator();
    }

    Event next() {
        try {
            return events.next();
        } catch (MarkedYamlEngineException e) {
            throw syntax(e.getProblemMark().or(e::getContextMark), e.getProblem());
        } catch (ReaderException e) {
            throw character(e);
        } catch (YamlEngineException e) {
            throw syntax(Optional.empty(), e.getMessage());
        } catch (IllegalArgumentException e) {
            // Java's own exception, which knows no place, and whose words change from one Java to the next.
            throw syntax(Optional.empty(), "an escape in double quotes names no character of Unicode");
        }
    }

    DocumentException refused(Event event, String what, String why, String fix) {
        return new DocumentException(where(event.getStartMark()), what, why, fix);
    }

    private DocumentException syntax(Optional<Mark> mark, String problem) {
        String words = Escapes.visible(problem).replace("\n", " ");
        SyntaxHint hint = SyntaxHint.of(words);
        return new DocumentException(
                where(mark),
                "not valid YAML",
                hint.why().isEmpty() ? words : hint.why() + " (the parser says: " + words + ")",
                hint.fix());
    }

    /** The parser knows of such a character only how many code points come before it. */
    private DocumentException character(ReaderException e) {
        int end = text.offsetByCodePoints(0, e.getPosition());
        int line = 1;
        int lineStart = 0;
        Matcher lineBreak = LINE_BREAK.matcher(text).region(0, end);
        while (lineBreak.find()) {
            line++;
            lineStart = lineBreak.end();
        }
        return new DocumentException(
                file + ":" + line + ":" + (text.codePointCount(lineStart, end) + 1),
                String.format("the character U+%04X", e.getCodePoint()),
                "YAML does not hold it as it is",
                "write it as an escape in double quotes, or remove it");
    }

    private String where(Optional<Mark> mark) {
        return file
                + mark.map(m -> ":" + (m.getLine() + 1) + ":" + (m.getColumn() + 1))
                        .orElse("");
    }
}
