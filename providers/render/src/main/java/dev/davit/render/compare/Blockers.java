package dev.davit.render.compare;

import dev.davit.plan.Blocker;
import dev.davit.plan.ObjectKey;
import java.util.Optional;

/** Say why a plan cannot be applied as it is. */
final class Blockers {
    private Blockers() {}

    static Blocker notOurs(ObjectKey key, String group) {
        return of(
                key,
                key + " is there already and is not of this stack",
                key.toString(),
                "the stack's record, the group " + group + ", does not name it",
                "take it over with --adopt, or give the resource another name");
    }

    static Blocker several(ObjectKey key, int count) {
        return of(
                key,
                "there are " + count + " of the name " + key,
                key.toString(),
                "Render lets " + key.kind() + "s have one name, and nothing says which is meant",
                "rename or delete all but one in the dashboard");
    }

    static Blocker taken(ObjectKey key, String kind) {
        return of(
                key,
                "the name " + key.name() + " is taken by a service of type " + kind,
                key.toString(),
                "names of services are unique in a workspace, and the type of a service cannot be changed",
                "give the resource another name, move what uses the old service, then remove that");
    }

    static Blocker fixed(ObjectKey key, Delta delta) {
        return of(
                key,
                delta.path() + " of " + key + " cannot be changed from "
                        + delta.before().map(String::valueOf).orElse("nothing") + " to "
                        + delta.after().map(String::valueOf).orElse("nothing"),
                key + " " + delta.path(),
                "Render fixes it when the thing is made",
                "give the resource another id, move what uses the old one, then remove that; or keep the old value");
    }

    static Blocker smaller(ObjectKey key, Delta delta, String why) {
        return of(
                key,
                delta.path() + " of " + key + " cannot become smaller: "
                        + delta.before().map(String::valueOf).orElse("") + " to "
                        + delta.after().map(String::valueOf).orElse(""),
                key + " " + delta.path(),
                why,
                "keep at least what it has, or give the resource another id and move to that");
    }

    static Blocker unreachable(ObjectKey key, String what, String next) {
        return of(
                key,
                what,
                key.toString(),
                "Render's API has no operation for it, only a sync of a Blueprint has",
                next);
    }

    static Blocker noRepository(ObjectKey key) {
        return of(
                key,
                key + " is built from a repository, and the definition names none",
                key + " repo",
                "a Blueprint means the repository that it lies in; the API has to be told",
                "say .repo(\"https://github.com/owner/name\") of its source");
    }

    static Blocker noCredential(ObjectKey key, String name) {
        return of(
                key,
                "the workspace has no registry credential " + name,
                key.toString(),
                "images of " + key + " are pulled with it",
                "make it in the dashboard, under the workspace's settings, or correct its name");
    }

    static Blocker nowhere(ObjectKey key, String variable) {
        return of(
                key,
                "variable " + variable + " of " + key + " leads nowhere",
                key + " envVars",
                "neither the workspace nor the definition has what it points to",
                "correct the name, or make that first");
    }

    private static Blocker of(ObjectKey key, String what, String where, String why, String next) {
        return new Blocker(Optional.of(key), what, where, why, next);
    }
}
