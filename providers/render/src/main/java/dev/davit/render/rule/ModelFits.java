package dev.davit.render.rule;

import dev.davit.Size;
import dev.davit.check.Report;
import dev.davit.model.Desired;
import dev.davit.model.DesiredObject;
import dev.davit.model.ModelSpec;
import dev.davit.model.WorkloadSpec;
import dev.davit.render.blueprint.Offer;
import dev.davit.render.blueprint.Plans;
import dev.davit.render.blueprint.Variable;
import java.util.Optional;

/**
 * RND007: leave room beside the models. In memory they take 1.2 times their files' size, and 30 percent of the plan's memory stays
 * for the program; both are rules of thumb.
 */
public final class ModelFits extends RenderRule {
    private static final long RESIDENT_PERCENT = 120;
    private static final long USABLE_PERCENT = 70;
    private static final long HUNDRED = 100;

    @Override
    public String id() {
        return "RND007";
    }

    @Override
    public String title() {
        return "The models that a service serves take at most 70 percent of its plan's memory.";
    }

    @Override
    void look(Desired desired, Report report) {
        for (WorkloadSpec spec : workloads(desired)) {
            long resident = resident(desired, spec);
            memory(desired, spec)
                    .filter(memory -> spec.gpu().isEmpty() && resident > memory.bytes() / HUNDRED * USABLE_PERCENT)
                    .ifPresent(memory -> report(spec, resident, memory, report));
        }
    }

    private static long resident(Desired desired, WorkloadSpec spec) {
        return spec.serves().stream()
                        .flatMap(key -> desired.assembly().spec(key, ModelSpec.class).stream())
                        .flatMap(model -> model.model().size().stream())
                        .mapToLong(Size::bytes)
                        .sum()
                / HUNDRED
                * RESIDENT_PERCENT;
    }

    private static Optional<Size> memory(Desired desired, WorkloadSpec spec) {
        return desired.objects(spec.key()).stream()
                .map(DesiredObject::tree)
                .flatMap(tree -> tree.getText("plan").stream())
                .flatMap(plan -> Plans.SERVER.offer(plan).stream())
                .map(Offer::memory)
                .findFirst();
    }

    private static void report(WorkloadSpec spec, long resident, Size memory, Report report) {
        long needed = gibRoundedUp(resident / USABLE_PERCENT * HUNDRED);
        boolean possible = needed <= Plans.SERVER.largest().memory().inGibRoundedUp();
        String place = "infra.deployTo(Kubernetes.context(\"...\"), " + Variable.of(spec.key()) + ")";
        report.add(
                spec,
                "serves." + spec.serves().get(0).id(),
                "the models do not fit the plan's memory",
                "they take about " + gibRoundedUp(resident) + " GiB, and the plan has " + Offer.words(memory)
                        + ", of which " + USABLE_PERCENT + " percent are for them",
                possible
                        ? "ask for more: .memory(Size.gib(" + needed + ")); or serve quantised files"
                        : "serve quantised files; or place it on a cluster: " + place);
    }

    private static long gibRoundedUp(long bytes) {
        return (bytes + (1L << 30) - 1) >> 30;
    }
}
