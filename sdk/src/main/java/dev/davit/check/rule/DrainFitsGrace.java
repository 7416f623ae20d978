package dev.davit.check.rule;

import dev.davit.check.Report;
import dev.davit.check.Rule;
import dev.davit.check.Severity;
import dev.davit.document.Origin;
import dev.davit.model.Desired;
import dev.davit.model.DesiredObject;
import dev.davit.model.WorkloadSpec;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * TMO002: refuse a grace period in which an instance cannot finish: shorter than what it waits before it stops and the time it
 * was promised to drain.
 *
 * <p>The grace period counts from before the preStop hook, and when it is over the program is killed; source:
 * https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination. Render kills after {@code
 * maxShutdownDelaySeconds}; source: https://render.com/docs/deploys#graceful-shutdown
 */
public final class DrainFitsGrace implements Rule {
    private static final Pattern SLEEP = Pattern.compile("\\bsleep (\\d{1,6})\\b");
    private static final long DEFAULT_GRACE = 30;

    @Override
    public String id() {
        return "TMO002";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "An instance gets the time that it was promised to finish its work";
    }

    @Override
    public void check(Desired desired, Report report) {
        Culprit culprit = new Culprit(desired, report);
        for (DesiredObject object : desired.objects()) {
            object.resource()
                    .flatMap(it -> desired.assembly().spec(it, WorkloadSpec.class))
                    .filter(it -> !it.isJob())
                    .ifPresent(spec -> check(object, spec, culprit));
        }
    }

    private static void check(DesiredObject object, WorkloadSpec spec, Culprit culprit) {
        Manifest manifest = new Manifest(object);
        long drain = spec.drain().toSeconds();
        manifest.podSpec().ifPresent(pod -> {
            String pointer = pod + "/terminationGracePeriodSeconds";
            long wait = preStop(manifest);
            long grace = manifest.number(pointer).orElse(DEFAULT_GRACE);
            if (grace < wait + drain) {
                String sum = wait == 0 ? "" : wait + " s before it stops and ";
                tooShort(object, pointer, grace, sum + drain + " s to drain", wait + drain, culprit);
            }
        });
        String delay = "/maxShutdownDelaySeconds";
        // What Render cannot give at all is another rule's; this one looks at what the user wrote over it.
        manifest.number(delay)
                .filter(it -> it < drain && isRaw(manifest, delay))
                .ifPresent(seconds ->
                        tooShort(object, delay, seconds, drain + " s to drain", Math.min(drain, 300), culprit));
    }

    private static boolean isRaw(Manifest manifest, String pointer) {
        return manifest.find(pointer)
                .flatMap(it -> it.origin())
                .filter(it -> it.kind() == Origin.Kind.RAW)
                .isPresent();
    }

    private static long preStop(Manifest manifest) {
        return manifest.containers(false).stream()
                .mapToLong(it -> Math.max(
                        manifest.number(it + "/lifecycle/preStop/sleep/seconds").orElse(0L),
                        sleep(manifest, it + "/lifecycle/preStop/exec/command")))
                .max()
                .orElse(0);
    }

    private static long sleep(Manifest manifest, String command) {
        String words = String.join(
                " ",
                manifest.items(command).stream()
                        .flatMap(it -> Manifest.text(it).stream())
                        .toList());
        Matcher matcher = SLEEP.matcher(words);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }

    private static void tooShort(
            DesiredObject object, String pointer, long grace, String needed, long least, Culprit culprit) {
        culprit.report(
                object,
                pointer,
                object.address() + " is killed after " + grace + " s, before its work can be done",
                "it was promised " + needed,
                "set " + pointer + " to " + least + " or more, or leave it to .drain(...)");
    }
}
