package dev.davit.render.sandbox;

import java.util.Map;

/**
 * Hold what the instances of one deploy run with.
 *
 * @param service the service's name
 * @param deploy the deploy's id
 * @param image the image; empty for what is built from a repository
 * @param commit the commit; empty for an image
 * @param healthCheckPath the path of the health check; empty without one
 * @param environment the variables that they see, those of linked groups among them
 */
public record Version(
        String service,
        String deploy,
        String image,
        String commit,
        String healthCheckPath,
        Map<String, String> environment) {

    /** Keep the variables from changing. */
    public Version {
        environment = Map.copyOf(environment);
    }

    /** Write it without the variables' values. */
    @Override
    public String toString() {
        return service + " " + deploy + " " + image + commit + " " + environment.keySet();
    }
}
