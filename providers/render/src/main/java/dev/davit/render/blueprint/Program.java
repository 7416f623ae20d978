package dev.davit.render.blueprint;

import dev.davit.Checkout;
import dev.davit.Dockerfile;
import dev.davit.Image;
import dev.davit.NativeRuntime;
import dev.davit.document.MapNode;
import dev.davit.document.Origin;
import dev.davit.model.Setting;
import dev.davit.model.WorkloadSpec;
import java.util.List;
import java.util.Optional;

/** Writes where a workload's program comes from, how it is built and how it starts. */
final class Program {
    private final Context context;
    private final WorkloadSpec spec;
    private final EnvVars env;
    private final Origin why;

    Program(Context context, WorkloadSpec spec, EnvVars env) {
        this.context = context;
        this.spec = spec;
        this.env = env;
        this.why = spec.origin("source");
    }

    void write(MapNode service) {
        Optional<Setting> built = context.settings().of("builtFrom", spec.key());
        if (built.isPresent()) {
            service.put("buildSource", built.get().value(), built.get().origin());
            writeStart(service);
        } else if (spec.source() instanceof Image image) {
            write(service, image);
        } else if (spec.source() instanceof Dockerfile file) {
            write(service, file);
        } else {
            write(service, (NativeRuntime) spec.source());
        }
    }

    /** A build source says all but how the program starts. */
    private void writeStart(MapNode service) {
        if (spec.source() instanceof NativeRuntime runtime) {
            writeStartCommand(service, runtime);
        } else {
            writeDockerCommand(service);
        }
    }

    private void write(MapNode service, Image image) {
        service.put("runtime", "image", why);
        writeImage(service, image, why);
        writeDockerCommand(service);
    }

    static void writeImage(MapNode parent, Image image, Origin why) {
        MapNode node = parent.map("image", why).put("url", image.reference());
        image.credential()
                .ifPresent(name ->
                        node.map("creds", why).map("fromRegistryCreds", why).put("name", name));
    }

    private void write(MapNode service, Dockerfile file) {
        service.put("runtime", "docker", why);
        writeCheckout(service, file.checkout(), why);
        service.put("dockerfilePath", file.path(), why).put("dockerContext", file.context(), why);
        writeDockerCommand(service);
    }

    private void write(MapNode service, NativeRuntime runtime) {
        service.put("runtime", runtime.language().word(), why);
        writeCheckout(service, runtime.checkout(), why);
        if (runtime.build().isBlank()) {
            service.put("buildCommand", "true", Origin.target("a native service must have a build command"));
        } else {
            service.put("buildCommand", runtime.build(), why);
        }
        writeStartCommand(service, runtime);
    }

    private void writeStartCommand(MapNode service, NativeRuntime runtime) {
        boolean own = !spec.command().isEmpty();
        if (!own && runtime.start().isBlank()) {
            if (context.settings().of("command", spec.key()).isEmpty()) {
                context.remarks().noStart(spec);
            }
            return;
        }
        service.put(
                "startCommand",
                env.exports() + (own ? Shell.line(spec.command()) : runtime.start()),
                own ? spec.origin("command") : why);
    }

    /** Writes the checkout; a build filter that is not in the file is cleared on Render, so both lists are written. */
    static void writeCheckout(MapNode service, Checkout checkout, Origin why) {
        service.put("repo", checkout.repo(), why)
                .put("branch", checkout.branch(), why)
                .put("rootDir", checkout.rootDir(), why);
        if (!checkout.paths().isEmpty() || !checkout.ignoredPaths().isEmpty()) {
            service.map("buildFilter", why).put("paths", checkout.paths()).put("ignoredPaths", checkout.ignoredPaths());
        }
    }

    private void writeDockerCommand(MapNode service) {
        if (!spec.command().isEmpty()) {
            service.put("dockerCommand", Shell.line(exported(spec.command())), spec.origin("command"));
        }
    }

    /** Writes the command that runs before a new version starts: the user's own, or that of the job. */
    void writePreDeploy(MapNode service, Optional<WorkloadSpec> job) {
        Origin origin = spec.origin("preDeploy");
        if (!spec.preDeploy().isEmpty()) {
            service.put("preDeployCommand", preDeploy(spec.preDeploy()), origin);
        } else if (job.isPresent() && job.get().command().isEmpty()) {
            // Only a native runtime's job has no words: its start command is a line for the shell.
            service.put(
                    "preDeployCommand",
                    env.exports() + ((NativeRuntime) job.get().source()).start(),
                    origin);
        } else if (job.isPresent()) {
            service.put("preDeployCommand", preDeploy(job.get().command()), origin);
        }
    }

    private String preDeploy(List<String> words) {
        if (spec.source() instanceof NativeRuntime) {
            return env.exports() + Shell.line(words);
        }
        if (!env.exports().isEmpty() && !Shell.runsScript(words)) {
            context.notes().emulated(spec.key(), "the pre-deploy command sees the parts of such text, not the whole");
        }
        return Shell.line(exported(words));
    }

    private List<String> exported(List<String> words) {
        return Shell.runsScript(words) ? Shell.before(words, env.exports()) : words;
    }
}
