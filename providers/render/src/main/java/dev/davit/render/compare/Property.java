package dev.davit.render.compare;

import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.Pointer;
import dev.davit.document.ScalarNode;
import dev.davit.render.compare.Words.Spelling;
import java.util.List;
import java.util.Optional;

/**
 * Says where a property is: in a Blueprint, in the API's answers and in requests.
 *
 * @param path in the Blueprint: {@code scaling.minInstances}
 * @param answer in an answer
 * @param request in a request; empty where a call of its own changes it
 * @param reach what a change does
 * @param initial what it is where nobody said anything; empty where Render decides
 * @param spelling how both sides write its values
 */
record Property(
        String path,
        Pointer answer,
        Optional<Pointer> request,
        Reach reach,
        Optional<Node> initial,
        Spelling spelling) {
    private static final String PROGRAM = "/serviceDetails/envSpecificDetails/";
    private static final String DETAILS = "/serviceDetails/";

    /** What all types of services have that run a program. */
    private static final List<Property> PROGRAM_PROPERTIES = List.of(
            of("region", DETAILS + "region", Reach.FIXED).spelled(Words.SAME),
            of("plan", DETAILS + "plan", Reach.DEPLOY).spelled(Words.SERVER_PLAN),
            of("runtime", DETAILS + "runtime", Reach.BUILD),
            of("buildCommand", PROGRAM + "buildCommand", Reach.BUILD).initially(""),
            of("startCommand", PROGRAM + "startCommand", Reach.DEPLOY).initially(""),
            of("dockerCommand", PROGRAM + "dockerCommand", Reach.DEPLOY).initially(""),
            of("dockerfilePath", PROGRAM + "dockerfilePath", Reach.BUILD)
                    .initially("./Dockerfile")
                    .spelled(Words.FILE),
            of("dockerContext", PROGRAM + "dockerContext", Reach.BUILD)
                    .initially(".")
                    .spelled(Words.FILE),
            of("registryCredential.fromRegistryCreds.name", PROGRAM + "registryCredential/name", Reach.BUILD)
                    .byItself(),
            of("image.url", "/imagePath", Reach.BUILD).byItself().spelled(Words.IMAGE),
            of("image.creds.fromRegistryCreds.name", "/registryCredential/name", Reach.BUILD)
                    .byItself());

    private static final List<Property> CODE_PROPERTIES = List.of(
            of("repo", "/repo", Reach.BUILD),
            of("branch", "/branch", Reach.BUILD),
            of("rootDir", "/rootDir", Reach.BUILD).initially(""),
            of("buildFilter", "/buildFilter", Reach.NOTHING)
                    .initially(new MapNode(null))
                    .spelled(Words.BUILD_FILTER),
            of(Builds.AUTO_DEPLOY, "/" + Builds.AUTO_DEPLOY, Reach.NOTHING),
            of(Builds.COMMIT, "/" + Builds.COMMIT, Reach.BUILD).byItself().initially(Builds.NEWEST));

    private static final List<Property> INSTANCE_PROPERTIES = List.of(
            new Property(
                    "preDeployCommand",
                    Pointer.parse(PROGRAM + "preDeployCommand"),
                    Optional.of(Pointer.parse(DETAILS + "preDeployCommand")),
                    Reach.DEPLOY,
                    Optional.of(ScalarNode.of("", null)),
                    Words.SAME),
            of("maxShutdownDelaySeconds", DETAILS + "maxShutdownDelaySeconds", Reach.DEPLOY)
                    .initially(30),
            of("numInstances", DETAILS + "numInstances", Reach.SCALE).byItself(),
            of("previews.generation", DETAILS + "previews/generation", Reach.NOTHING)
                    .initially("off"),
            of("disk.name", DETAILS + "disk/name", Reach.DISK).byItself(),
            of("disk.mountPath", DETAILS + "disk/mountPath", Reach.DISK).byItself(),
            of("disk.sizeGB", DETAILS + "disk/sizeGB", Reach.NOTHING).byItself());

    private static final List<Property> EDGE_PROPERTIES = List.of(
            of("renderSubdomainPolicy", DETAILS + "renderSubdomainPolicy", Reach.EDGE)
                    .initially("enabled"),
            of("ipAllowList", DETAILS + "ipAllowList", Reach.EDGE).spelled(Words.ALLOW_LIST));

    private static final List<Property> WEB_PROPERTIES = List.of(
            of("healthCheckPath", DETAILS + "healthCheckPath", Reach.DEPLOY).initially(""),
            of("maintenanceMode.enabled", DETAILS + "maintenanceMode/enabled", Reach.EDGE)
                    .byItself(),
            of("maintenanceMode.uri", DETAILS + "maintenanceMode/uri", Reach.EDGE)
                    .byItself());

    private static final List<Property> STATIC_PROPERTIES = List.of(
            of("buildCommand", DETAILS + "buildCommand", Reach.BUILD).initially(""),
            of("staticPublishPath", DETAILS + "publishPath", Reach.BUILD).initially("public"),
            of("previews.generation", DETAILS + "previews/generation", Reach.NOTHING)
                    .initially("off"));

    private static final List<Property> DATABASE_PROPERTIES = List.of(
            of("databaseName", "/databaseName", Reach.FIXED),
            of("user", "/databaseUser", Reach.FIXED),
            of("region", "/region", Reach.FIXED),
            of("postgresMajorVersion", "/version", Reach.FIXED),
            of("plan", "/plan", Reach.RESTART).spelled(Words.POSTGRES_PLAN),
            of("diskSizeGB", "/diskSizeGB", Reach.NOTHING),
            new Property(
                    "storageAutoscalingEnabled",
                    Pointer.parse("/diskAutoscalingEnabled"),
                    Optional.of(Pointer.parse("/enableDiskAutoscaling")),
                    Reach.NOTHING,
                    Optional.of(ScalarNode.of(false, null)),
                    Words.SAME),
            new Property(
                    "highAvailability.enabled",
                    Pointer.parse("/highAvailabilityEnabled"),
                    Optional.of(Pointer.parse("/enableHighAvailability")),
                    Reach.RESTART,
                    Optional.of(ScalarNode.of(false, null)),
                    Words.SAME),
            of("connectionPool", "/connectionPool", Reach.RESTART).initially("none"),
            of("ipAllowList", "/ipAllowList", Reach.EDGE).spelled(Words.ALLOW_LIST));

    private static final List<Property> KEY_VALUE_PROPERTIES = List.of(
            of("region", "/region", Reach.FIXED),
            of("plan", "/plan", Reach.RESTART).spelled(Words.KEY_VALUE_PLAN),
            new Property(
                    "maxmemoryPolicy",
                    Pointer.parse("/options/maxmemoryPolicy"),
                    Optional.of(Pointer.parse("/maxmemoryPolicy")),
                    Reach.RESTART,
                    Optional.empty(),
                    Words.DASHED),
            new Property(
                    "persistenceMode",
                    Pointer.parse("/options/persistenceMode"),
                    Optional.of(Pointer.parse("/persistenceMode")),
                    Reach.RESTART,
                    Optional.empty(),
                    Words.DASHED),
            of("ipAllowList", "/ipAllowList", Reach.EDGE).spelled(Words.ALLOW_LIST));

    /** What is left out stays where it is, whatever was said before. */
    private static final Property PLACE =
            of(Projects.ENVIRONMENT, "/" + Projects.ENVIRONMENT, Reach.MOVE).byItself();

    private static final List<Property> ENVIRONMENT_PROPERTIES = List.of(
            of("networking.isolation", "/networkIsolationEnabled", Reach.MOVE)
                    .initially("disabled")
                    .spelled(Words.ISOLATION),
            of("permissions.protection", "/protectedStatus", Reach.NOTHING)
                    .initially("disabled")
                    .spelled(Words.PROTECTION));

    /** Gives the properties of a kind that are values in its answers; lists of things have classes of their own. */
    static List<Property> of(String kind) {
        return switch (kind) {
            case Projects.PROJECT -> List.of();
            case Projects.ENVIRONMENT -> ENVIRONMENT_PROPERTIES;
            default -> joined(List.of(own(kind), List.of(PLACE)));
        };
    }

    private static List<Property> own(String kind) {
        return switch (kind) {
            case "web" ->
                joined(List.of(
                        PROGRAM_PROPERTIES, CODE_PROPERTIES, INSTANCE_PROPERTIES, EDGE_PROPERTIES, WEB_PROPERTIES));
            case "pserv", "worker" -> joined(List.of(PROGRAM_PROPERTIES, CODE_PROPERTIES, INSTANCE_PROPERTIES));
            case "cron" ->
                joined(List.of(
                        PROGRAM_PROPERTIES,
                        CODE_PROPERTIES,
                        List.of(of("schedule", DETAILS + "schedule", Reach.NOTHING))));
            case "static" -> joined(List.of(CODE_PROPERTIES, STATIC_PROPERTIES, EDGE_PROPERTIES));
            case "database" -> DATABASE_PROPERTIES;
            case "keyvalue" -> KEY_VALUE_PROPERTIES;
            default -> List.of();
        };
    }

    private static List<Property> joined(List<List<Property>> lists) {
        return lists.stream().flatMap(List::stream).toList();
    }

    private static Property of(String path, String pointer, Reach reach) {
        Pointer place = Pointer.parse(pointer);
        return new Property(path, place, Optional.of(place), reach, Optional.empty(), Words.SAME);
    }

    private Property initially(Object value) {
        Node node = value instanceof Node it ? it : ScalarNode.of(value, null);
        return new Property(path, answer, request, reach, Optional.of(node), spelling);
    }

    private Property spelled(Spelling by) {
        return new Property(path, answer, request, reach, initial, by);
    }

    private Property byItself() {
        return new Property(path, answer, Optional.empty(), reach, initial, spelling);
    }

    /** Gives what an answer says, in the Blueprint's words; nothing for null, an empty text, and what is not there. */
    Optional<Node> said(MapNode answered) {
        return answer.find(answered)
                .filter(it ->
                        !(it instanceof ScalarNode scalar && scalar.written().isEmpty()))
                .map(spelling::said);
    }

    /** Gives what a Blueprint says of it. */
    Optional<Node> wanted(MapNode blueprint) {
        if (!fits(blueprint)) {
            return Optional.empty();
        }
        Node at = blueprint;
        for (String step : path.split("\\.")) {
            if (!(at instanceof MapNode map) || map.get(step).isEmpty()) {
                return Optional.empty();
            }
            at = map.get(step).get();
        }
        return Optional.of(at);
    }

    /** Says whether what runs in such a way has it: the API has no start command for a container, nor a Dockerfile for Node.js. */
    boolean fits(MapNode blueprint) {
        String runtime = blueprint.getText("runtime").orElse("");
        boolean container = runtime.equals("docker") || runtime.equals("image");
        return container
                ? !path.equals("buildCommand") && !path.equals("startCommand")
                : runtime.isEmpty() || !path.startsWith("docker");
    }

    boolean same(Node one, Node other) {
        return spelling.meaning(one).equals(spelling.meaning(other));
    }

    /** Says whether it is as it is where nobody said anything. */
    boolean isInitial(Node value) {
        return initial.filter(it -> same(it, value)).isPresent();
    }

    /** Writes a value into a request. */
    void put(MapNode body, Node value) {
        List<String> steps = request.orElseThrow().steps();
        MapNode at = body;
        for (String step : steps.subList(0, steps.size() - 1)) {
            MapNode parent = at;
            at = parent.getMap(step).orElseGet(() -> parent.map(step, null));
        }
        at.put(steps.get(steps.size() - 1), spelling.asked(value));
    }
}
