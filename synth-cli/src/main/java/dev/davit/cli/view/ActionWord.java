package dev.davit.cli.view;

import dev.davit.plan.Action;

/** Shows what happens to an object: a sign, a word, and a colour for those who see it. */
enum ActionWord {
    CREATE("+", Paint.GOOD),
    UPDATE("~", Paint.CHANGED),
    ADOPT("=", Paint.OTHER),
    REPLACE("!", Paint.BAD),
    DELETE("-", Paint.BAD);

    /** The longest word, and its sign. */
    static final int WIDTH = 9;

    private final String sign;
    private final Paint paint;

    ActionWord(String sign, Paint paint) {
        this.sign = sign;
        this.paint = paint;
    }

    static ActionWord of(Action action) {
        return valueOf(action.name());
    }

    Page.Line on(Page.Line line) {
        return line.add(paint, sign + " " + name());
    }
}
