package dev.davit.document;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.comments.CommentType;
import org.snakeyaml.engine.v2.events.CommentEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Read the comments of a text that {@link DocumentReader} has read without a refusal. */
public final class CommentReader {
    private CommentReader() {}

    /** Give them in order. Where the parser cannot read comments in a place, those before it. */
    public static List<Comment> read(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setParseComments(true)
                .setBufferSize(text.length() + 1024)
                .setCodePointLimit(Integer.MAX_VALUE)
                .build();
        List<Comment> comments = new ArrayList<>();
        List<String> lines = text.lines().toList();
        try {
            Iterator<Event> events = new Parse(settings).parseString(text).iterator();
            while (events.hasNext()) {
                if (events.next() instanceof CommentEvent comment
                        && comment.getCommentType() != CommentType.BLANK_LINE) {
                    int line = comment.getStartMark().orElseThrow().getLine() + 1;
                    int column = comment.getStartMark().orElseThrow().getColumn();
                    boolean alone = comment.getCommentType() == CommentType.BLOCK;
                    comments.add(new Comment(line, comment.getValue(), alone, alone && column > next(lines, line)));
                }
            }
        } catch (YamlEngineException unexpected) {
            // Comments do not change what a file says; a gap is seen, a refusal would be in the way.
            return comments;
        }
        return comments;
    }

    /** Gives the indentation of the next line that says something; none at the end. */
    private static int next(List<String> lines, int line) {
        for (int i = line; i < lines.size(); i++) {
            String rest = lines.get(i).stripLeading();
            if (!rest.isEmpty() && !rest.startsWith("#")) {
                return lines.get(i).length() - rest.length();
            }
        }
        return 0;
    }
}
