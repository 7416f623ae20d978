package dev.davit;

/** Say what is true of Render alone. */
public final class Render extends TargetSettings<Render> {
    /** Name what starts a deploy when the repository changes. */
    public enum AutoDeploy {
        /** Every commit. */
        COMMIT,
        /** A commit whose checks passed. */
        CHECKS_PASS,
        /** Nothing. */
        OFF
    }

    private Render() {
        super("render");
    }

    /** Run everything in one region: the private network does not cross regions. Oregon unless given. */
    public static Render region(Region region) {
        return new Render().set("region", region, "Render.region", region);
    }

    /** Run one resource on a plan of your choice instead of the smallest that has its processor time and memory. */
    public Render plan(Handle resource, Plan plan) {
        return setFor("plan", resource, plan, ".plan", resource, plan);
    }

    /** Say what starts a deploy; a commit whose checks passed unless given. */
    public Render autoDeploy(AutoDeploy trigger) {
        return set("autoDeploy", trigger, ".autoDeploy", trigger);
    }

    /** Let addresses outside the private network reach a data store: a CIDR block and what it is for. None may unless given. */
    public Render allow(Handle store, String cidr, String description) {
        return setFor("allow", store, cidr + " " + description, ".allow", store, cidr, description);
    }

    /** Give the address of a service that the Kubernetes target places outside Render, such as {@code https://gpu.example.com}. */
    public Render address(Service service, String url) {
        return setFor("address", service, url, ".address", service, url);
    }

    /** Edit what Render gets for a resource, last of all. */
    public Render raw(Handle resource, Raw... edits) {
        return edit(resource, null, edits);
    }
}
