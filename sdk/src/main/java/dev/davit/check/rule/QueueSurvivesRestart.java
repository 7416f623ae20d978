package dev.davit.check.rule;

import dev.davit.check.Report;
import dev.davit.check.Rule;
import dev.davit.check.Severity;
import dev.davit.model.Desired;
import dev.davit.model.DesiredObject;
import dev.davit.model.Kind;

/**
 * QUE002: refuse a store of jobs that forgets them on a restart: with persistence off, or without a disk. Render's free plan is
 * RND009's.
 *
 * <p>Sources: https://render.com/docs/key-value#data-persistence, https://valkey.io/topics/persistence/
 */
public final class QueueSurvivesRestart implements Rule {
    private static final String FIX = "take the raw edit out";

    @Override
    public String id() {
        return "QUE002";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "A job queue keeps its jobs over a restart";
    }

    @Override
    public void check(Desired desired, Report report) {
        Culprit culprit = new Culprit(desired, report);
        for (DesiredObject object : desired.objects()) {
            if (object.resource().filter(it -> it.kind() == Kind.JOB_QUEUE).isPresent()) {
                service(object, culprit);
                config(object, culprit);
                disk(new Manifest(object), culprit);
            }
        }
    }

    private static void service(DesiredObject object, Culprit culprit) {
        if (object.tree().getText("persistenceMode").filter("off"::equals).isPresent()) {
            forgets(object, "/persistenceMode", "has persistence off", "nothing is written to its disk", culprit);
        }
    }

    private static void config(DesiredObject object, Culprit culprit) {
        StoreConfig config = new StoreConfig(object);
        boolean snapshots =
                config.find("save").stream().anyMatch(it -> it.value().matches("\\d+ .*"));
        if (!snapshots) {
            config.find("appendonly").stream()
                    .filter(it -> it.value().equals("no"))
                    .forEach(it -> forgets(
                            object, it.pointer(), "has persistence off", "nothing is written to its disk", culprit));
        }
    }

    private static void disk(Manifest manifest, Culprit culprit) {
        String claims = "/spec/volumeClaimTemplates";
        if (manifest.is("StatefulSet", "Deployment") && manifest.items(claims).isEmpty()) {
            forgets(
                    manifest.object(),
                    claims,
                    "has no disk",
                    "what its container writes is gone with the container",
                    culprit);
        }
    }

    private static void forgets(DesiredObject object, String pointer, String how, String why, Culprit culprit) {
        culprit.report(
                object,
                pointer,
                "job queue \"" + object.resource().orElseThrow().id() + "\" " + how,
                why + ": a restart loses every job that waits",
                FIX);
    }
}
