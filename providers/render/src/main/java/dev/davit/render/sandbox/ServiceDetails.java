package dev.davit.render.sandbox;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import java.time.Instant;

/** Fills in and changes what sets a service apart: {@code serviceDetails} and where its code comes from. */
final class ServiceDetails {
    private static final String DETAILS = "serviceDetails";
    private static final String RUNS_AS = "envSpecificDetails";

    private final World world;
    private final Disks disks;

    ServiceDetails(World world) {
        this.world = world;
        this.disks = new Disks(world);
    }

    void create(Entity service, Entity asked, Instant now) {
        ServiceType type = ServiceType.of(service);
        if (!asked.has(DETAILS)) {
            throw Problem.badRequest("serviceDetails is required");
        }
        Entity given = asked.part(DETAILS);
        RequestSchemas.check(type.details("POST"), given.tree(), "/" + DETAILS);
        Entity details = service.part(DETAILS);
        details.put("buildPlan", "starter")
                .put("previews", new MapNode(null).put("generation", "off"))
                .put("pullRequestPreviewsEnabled", "no");
        if (type == ServiceType.STATIC_SITE) {
            site(service, details, given);
        } else {
            server(service, details, given, type);
        }
        details.take(given, "previews", "pullRequestPreviewsEnabled", "renderSubdomainPolicy", "ipAllowList");
        source(service, asked, true);
        ServiceRules.check(service);
    }

    private void site(Entity service, Entity details, Entity given) {
        details.put("buildCommand", "")
                .put("publishPath", "public")
                .put("url", url(service))
                .put("renderSubdomainPolicy", "enabled")
                .put("ipAllowList", new ListNode(null))
                .take(given, "buildCommand", "publishPath");
        SiteRules.replace(world, service, Kind.HEADER, given.list("headers"));
        SiteRules.replace(world, service, Kind.ROUTE, given.list("routes"));
    }

    private void server(Entity service, Entity details, Entity given, ServiceType type) {
        details.put("region", "oregon").put("plan", "starter").take(given, "region", "plan", "runtime");
        details.put("env", details.text("runtime"));
        program(details, given);
        if (type == ServiceType.CRON_JOB) {
            details.take(given, "schedule");
            details.remove("previews");
            details.remove("pullRequestPreviewsEnabled");
            return;
        }
        details.put("numInstances", 1)
                .put("maxShutdownDelaySeconds", 30)
                .put("sshAddress", service.id() + "@ssh." + details.text("region") + ".render.com")
                .take(given, "numInstances", "maxShutdownDelaySeconds", "autoscaling");
        if (given.has("maxShutdownDelaySeconds")) {
            details.put("_ownShutdownDelay", true);
        }
        if (type != ServiceType.BACKGROUND_WORKER) {
            details.put("openPorts", new ListNode(null)).put("url", url(service));
        }
        if (type == ServiceType.WEB_SERVICE) {
            details.put("healthCheckPath", "")
                    .put("renderSubdomainPolicy", "enabled")
                    .put("ipAllowList", new ListNode(null))
                    .take(given, "healthCheckPath", "maintenanceMode", "internalRouting");
        }
    }

    private static String url(Entity service) {
        boolean inside = ServiceType.of(service) == ServiceType.PRIVATE_SERVICE;
        return inside ? service.text("slug") + ":10000" : "https://" + service.text("slug") + ".onrender.com";
    }

    /** Writes how the program is built and started, in the words of its runtime. */
    private void program(Entity details, Entity given) {
        Entity program = details.part(RUNS_AS);
        Entity asked = given.has(RUNS_AS) ? given.part(RUNS_AS) : Entity.empty();
        String runtime = details.text("runtime");
        if (runtime.equals("docker") || runtime.equals("image")) {
            program.remove("buildCommand");
            program.remove("startCommand");
            program.putIfAbsent("dockerCommand", "")
                    .putIfAbsent("dockerContext", runtime.equals("docker") ? "." : "")
                    .putIfAbsent("dockerfilePath", runtime.equals("docker") ? "./Dockerfile" : "")
                    .take(asked, "dockerCommand", "dockerContext", "dockerfilePath");
            asked.find("registryCredentialId")
                    .ifPresent(it ->
                            program.put("registryCredential", credential(it).shown()));
        } else {
            program.remove("dockerCommand");
            program.remove("dockerContext");
            program.remove("dockerfilePath");
            program.remove("registryCredential");
            program.putIfAbsent("buildCommand", "")
                    .putIfAbsent("startCommand", "")
                    .take(asked, "buildCommand", "startCommand");
        }
        program.take(asked, "preDeployCommand").take(given, "preDeployCommand");
    }

    private Entity credential(String id) {
        return world.state().get(Kind.CREDENTIAL, id);
    }

    /** Takes over where the code comes from and when it is deployed. */
    private void source(Entity service, Entity asked, boolean isNew) {
        if (asked.has("image")) {
            Entity image = asked.part("image");
            service.put("imagePath", image.text("imagePath"));
            service.remove("registryCredential");
            image.find("registryCredentialId")
                    .ifPresent(it -> service.put(
                            "registryCredential",
                            new MapNode(null)
                                    .put("id", it)
                                    .put("name", credential(it).text("name"))));
        }
        service.take(asked, "repo", "branch", "buildFilter", "rootDir", "autoDeploy", "autoDeployTrigger");
        if (isNew && service.has("repo")) {
            service.putIfAbsent("branch", "main");
        }
        if (asked.has("autoDeployTrigger")) {
            service.put("autoDeploy", asked.text("autoDeployTrigger").equals("off") ? "no" : "yes");
        } else if (asked.has("autoDeploy")) {
            service.put("autoDeployTrigger", asked.text("autoDeploy").equals("no") ? "off" : "commit");
        }
    }

    void createDisk(Entity service, Entity asked, Instant now) {
        Entity given = asked.part(DETAILS);
        if (given.has("disk")) {
            disks.attach(service, given.part("disk"), now);
        }
    }

    /**
     * Changes a service.
     *
     * @throws Problem if the outcome would be one that Render refuses; nothing is changed then
     */
    void change(Entity service, Entity asked) {
        ServiceType type = ServiceType.of(service);
        Entity draft = new Entity(service.tree().copy());
        if (asked.has(DETAILS)) {
            Entity given = asked.part(DETAILS);
            RequestSchemas.check(type.details("PATCH"), given.tree(), "/" + DETAILS);
            Entity details = draft.part(DETAILS);
            if (type == ServiceType.STATIC_SITE) {
                details.take(given, "buildCommand", "publishPath");
            } else {
                details.take(given, "plan", "runtime").put("env", details.text("runtime"));
                program(details, given);
            }
            if (type == ServiceType.CRON_JOB) {
                details.take(given, "schedule");
            } else {
                details.take(given, "previews", "pullRequestPreviewsEnabled");
            }
            if (type.runsInstances()) {
                details.take(given, "maxShutdownDelaySeconds");
                if (given.has("maxShutdownDelaySeconds")) {
                    details.put("_ownShutdownDelay", true);
                }
            }
            if (type.hasDomains()) {
                details.take(given, "renderSubdomainPolicy", "ipAllowList");
            }
            if (type == ServiceType.WEB_SERVICE) {
                details.take(given, "healthCheckPath", "maintenanceMode", "cache");
            }
        }
        source(draft, asked, false);
        ServiceRules.check(draft);
        draft.tree().entries().forEach(service.tree()::put);
        if (!draft.has("registryCredential")) {
            service.remove("registryCredential");
        }
    }
}
