package dev.davit.check.rule;

import dev.davit.check.Report;
import dev.davit.check.Rule;
import dev.davit.check.Severity;
import dev.davit.model.Desired;
import dev.davit.model.DesiredObject;
import dev.davit.model.Kind;

/**
 * QUE001: refuse a store of jobs that drops some when its memory is full. A job queue has no other policy by type; a raw edit
 * can set one.
 *
 * <p>Render's default is {@code allkeys-lru}, so saying nothing drops jobs as well; source:
 * https://render.com/docs/blueprint-spec#maxmemorypolicy. Valkey's own is {@code noeviction}; source:
 * https://valkey.io/topics/lru-cache/
 */
public final class QueueEvictsNothing implements Rule {
    private static final String KEEP = "noeviction";
    private static final String FIX = "take the raw edit out; what may be dropped belongs in infra.cache(...)";

    @Override
    public String id() {
        return "QUE001";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "A job queue drops no job to make room";
    }

    @Override
    public void check(Desired desired, Report report) {
        Culprit culprit = new Culprit(desired, report);
        for (DesiredObject object : desired.objects()) {
            if (object.resource().filter(it -> it.kind() == Kind.JOB_QUEUE).isPresent()) {
                service(object, culprit);
                new StoreConfig(object)
                        .find("maxmemory-policy")
                        .forEach(it -> policy(object, it.pointer(), it.value(), culprit));
            }
        }
    }

    private static void service(DesiredObject object, Culprit culprit) {
        if (object.tree().getText("type").isPresent()) {
            String policy = object.tree().getText("maxmemoryPolicy").orElse("allkeys-lru");
            policy(object, "/maxmemoryPolicy", policy, culprit);
        }
    }

    private static void policy(DesiredObject object, String pointer, String policy, Culprit culprit) {
        if (!policy.equals(KEEP)) {
            culprit.report(
                    object,
                    pointer,
                    "job queue \"" + object.resource().orElseThrow().id() + "\" drops jobs by " + policy,
                    "when its memory is full, jobs that wait are removed and nobody is told",
                    FIX);
        }
    }
}
