package dev.davit.render.compare;

/**
 * Say how far a change of a property reaches. Source: https://render.com/docs/deploys and the description of the API, "Most changes
 * to a service require a new deploy to take effect"; which are the others is inferred.
 */
public enum Reach {
    /** It cannot be changed. */
    FIXED,
    /** It is what a build starts from: a build and a deploy. */
    BUILD,
    /** It takes effect with a deploy of what is built already. */
    DEPLOY,
    /** The number of instances follows at once. */
    SCALE,
    /** What stands before the instances changes at once; no instance is touched. */
    EDGE,
    /** The data store restarts. */
    RESTART,
    /** The disk of a service. */
    DISK,
    /** It is who may reach whom in the private network: no instance is touched. */
    MOVE,
    /** Nothing that runs feels it. */
    NOTHING;

    /** Say whether it takes a deploy. */
    public boolean deploys() {
        return this == BUILD || this == DEPLOY || this == DISK;
    }
}
