/**
 * Keeps what Davit knows of a stack in the workspace itself: which things are the stack's, what was released, who applies now.
 *
 * <p>Things of Render take no labels, so that stands in a group of environment variables that is linked to no service, named after
 * stack and stage. A file on somebody's machine would not be there for the next person or for CI; the description or name of each
 * thing is the user's.
 */
package dev.davit.render.ownership;
