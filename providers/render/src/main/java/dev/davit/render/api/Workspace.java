package dev.davit.render.api;

/**
 * Name a workspace of Render; the API calls it an owner.
 *
 * @param id its id, such as {@code tea-cph1rs3idesc73a2b2mg}
 * @param name its name
 */
public record Workspace(String id, String name) {
    /** Write name and id, as messages do. */
    @Override
    public String toString() {
        return name + " (" + id + ")";
    }
}
