package dev.davit;

/**
 * Name a plan of Render, as its Blueprint writes it. Plans of an agreement of your own go through {@link #of}.
 *
 * @param word the plan's name in a Blueprint
 */
public record Plan(String word) {
    /** 0.1 CPU and 512 MB; sleeps when idle. */
    public static final Plan FREE = new Plan("free");
    /** 0.5 CPU and 512 MB. */
    public static final Plan STARTER = new Plan("starter");
    /** 1 CPU and 2 GB. */
    public static final Plan STANDARD = new Plan("standard");
    /** 2 CPU and 4 GB. */
    public static final Plan PRO = new Plan("pro");
    /** 4 CPU and 8 GB. */
    public static final Plan PRO_PLUS = new Plan("pro plus");
    /** 4 CPU and 16 GB. */
    public static final Plan PRO_MAX = new Plan("pro max");
    /** 8 CPU and 32 GB. */
    public static final Plan PRO_ULTRA = new Plan("pro ultra");

    public Plan {
        if (!word.matches("[A-Za-z0-9][A-Za-z0-9._ -]{0,62}")) {
            throw new IllegalArgumentException("Plan.of(" + JavaText.quoted(word)
                    + ") is no plan: write it as in render.yaml, such as \"pro plus\" or \"2c-8g\"");
        }
    }

    /**
     * Name a plan that has no constant, such as {@code "2c-8g"}. The schema of the Blueprint decides whether it exists.
     *
     * @throws IllegalArgumentException if it could not be a plan's name
     */
    public static Plan of(String word) {
        return new Plan(word);
    }

    @Override
    public String toString() {
        return "Plan.of(" + JavaText.quoted(word) + ")";
    }
}
