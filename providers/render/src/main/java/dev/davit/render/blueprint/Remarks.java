package dev.davit.render.blueprint;

import dev.davit.Value;
import dev.davit.document.Origin;
import dev.davit.model.DesiredObject;
import dev.davit.model.ResourceKey;
import dev.davit.model.Setting;
import dev.davit.model.Spec;
import dev.davit.model.WorkloadSpec;

/** Words what the target itself reports: what a rule could only find by doing the target's work again. */
final class Remarks {
    private final Notes notes;

    Remarks(Notes notes) {
        this.notes = notes;
    }

    /** No plan holds what is asked for. */
    void tooLarge(Spec spec, String property, String asked, String largest) {
        notes.impossible(spec.key(), "no plan of Render has " + asked, "ask for less, or place it on a cluster");
        notes.error("RND011")
                .add(
                        spec,
                        property,
                        "no plan of Render has " + asked,
                        "the largest that Davit knows is " + largest,
                        "ask for less; or name a plan of your own agreement with Render:\n" + ".plan(" + spec.id()
                                + ", Plan.of(\"...\"))");
    }

    /** Text of parts, and nothing that can join them. */
    void cannotJoin(WorkloadSpec spec, String name, Value<?> value) {
        notes.emulated(spec.key(), "Render asks for " + name + " when the Blueprint is created");
        notes.warning("RND012")
                .add(
                        spec,
                        "env." + name,
                        name + " is text around a reference, which Render cannot write",
                        "no shell is known to start the program, so Render asks for the value when the Blueprint is created:\n"
                                + value.describe(),
                        "start it with .command(\"sh\", \"-c\", \"...\"), which then puts the text together;\n"
                                + "or set a variable to the reference alone and let the program add the rest");
    }

    /** The user set what Render has no field for, and it changes how the resource behaves. */
    void noField(Spec spec, String property, String what, String instead, String fix) {
        notes.emulated(spec.key(), what + ": " + instead);
        notes.warning("RND013").add(spec, property, what, instead, fix);
    }

    /** The user set what Render has no field for, and Render does at least as much by itself. */
    void noNeed(Spec spec, String property, String what, String instead) {
        notes.emulated(spec.key(), what + ": " + instead);
        notes.info("RND013").add(spec, property, what, instead, "nothing to do, unless you rely on it");
    }

    /** A job that Render does not start. */
    void idleJob(WorkloadSpec job, String what, String why, String fix) {
        notes.impossible(job.key(), what, fix);
        notes.error("RND014").add(job, what, why, fix);
    }

    /** A model whose files the program must fetch. */
    void fetchesModel(WorkloadSpec spec, ResourceKey model, String variables) {
        notes.emulated(model, "the program fetches the files itself, as " + variables + " say");
        notes.emulated(spec.key(), "the program fetches " + model + " itself");
        notes.warning("RND015")
                .add(
                        spec,
                        "serves." + model.id(),
                        "nothing on Render lays the files of " + model + " down before the program starts",
                        "a Blueprint has no step between build and start that sees the program's file system;\n"
                                + "nothing checks the files' digests but the program itself",
                        "fetch them at the program's start, as " + variables + " say;\n"
                                + "or place " + spec.id()
                                + " on a cluster: infra.deployTo(Kubernetes.context(\"...\"), "
                                + spec.id() + ")");
    }

    /** A program that starts more slowly than Render waits, or nearly so. */
    void slowStart(WorkloadSpec spec, String property, long seconds, long limit) {
        String why = "Render gives an instance " + limit + " seconds to start, then the deploy fails";
        String fix = "serve smaller or quantised files, keep them on a disk, or place it on a cluster:\n"
                + "infra.deployTo(Kubernetes.context(\"...\"), " + Variable.of(spec.key()) + ")";
        if (seconds > limit) {
            notes.error("RND004")
                    .add(spec, property, "it takes about " + seconds + " seconds to become ready", why, fix);
        } else {
            notes.warning("RND004")
                    .add(
                            spec,
                            property,
                            "it takes about " + seconds + " seconds to become ready",
                            why + "; little is left",
                            fix);
        }
    }

