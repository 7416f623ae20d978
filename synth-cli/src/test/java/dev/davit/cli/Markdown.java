package dev.davit.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Take a page apart into its fenced blocks. */
record Markdown(String text) {
    private static final Pattern BLOCK =
            Pattern.compile("(?m)(?:^<!-- (.*?) -->\\n\\n?)?^```(\\w*)\\n((?:.*\\n)*?)```$");

    /**
     * One fenced block.
     *
     * @param remark the comment on the line before it; empty where there is none
     */
    record Block(String remark, String language, String content) {}

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        Matcher found = BLOCK.matcher(text);
        while (found.find()) {
            String remark = found.group(1) == null ? "" : found.group(1);
            blocks.add(new Block(remark, found.group(2), found.group(3)));
        }
        return blocks;
    }
}
