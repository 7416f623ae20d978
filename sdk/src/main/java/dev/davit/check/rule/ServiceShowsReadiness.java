package dev.davit.check.rule;

import dev.davit.check.Report;
import dev.davit.check.Rule;
import dev.davit.check.Severity;
import dev.davit.model.Assembly;
import dev.davit.model.Desired;
import dev.davit.model.DesiredObject;
import dev.davit.model.Kind;
import dev.davit.model.WorkloadSpec;
import java.util.Optional;

/**
 * HLT001: demand a readiness check of every web service that is to be replaced without downtime: each one without a disk.
 *
 * <p>Without one a platform sends requests to an instance that is still starting and stops the old one too early; sources:
 * https://render.com/docs/health-checks, https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/
 */
public final class ServiceShowsReadiness implements Rule {
    @Override
    public String id() {
        return "HLT001";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "A web service shows when it is ready";
    }

    @Override
    public void check(Assembly assembly, Report report) {
        for (WorkloadSpec spec : assembly.specs(WorkloadSpec.class)) {
            if (rolls(spec) && spec.health().isEmpty()) {
                report.add(
                        spec,
                        spec.key() + " does not show when it is ready",
                        "requests reach a new instance before it can answer, and the old one is stopped too early",
                        ".health(Health.http(\"/healthz\")), or .health(Health.tcp()) where an open port is enough");
            }
        }
    }

    @Override
    public void check(Desired desired, Report report) {
        Culprit culprit = new Culprit(desired, report);
        for (DesiredObject object : desired.objects()) {
            Optional<WorkloadSpec> service = object.resource()
                    .flatMap(it -> desired.assembly().spec(it, WorkloadSpec.class))
                    .filter(it -> rolls(it) && it.health().isPresent());
            service.ifPresent(spec -> check(object, spec, culprit));
        }
    }

    private static void check(DesiredObject object, WorkloadSpec spec, Culprit culprit) {
        Manifest manifest = new Manifest(object);
        boolean http = spec.health().orElseThrow().path().isPresent();
        if (http
                && object.tree().getText("type").isPresent()
                && manifest.find("/healthCheckPath").isEmpty()) {
            removed(object, "/healthCheckPath", culprit);
        }
        var containers = manifest.containers(false);
        boolean probed = containers.stream()
                .anyMatch(it -> manifest.find(it + "/readinessProbe").isPresent());
        if (manifest.is("Deployment") && !containers.isEmpty() && !probed) {
            removed(object, containers.get(0) + "/readinessProbe", culprit);
        }
    }

    private static void removed(DesiredObject object, String pointer, Culprit culprit) {
        culprit.report(
                object,
                pointer,
                object.address() + " has no readiness check any more",
                "requests reach a new instance before it can answer, and the old one is stopped too early",
                "take the raw edit of " + pointer + " out");
    }

    private static boolean rolls(WorkloadSpec spec) {
        return spec.kind() == Kind.WEB_SERVICE && spec.disk().isEmpty();
    }
}