    /** A graphics processor; the rule RND001 reports it. */
    void noGpu(WorkloadSpec spec) {
        notes.impossible(
                spec.key(),
                "Render has no GPU instances",
                "place it on a cluster: infra.deployTo(Kubernetes.context(\"...\"), " + Variable.of(spec.key()) + ")");
    }

    /** A generated secret that is read on two targets. */
    void dividedSecret(Spec secret) {
        notes.emulated(secret.key(), "each target makes a value of its own");
        notes.warning("RND013")
                .add(
                        secret,
                        "each target makes a value of its own for " + secret.key(),
                        "it is read on Render and elsewhere, and no target can copy the other's",
                        "use infra.secret(\"" + secret.id() + "\") and give both the same value");
    }

    /** A plan that the user chose and that has less than the user asked for. */
    void smallPlan(Spec spec, Setting plan, Offer offer) {
        String asked = spec.declaration().sets("memory") ? "memory" : "cpu";
        notes.emulated(spec.key(), "the plan that was chosen has less than what was asked for");
        notes.warning("RND013")
                .add(
                        spec.key(),
                        plan.origin(),
                        "the plan \"" + offer.word() + "\" has less than " + spec.key() + " asks for",
                        "it has " + Offer.words(offer.cpu()) + " and " + Offer.words(offer.memory()) + "; asked for at "
                                + spec.origin(asked)
                                        .location()
                                        .map(Object::toString)
                                        .orElse("?") + "  "
                                + spec.origin(asked).text(),
                        "take out .plan(...), or ask for less");
    }

    /** A setting that reaches nothing. */
    void unused(Setting setting, ResourceKey key, String why) {
        notes.warning("RND013").add(key, setting.origin(), "the setting changes nothing", why, "take it out");
    }

    /** The settings block says what the definition says, too. */
    void overridden(Spec spec, String property, String what) {
        notes.emulated(spec.key(), "Render's settings block says otherwise: " + what);
        notes.warning("RND013")
                .add(
                        spec,
                        property,
                        "Render's settings block says otherwise: " + what,
                        "it goes before this call on Render",
                        "take one of both out, unless other targets need this one");
    }

    /** A name that two resources would have. */
    void sameName(DesiredObject object, Origin origin, DesiredObject first) {
        notes.error("RND017")
                .add(
                        object.resource().orElse(null),
                        origin,
                        words(object) + " has the name of " + words(first) + " on Render",
                        "Render knows what is in a Blueprint by its name, and both are \"" + object.name() + "\"",
                        "give one of them another name");
    }

    private static String words(DesiredObject object) {
        return object.resource()
                .map(ResourceKey::toString)
                .orElseGet(() -> object.kind() + " \"" + object.name() + "\"");
    }

    /** An address that is none. */
    void noAddress(Setting setting, ResourceKey key) {
        notes.error("NET004")
                .add(
                        key,
                        setting.origin(),
                        "the address given for " + key + " is none",
                        "Render's services call it there",
                        "write scheme and host, such as \"https://" + key.id() + ".example.com\"");
    }

    /** A native runtime that nothing starts. */
    void noStart(WorkloadSpec spec) {
        notes.error("RND016")
                .add(
                        spec,
                        "source",
                        "the native runtime has no start command",
                        "Render starts a native runtime with it and refuses a service without one",
                        "add .start(\"...\") to the runtime");
    }

    /** A service on another target whose address nobody gave. */
    void unknownAddress(WorkloadSpec spec, String name, ResourceKey service) {
        notes.emulated(spec.key(), "Render asks for " + name + " when the Blueprint is created");
        notes.warning("NET004")
                .add(
                        spec,
                        "env." + name,
                        "the address of " + service + " is not known",
                        "it is not on Render, and Render's services reach it only from outside;\n" + name
                                + " is asked for when the Blueprint is created",
                        "give it a public host: Kubernetes...expose(" + Variable.of(service) + ", \"" + service.id()
                                + ".example.com\");\nor its address: Render...address(" + Variable.of(service)
                                + ", \"https://...\")");
    }
}
