package dev.davit;

import dev.davit.document.MapNode;
import dev.davit.model.ResourceKey;
import dev.davit.model.SettingValue;
import java.util.List;
import java.util.Optional;

/**
 * Describe a workflow, which runs the tasks that a program dispatches with Render's SDK.
 *
 * @param name its name, once in the workspace
 * @param runtime how it is built and started; Render takes Node.js and Python
 * @param region where it runs; where all runs unless given
 * @param autoDeploy what starts a deploy; as for all services unless given
 * @param variables its variables, in order
 * @param environment where it is: in an environment; else where it is now
 * @param ungrouped whether it is taken out of its environment
 */
public record RenderWorkflow(
        String name,
        NativeRuntime runtime,
        Optional<Region> region,
        Optional<Render.AutoDeploy> autoDeploy,
        RenderVariables variables,
        Optional<RenderEnvironment> environment,
        boolean ungrouped)
        implements SettingValue {
    /** Name a workflow and what it is made of. */
    public static RenderWorkflow of(String name, NativeRuntime runtime) {
        return new RenderWorkflow(
                name, runtime, Optional.empty(), Optional.empty(), RenderVariables.NONE, Optional.empty(), false);
    }

    /** Run it in a region. */
    public RenderWorkflow region(Region where) {
        return new RenderWorkflow(name, runtime, Optional.of(where), autoDeploy, variables, environment, ungrouped);
    }

    /** Say what starts a deploy. */
    public RenderWorkflow autoDeploy(Render.AutoDeploy trigger) {
        return new RenderWorkflow(name, runtime, region, Optional.of(trigger), variables, environment, ungrouped);
    }

    /** Put it into an environment. */
    public RenderWorkflow in(RenderEnvironment where) {
        return new RenderWorkflow(name, runtime, region, autoDeploy, variables, Optional.of(where), false);
    }

    /** Take it out of the environment that it is in. */
    public RenderWorkflow outside() {
        return new RenderWorkflow(name, runtime, region, autoDeploy, variables, Optional.empty(), true);
    }

    /** Set a variable to a text. */
    public RenderWorkflow env(String key, String text) {
        return with(variables.env(key, text));
    }

    /**
     * Set a variable to another text in previews.
     *
     * @throws IllegalArgumentException if the variable was not set before
     */
    public RenderWorkflow previewValue(String key, String text) {
        return with(variables.previewValue(key, text));
    }

    /** Set a variable from where Render can take it. */
    public RenderWorkflow variable(String key, RenderVariable from) {
        return with(variables.variable(key, from));
    }

    /** Read a group of variables by its name on Render. */
    public RenderWorkflow envGroup(String group) {
        return with(variables.envGroup(group));
    }

    private RenderWorkflow with(RenderVariables all) {
        return new RenderWorkflow(name, runtime, region, autoDeploy, all, environment, ungrouped);
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
        return "RenderWorkflow.of(" + JavaText.quoted(name) + ", " + runtime + ")...";
    }
}
