package dev.davit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /** Name what makes a preview of a pull request. */
    public enum Previews {
        /** Every pull request, unless its title says otherwise. */
        AUTOMATIC,
        /** A pull request that asks for one. */
        MANUAL,
        /** Nothing. */
        OFF
    }

    /** Name what a key-value store keeps of its content; source: the Blueprint's {@code persistenceMode}. */
    public enum Persistence {
        /** Every write, and a copy from time to time. */
        JOURNAL_SNAPSHOT,
        /** A copy from time to time. */
        SNAPSHOT,
        /** Nothing. */
        OFF
    }

    private Render() {
        super("render");
    }

    /** Start without a region: Render's own is Oregon. */
    public static Render settings() {
        return new Render();
    }

    /**
     * Leave out of the Blueprint what the definition does not say: Render takes its own default for what is new and keeps what is live.
     * Without this call all that counts is written out, so that a new default of Render's changes nothing.
     */
    public Render ownDefaults() {
        return set("ownDefaults", true, ".ownDefaults");
    }

    /** Write the version of the Blueprint's own format, 1, as Render's dashboard does. */
    public Render version() {
        return set("version", "1", ".version");
    }

    /** Run some resources in another region than the rest: no private network leads from one region to another. */
    public Render region(Region region, Handle... resources) {
        List<Object> arguments = new ArrayList<>(List.of(region));
        arguments.addAll(List.of(resources));
        for (Handle resource : resources) {
            setFor("region", resource, region, ".region", arguments.toArray());
        }
        return this;
    }

    /** Name a resource on Render otherwise than by its id: it is there under this name. */
    public Render name(Handle resource, String name) {
        return setFor("name", resource, name, ".name", resource, name);
    }

    /** Set a variable from where only Render can take it; this goes before {@code env}. A group takes what is asked or generated. */
    public Render variable(Handle resource, String key, RenderVariable from) {
        return setFor("variable", resource, List.of(key, from), ".variable", resource, key, from);
    }

    /** Let a workload or site read a group of variables that this definition does not create. */
    public Render envGroup(Handle resource, String name) {
        return setFor("envGroup", resource, name, ".envGroup", resource, name);
    }

    /** Let a site read a group of variables of this definition; a workload does with its own {@code envGroup}. */
    public Render envGroup(Handle site, EnvGroup group) {
        return setFor("envGroup", site, group.key(), ".envGroup", site, group);
    }

    /**
     * Start a workload with a line as Render takes it, unchanged: the docker command of an image or a Dockerfile, the start command of a
     * native runtime.
     */
    public Render command(Handle workload, String line) {
        return setFor("command", workload, line, ".command", workload, line);
    }

    /** Give a start command to a workload whose source has none to say it with: an image or a Dockerfile. */
    public Render startCommand(Handle workload, String line) {
        return setFor("startCommand", workload, line, ".startCommand", workload, line);
    }

    /** Give a build command to a workload whose source has none to say it with: an image or a Dockerfile. */
    public Render buildCommand(Handle workload, String line) {
        return setFor("buildCommand", workload, line, ".buildCommand", workload, line);
    }

    /** Let Render ask a private service or a worker for its health; its documentation knows this of web services alone. */
    public Render healthCheckPath(Handle workload, String path) {
        return setFor("healthCheckPath", workload, path, ".healthCheckPath", workload, path);
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

    /** Say what starts a deploy of one resource. */
    public Render autoDeploy(Handle resource, AutoDeploy trigger) {
        return setFor("autoDeploy", resource, trigger, ".autoDeploy", resource, trigger);
    }

    /** Say what makes a preview of all that the Blueprint has; nothing unless given. */
    public Render previews(Previews trigger) {
        return set("previews", trigger, ".previews", trigger);
    }

    /**
     * Take a preview down so many days after the last change of its pull request; when that is merged or closed unless given.
     *
     * @throws IllegalArgumentException if it is less than one day
     */
    public Render previewsExpireAfter(int days) {
        return set("previewsExpireAfter", atLeastOne(".previewsExpireAfter", days), ".previewsExpireAfter", days);
    }

    /** Say what makes a preview of one service; nothing unless given. */
    public Render previews(Handle service, Previews trigger) {
        return setFor("previews", service, trigger, ".previews", service, trigger);
    }

    /** Run the previews of one resource on a plan; on its own unless given. */
    public Render previewPlan(Handle resource, Plan plan) {
        return setFor("previewPlan", resource, plan, ".previewPlan", resource, plan);
    }

    /**
     * Run so many instances in previews of a service; as many as it has itself unless given.
     *
     * @throws IllegalArgumentException if it is less than one
     */
    public Render previewInstances(Handle service, int instances) {
        int number = atLeastOne(".previewInstances", instances);
        return setFor("previewInstances", service, number, ".previewInstances", service, instances);
    }

    /** Give the previews of a database space for data, in whole GB; as much as it has itself unless given. */
    public Render previewStorage(Postgres database, Size size) {
        return setFor("previewStorage", database, size, ".previewStorage", database, size);
    }

    /** Set a variable to another text in previews; it must be one that is set to text. */
    public Render previewValue(Handle workload, String variable, String text) {
        return setFor("previewValue", workload, List.of(variable, text), ".previewValue", workload, variable, text);
    }

    /** Say whether Render's own host name leads to a web service or site beside yours; it does unless given. */
    public Render subdomain(Handle site, boolean enabled) {
        return setFor("subdomain", site, enabled, ".subdomain", site, enabled);
    }

    /** Answer for a web service that it is under maintenance, or be ready to; not unless given. */
    public Render maintenance(WebService service, boolean enabled) {
        return setFor("maintenance", service, enabled, ".maintenance", service, enabled);
    }

    /** Show a page of your own while a web service is under maintenance: its full address. */
    public Render maintenancePage(WebService service, String url) {
        return setFor("maintenancePage", service, url, ".maintenancePage", service, url);
    }

    /** Run a command once, after the first deploy of a service. */
    public Render initialDeploy(Handle service, String command) {
        return setFor("initialDeploy", service, command, ".initialDeploy", service, command);
    }

    /** Run a line before each deploy, unchanged: of a cron job or a static site, or where words do not do. */
    public Render preDeploy(Handle resource, String command) {
        return setFor("preDeploy", resource, command, ".preDeploy", resource, command);
    }

    /** Name the credential of the workspace with which the images that a Dockerfile starts from are pulled. */
    public Render baseImageCredential(Handle workload, String name) {
        return setFor("baseImageCredential", workload, name, ".baseImageCredential", workload, name);
    }

    /** Say what a store keeps over a restart, where Render knows more than the definition can say. */
    public Render persistence(KeyValue store, Persistence mode) {
        return setFor("persistence", store, mode, ".persistence", store, mode);
    }

    /** Put a pool of connections (PgBouncer) before a database; none unless given. */
    public Render connectionPool(Postgres database) {
        return setFor("connectionPool", database, "pgbouncer", ".connectionPool", database);
    }

    /** Add a copy of a database that answers reads; repeat for more, at most five. */
    public Render readReplica(Postgres database, String name) {
        return setFor("readReplica", database, name, ".readReplica", database, name);
    }

    /** Let a database's disk grow when it is nearly full; not unless given. */
    public Render storageAutoscaling(Postgres database) {
        return setFor("storageAutoscaling", database, true, ".storageAutoscaling", database);
    }

    /** Put resources into an environment; they stay where they are unless given. Without resources the environment is there, and empty. */
    public Render in(RenderEnvironment environment, Handle... resources) {
        if (resources.length == 0) {
            return set("in", environment, ".in", environment);
        }
        return place(environment, ".in", environment, resources);
    }

    /** Take resources out of the environment that they are in. */
    public Render ungrouped(Handle... resources) {
        return place("ungrouped", ".ungrouped", null, resources);
    }

    /** Add a workflow: tasks that Render's own SDK starts. No other target has the like. */
    public Render workflow(RenderWorkflow workflow) {
        return set("workflow", workflow, ".workflow", workflow);
    }

    /** Add a source that is built once and run by several services. */
    public Render buildSource(RenderBuildSource source) {
        return set("buildSource", source, ".buildSource", source);
    }

    /** Run what a build source builds, in place of the service's own source: what that says is left out. */
    public Render builtFrom(Handle service, String buildSource) {
        return setFor("builtFrom", service, buildSource, ".builtFrom", service, buildSource);
    }

    private Render place(Object where, String method, Object first, Handle... resources) {
        List<Object> arguments =
                new ArrayList<>(Optional.ofNullable(first).stream().toList());
        arguments.addAll(List.of(resources));
        for (Handle resource : resources) {
            setFor("environment", resource, where, method, arguments.toArray());
        }
        return this;
    }

    private static int atLeastOne(String call, int number) {
        if (number < 1) {
            throw new IllegalArgumentException(call + "(" + number + "): the least is 1");
        }
        return number;
    }

    /** Let addresses outside the private network reach a data store, or only those a web service or site: a CIDR block and what it is for. */
    public Render allow(Handle store, String cidr, String description) {
        return setFor("allow", store, cidr + " " + description, ".allow", store, cidr, description);
    }

    /** Let addresses outside the private network reach a data store, or only those a web service or site: a CIDR block. */
    public Render allow(Handle store, String cidr) {
        return setFor("allow", store, cidr, ".allow", store, cidr);
    }

    /** Let no address outside the private network reach a resource. */
    public Render allowNone(Handle resource) {
        return setFor("allowNone", resource, true, ".allowNone", resource);
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
