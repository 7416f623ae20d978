package dev.davit.check.rule;

import dev.davit.Health;
import dev.davit.Reference;
import dev.davit.Text;
import dev.davit.Value;
import dev.davit.check.Report;
import dev.davit.check.Rule;
import dev.davit.check.Severity;
import dev.davit.model.Assembly;
import dev.davit.model.Desired;
import dev.davit.model.DesiredObject;
import dev.davit.model.KeyValueSpec;
import dev.davit.model.PostgresSpec;
import dev.davit.model.Spec;
import dev.davit.model.WorkloadSpec;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * HLT004: refuse a liveness check that is the readiness check, or that asks a data store.
 *
 * <p>An instance that cannot take more work, or whose database is away, is to be left alone, not restarted: restarts make an
 * overload worse and spread it. Source: https://github.com/zegl/kube-score/blob/master/README_PROBES.md
 */
public final class LivenessAsksLittle implements Rule {
    private static final String FIX =
            "leave .liveness(...) out: an open port is enough, or give it a path that only answers";

    @Override
    public String id() {
        return "HLT004";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "A liveness check asks less than the readiness check, and never a data store";
    }

    @Override
    public void check(Assembly assembly, Report report) {
        for (WorkloadSpec spec : assembly.specs(WorkloadSpec.class)) {
            if (spec.health().filter(LivenessAsksLittle::same).isPresent()) {
                report.add(spec, "health", "liveness and readiness of " + spec.key() + " are one check", why(), FIX);
            }
        }
    }

    private static boolean same(Health health) {
        return health.liveness().isPresent() && health.liveness().equals(health.path());
    }

    private static String why() {
        return "an instance that is too busy to be ready is restarted, and the next one gets its load";
    }

    @Override
    public void check(Desired desired, Report report) {
        Culprit culprit = new Culprit(desired, report);
        for (Manifest manifest : Manifest.in(desired)) {
            workload(desired, manifest.object())
                    .ifPresent(spec -> manifest.containers(false)
                            .forEach(container -> container(desired, spec, manifest, container, culprit)));
        }
    }

    private static Optional<WorkloadSpec> workload(Desired desired, DesiredObject object) {
        return object.resource().flatMap(it -> desired.assembly().spec(it, WorkloadSpec.class));
    }

    private static void container(
            Desired desired, WorkloadSpec spec, Manifest manifest, String container, Culprit culprit) {
        String liveness = container + "/livenessProbe";
        var asked = manifest.find(liveness + "/httpGet");
        boolean declared = spec.health().filter(LivenessAsksLittle::same).isPresent();
        if (!declared && asked.isPresent() && asked.equals(manifest.find(container + "/readinessProbe/httpGet"))) {
            culprit.report(
                    manifest.object(),
                    liveness,
                    "liveness and readiness of " + manifest.object().address() + " are one check",
                    why(),
                    "take the raw edit out, or set another path");
        }
        store(desired, spec, command(manifest, liveness))
                .ifPresent(store -> culprit.report(
                        manifest.object(),
                        liveness,
                        "the liveness check of " + manifest.object().address() + " asks " + store.key(),
                        "when the store is away, every instance is restarted, and none is there when it comes back",
                        "ask the store in the readiness check only"));
    }

    private static String command(Manifest manifest, String probe) {
        List<String> words = manifest.items(probe + "/exec/command").stream()
                .flatMap(it -> Manifest.text(it).stream())
                .toList();
        return String.join(" ", words);
    }

    /** Finds the store that a command names: by its host, or by a variable that refers to it. */
    private static Optional<Spec> store(Desired desired, WorkloadSpec spec, String command) {
        if (command.isEmpty()) {
            return Optional.empty();
        }
        return desired.assembly().specs().stream()
                .filter(it -> it instanceof KeyValueSpec || it instanceof PostgresSpec)
                .filter(store -> host(command, store.id()) || variable(spec, store, command))
                .findFirst();
    }

    private static boolean variable(WorkloadSpec spec, Spec store, String command) {
        return spec.env().entrySet().stream()
                .anyMatch(it -> refers(it.getValue(), store)
                        && Pattern.compile("\\$\\{?" + it.getKey() + "\\b")
                                .matcher(command)
                                .find());
    }

    private static boolean refers(Value<?> value, Spec store) {
        return value instanceof Reference<?> reference && reference.resource().equals(store.key())
                || value instanceof Text text && text.parts().stream().anyMatch(part -> refers(part, store));
    }

    private static boolean host(String command, String id) {
        String name = Pattern.quote(id);
        return Pattern.compile("(?:(?:-h|--host)[ =]?|@|//|/dev/tcp/)" + name + "(?![\\w-])" + "|(?<![\\w./-])" + name
                        + "[: ]\\d{2,5}\\b")
                .matcher(command)
                .find();
    }
}
