package dev.davit.render.compare;

/** Name what a change takes to reach the instances. */
public enum Deploy {
    /** Nothing. */
    NONE,
    /** A deploy of what is built already. */
    DEPLOY_ONLY,
    /** A build, then a deploy. */
    BUILD_AND_DEPLOY;

    /** Write it as the API does: {@code deploy_only}. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    static Deploy of(Difference difference) {
        if (!difference.deploys()) {
            return NONE;
        }
        return difference.reaches(Reach.BUILD) ? BUILD_AND_DEPLOY : DEPLOY_ONLY;
    }

    /** Give the one that does what either does. */
    Deploy or(Deploy other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
