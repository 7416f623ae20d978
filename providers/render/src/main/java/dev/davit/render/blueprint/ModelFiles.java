package dev.davit.render.blueprint;

import dev.davit.Disk;
import dev.davit.document.Origin;
import dev.davit.model.ModelSpec;
import dev.davit.model.ResourceKey;
import dev.davit.model.WorkloadSpec;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tells a program which model to fetch, with the digests in the format of {@code sha256sum --check}. Render has no step between build and start that sees the program's file system (a disk is
 * mounted in neither build nor pre-deploy: https://render.com/docs/disks), so the program fetches at its start.
 */
final class ModelFiles {
    private final Context context;
    private final WorkloadSpec spec;

    ModelFiles(Context context, WorkloadSpec spec) {
        this.context = context;
        this.spec = spec;
    }

    /** Gives the folder for a model's files: on the disk, if there is one, so that a restart fetches nothing. */
    static String folder(Optional<Disk> disk, ResourceKey model) {
        String root = disk.map(Disk::mountPath).orElse("/tmp");
        return root + "/models/" + model.id();
    }

    void tell(EnvVars env) {
        for (ResourceKey key : spec.serves()) {
            context.scope().assembly().spec(key, ModelSpec.class).ifPresent(model -> tell(model, env));
        }
    }

    private void tell(ModelSpec model, EnvVars env) {
        String prefix = Context.variable(model.id());
        Origin why = spec.origin("serves." + model.id());
        putUnlessSet(env, prefix + "_REPO", model.model().repo(), why);
        putUnlessSet(env, prefix + "_REVISION", model.model().revision(), why);
        putUnlessSet(env, prefix + "_PATH", folder(spec.disk(), model.key()), why);
        String sums = model.model().files().stream()
                .map(file -> file.sha256() + "  " + file.path() + "\n")
                .collect(Collectors.joining());
        if (!sums.isEmpty()) {
            putUnlessSet(env, prefix + "_SHA256SUMS", sums, why);
        }
        model.token()
                .filter(it -> !spec.env().containsKey("HF_TOKEN") && !env.has("HF_TOKEN"))
                .ifPresent(it -> env.ask("HF_TOKEN", model.origin("token")));
        context.remarks()
                .fetchesModel(spec, model.key(), prefix + "_REPO, " + prefix + "_REVISION and " + prefix + "_PATH");
    }

    private void putUnlessSet(EnvVars env, String name, String text, Origin why) {
        if (!spec.env().containsKey(name)) {
            env.put(name, text, why);
        }
    }
}
