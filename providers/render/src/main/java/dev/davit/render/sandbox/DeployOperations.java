package dev.davit.render.sandbox;

import java.time.Instant;

/** Answers for deploys: list, trigger, read, cancel, roll back. */
final class DeployOperations {
    private final World world;
    private final Deploys deploys;

    DeployOperations(World world, Deploys deploys) {
        this.world = world;
        this.deploys = deploys;
    }

    void addTo(Router router) {
        router.on("GET /services/{}/deploys", this::list)
                .on("POST /services/{}/deploys", this::trigger)
                .on(
                        "GET /services/{}/deploys/{}",
                        call -> Answer.ok(deploy(call).shown()))
                .on("POST /services/{}/deploys/{}/cancel", this::cancel)
                .on("POST /services/{}/rollback", this::rollBack);
    }

    /** Makes a deploy of what a service says now. */
    static Entity fresh(World world, Entity service, String trigger, Instant now) {
        Entity deploy = world.newEntity(Kind.DEPLOY, now).put("trigger", trigger);
        if (service.part("serviceDetails").text("runtime").equals("image")) {
            String ref = service.text("imagePath");
            Entity image = deploy.part("image").put("ref", ref).put("sha", "sha256:" + Repositories.hex(ref, 64));
            if (service.has("registryCredential")) {
                image.put(
                        "registryCredential", service.part("registryCredential").text("name"));
            }
        } else {
            deploy.put("commit", new Repositories(world).newest(service, now));
        }
        return deploy;
    }

    private Entity service(Call call) {
        return world.state().get(Kind.SERVICE, call.variable(0));
    }

    private Entity deploy(Call call) {
        return world.state()
                .find(Kind.DEPLOY, call.variable(1))
                .filter(it -> it.text("_service").equals(service(call).id()))
                .orElseThrow(() -> Problem.notFound(Kind.DEPLOY, call.variable(1)));
    }

    private Answer list(Call call) {
        return Paging.newestFirst(call, "deploy", Filters.by(call, deploys.of(service(call)), "status"));
    }

    private Answer trigger(Call call) {
        Entity service = service(call);
        Entity asked = call.content().length == 0 ? Entity.empty() : call.body("deployPOST");
        requireActive(service);
        boolean image = service.part("serviceDetails").text("runtime").equals("image");
        if (asked.has("deployMode") && (asked.has("commitId") || asked.has("imageUrl") || asked.has("clearCache"))) {
            throw Problem.badRequest("deployMode cannot be combined with commitId, imageUrl or clearCache");
        }
        if (asked.has("artifactId")) {
            throw new Problem(
                    404,
                    "not found: artifact " + asked.text("artifactId")
                            + "; the sandbox has no build sources, so no artifacts");
        }
        Entity deploy = fresh(world, service, "api", call.now())
                .put("_mode", asked.text("deployMode"))
                .put("_clearCache", asked.text("clearCache").equals("clear"));
        if (asked.text("deployMode").equals("deploy_only")) {
            service.find("_live")
                    .flatMap(it -> world.state().find(Kind.DEPLOY, it))
                    .ifPresent(it -> deploy.take(it, "commit"));
        }
        asked.find("commitId").ifPresent(it -> {
            refuse(image, "commitId is for services that are built from a repository");
            refuse(ServiceType.of(service) == ServiceType.CRON_JOB, "commitId is not supported for cron jobs");
            deploy.put("commit", Repositories.commit(it, call.now()));
        });
        asked.find("imageUrl").ifPresent(it -> {
            refuse(!image, "imageUrl is for services that run an image");
            refuse(
                    !repository(it).equals(repository(service.text("imagePath"))),
                    "host, repository and name of imageUrl must match the service's image");
            deploy.part("image").put("ref", it).put("sha", "sha256:" + Repositories.hex(it, 64));
        });
        return answer(deploys.add(service, deploy, call.now()));
    }

    private Answer rollBack(Call call) {
        Entity service = service(call);
        Entity asked = call.body("rollbackPOST");
        // The description knows no 409 here, as it does for a deploy.
        refuse(isSuspended(service), "service " + service.id() + " is suspended");
        Entity earlier = world.state()
                .find(Kind.DEPLOY, asked.text("deployId"))
                .filter(it -> it.text("_service").equals(service.id()))
                .orElseThrow(() -> Problem.notFound(Kind.DEPLOY, asked.text("deployId")));
        refuse(
                !earlier.text("status").equals("deactivated")
                        && !earlier.text("status").equals("live"),
                "deploy " + earlier.id() + " never was live");
        Entity deploy = world.newEntity(Kind.DEPLOY, call.now())
                .put("trigger", "rollback")
                .take(earlier, "commit", "image")
                .put("_rollback", earlier.id());
        // The description knows no 202 here.
        return Answer.created(deploys.add(service, deploy, call.now()).shown());
    }

    private Answer cancel(Call call) {
        Entity service = service(call);
        Entity deploy = deploy(call);
        refuse(ServiceType.of(service) == ServiceType.CRON_JOB, "deploys of cron jobs cannot be canceled");
        deploys.cancel(service, deploy, call.now());
        return Answer.ok(deploy.shown());
    }

    private static Answer answer(Entity deploy) {
        return deploy.text("status").equals("queued") ? Answer.empty(202) : Answer.created(deploy.shown());
    }

    private static boolean isSuspended(Entity service) {
        return service.text("suspended").equals("suspended");
    }

    private static void requireActive(Entity service) {
        if (isSuspended(service)) {
            throw Problem.conflict("service " + service.id() + " is suspended");
        }
    }

    private static void refuse(boolean broken, String message) {
        if (broken) {
            throw Problem.badRequest(message);
        }
    }

    private static String repository(String image) {
        String name = image.contains("@") ? image.substring(0, image.indexOf('@')) : image;
        int tag = name.lastIndexOf(':');
        String bare = tag > name.lastIndexOf('/') ? name.substring(0, tag) : name;
        return bare.startsWith("docker.io/") ? bare.substring("docker.io/".length()) : bare;
    }
}
