package dev.davit;

import dev.davit.document.MapNode;
import dev.davit.model.ResourceKey;
import dev.davit.model.SettingValue;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Describe a source that is built once and run by several services; in private beta at Render since September 2026.
 *
 * @param name its name, once in the workspace
 * @param source what is built, or the image that is there already
 * @param region where it is built; Oregon unless given, and it cannot change after the first build
 * @param baseDir the folder that is sent to the build of a Dockerfile; the root unless given
 * @param credential the workspace's credential for private base images, if one is needed
 * @param variables variables of the build, in order
 * @param project the project that it is listed in; empty for the Blueprint's own list
 */
public record RenderBuildSource(
        String name,
        Source source,
        Optional<Region> region,
        Optional<String> baseDir,
        Optional<String> credential,
        RenderVariables variables,
        Optional<String> project)
        implements SettingValue {
    /** The project's name of what is in no environment. */
    public static final String UNGROUPED = "";

    /** Name a source that Render builds; it must name its repository. */
    public static RenderBuildSource git(String name, BuiltSource source) {
        return of(name, source);
    }

    /** Name an image that is there already. */
    public static RenderBuildSource image(String name, Image image) {
        return of(name, image);
    }

    private static RenderBuildSource of(String name, Source source) {
        return new RenderBuildSource(
                Objects.requireNonNull(name, "name"),
                source,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                RenderVariables.NONE,
                Optional.empty());
    }

    /** Build it in a region. */
    public RenderBuildSource region(Region where) {
        return new RenderBuildSource(name, source, Optional.of(where), baseDir, credential, variables, project);
    }

    /** Send a folder to the build of a Dockerfile. */
    public RenderBuildSource baseDir(String folder) {
        return new RenderBuildSource(name, source, region, Optional.of(folder), credential, variables, project);
    }

    /** Pull private base images with a credential of the workspace. */
    public RenderBuildSource credential(String credentialName) {
        return new RenderBuildSource(name, source, region, baseDir, Optional.of(credentialName), variables, project);
    }

    /** List it in a project. */
    public RenderBuildSource in(String projectName) {
        return new RenderBuildSource(name, source, region, baseDir, credential, variables, Optional.of(projectName));
    }

    /** List it among what is in no environment. */
    public RenderBuildSource outside() {
        return in(UNGROUPED);
    }

    /** Set a variable of the build to a text. */
    public RenderBuildSource env(String key, String text) {
        return with(variables.env(key, text));
    }

    /**
     * Set a variable to another text in previews.
     *
     * @throws IllegalArgumentException if the variable was not set before
     */
    public RenderBuildSource previewValue(String key, String text) {
        return with(variables.previewValue(key, text));
    }

    /** Set a variable of the build from where Render can take it. */
    public RenderBuildSource variable(String key, RenderVariable from) {
        return with(variables.variable(key, from));
    }

    /** Let the build read a group of variables by its name on Render. */
    public RenderBuildSource envGroup(String group) {
        return with(variables.envGroup(group));
    }

    private RenderBuildSource with(RenderVariables all) {
        return new RenderBuildSource(name, source, region, baseDir, credential, all, project);
    }

    @Override
    public List<ResourceKey> resources() {
        return variables.resources();
    }

    @Override
    public MapNode toNode() {
        return new MapNode(null).put("name", name).put("variables", variables.toNode());
    }

    @Override
    public String toString() {
        return "RenderBuildSource." + (source instanceof Image ? "image" : "git") + "(" + JavaText.quoted(name) + ", "
                + source + ")...";
    }
}
