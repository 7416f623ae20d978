package dev.davit.render.sandbox;

/**
 * Say what a deploy does that finds another one under way. It is a setting of the workspace that the API cannot change; source:
 * https://render.com/docs/deploys.
 */
public enum Overlap {
    /** Wait for the other; of those that wait only the newest runs. The default of workspaces since 2025-07-14. */
    WAIT,
    /** Cancel the other. */
    OVERRIDE
}
