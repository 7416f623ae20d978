package dev.davit;

import dev.davit.document.MapNode;
import dev.davit.model.SettingValue;

/**
 * Name an environment of a project, and what is true of it.
 *
 * @param project the project's name
 * @param name the environment's name
 * @param isolated whether nothing from other environments reaches its private network; needs a Pro workspace
 * @param guarded whether only admins of the workspace may change what is in it
 */
public record RenderEnvironment(String project, String name, boolean isolated, boolean guarded)
        implements SettingValue {
    public RenderEnvironment {
        if (project.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("RenderEnvironment.of(" + JavaText.quoted(project) + ", "
                    + JavaText.quoted(name) + ") names nothing: give the project and the environment a name");
        }
    }

    /**
     * Name one that is neither isolated nor guarded.
     *
     * @throws IllegalArgumentException if a name is blank
     */
    public static RenderEnvironment of(String project, String name) {
        return new RenderEnvironment(project, name, false, false);
    }

    /** Let nothing from other environments reach its private network. */
    public RenderEnvironment isolate() {
        return new RenderEnvironment(project, name, true, guarded);
    }

    /** Let only admins of the workspace change what is in it. */
    public RenderEnvironment guard() {
        return new RenderEnvironment(project, name, isolated, true);
    }

    @Override
    public MapNode toNode() {
        return new MapNode(null)
                .put("project", project)
                .put("name", name)
                .put("isolated", isolated)
                .put("guarded", guarded);
    }

    @Override
    public String toString() {
        return "RenderEnvironment.of(" + JavaText.quoted(project) + ", " + JavaText.quoted(name) + ")"
                + (isolated ? ".isolate()" : "") + (guarded ? ".guard()" : "");
    }
}
