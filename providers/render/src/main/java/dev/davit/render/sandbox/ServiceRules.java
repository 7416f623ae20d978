package dev.davit.render.sandbox;

/** Refuses services that Render does not run; sources: https://render.com/docs/blueprint-spec, /scaling, /disks and /free. */
final class ServiceRules {
    /** Run at most so many instances; source: https://render.com/docs/scaling. */
    private static final int MOST_INSTANCES = 100;

    private ServiceRules() {}

    static void check(Entity service) {
        ServiceType type = ServiceType.of(service);
        Entity details = service.part("serviceDetails");
        refuse(
                type != ServiceType.STATIC_SITE && details.text("runtime").equals("image") && !service.has("imagePath"),
                "image is required for the runtime image");
        refuse(
                !details.text("runtime").equals("image") && !service.has("repo"),
                "repo is required unless the runtime is image");
        boolean free = details.text("plan").equals("free");
        refuse(
                free
                        && details.has("envSpecificDetails")
                        && details.part("envSpecificDetails")
                                .find("preDeployCommand")
                                .isPresent(),
                "preDeployCommand needs a paid plan");
        refuse(free && details.flag("_ownShutdownDelay"), "maxShutdownDelaySeconds needs a paid plan");
        refuse(free && details.has("disk"), "a disk needs a paid plan");
        refuse(free && scales(details), "a free web service runs one instance");
        refuse(details.has("disk") && scales(details), "a service with a disk runs one instance");
        refuse(details.number("numInstances", 1) > MOST_INSTANCES, "numInstances must be at most " + MOST_INSTANCES);
        if (details.has("autoscaling")) {
            autoscaling(details.part("autoscaling"));
        }
    }

    private static void autoscaling(Entity asked) {
        long min = asked.number("min", 1);
        long max = asked.number("max", 1);
        refuse(
                min < 1 || max < min || max > MOST_INSTANCES,
                "min and max must be 1 <= min <= max <= " + MOST_INSTANCES);
        for (String measure : new String[] {"cpu", "memory"}) {
            Entity criterion = asked.part("criteria").part(measure);
            long percentage = criterion.number("percentage", 0);
            refuse(
                    criterion.flag("enabled") && (percentage < 1 || percentage > 90),
                    "criteria." + measure + ".percentage must be from 1 to 90");
        }
    }

    private static boolean scales(Entity details) {
        return details.number("numInstances", 1) > 1
                || details.has("autoscaling") && details.part("autoscaling").flag("enabled");
    }

    private static void refuse(boolean broken, String message) {
        if (broken) {
            throw Problem.badRequest(message);
        }
    }
}
