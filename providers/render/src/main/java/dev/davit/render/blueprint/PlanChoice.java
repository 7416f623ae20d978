package dev.davit.render.blueprint;

import dev.davit.Cpu;
import dev.davit.Size;
import dev.davit.document.MapNode;
import dev.davit.model.Setting;
import dev.davit.model.Spec;
import java.util.Optional;

/** Writes the plan of a resource: the user's choice, or the cheapest that holds what is asked for. */
final class PlanChoice {
    private final Context context;

    PlanChoice(Context context) {
        this.context = context;
    }

    void write(MapNode node, Spec spec, Plans plans, Cpu cpu, Size memory) {
        Optional<Setting> chosen = context.settings().plan(spec.key());
        if (chosen.isPresent()) {
            String word = Settings.word(chosen.get());
            node.put("plan", word, chosen.get().origin());
            plans.offer(word)
                    .filter(it -> !it.holds(cpu, memory) && asked(spec))
                    .ifPresent(it -> context.remarks().smallPlan(spec, chosen.get(), it));
            return;
        }
        Optional<Offer> offer = plans.cheapest(cpu, memory);
        if (offer.isEmpty()) {
            tooLarge(spec, plans.largest(), cpu, memory);
        }
        boolean byCpu = offer.equals(plans.cheapest(cpu, Size.mib(1)));
        node.put(
                "plan",
                offer.orElse(plans.largest()).word(),
                spec.origin(
                        spec.declaration().sets("cpu")
                                        && (byCpu || !spec.declaration().sets("memory"))
                                ? "cpu"
                                : "memory"));
    }

    private static boolean asked(Spec spec) {
        return spec.declaration().sets("cpu") || spec.declaration().sets("memory");
    }

    private void tooLarge(Spec spec, Offer largest, Cpu cpu, Size memory) {
        boolean timeless = largest.cpu().millis() == 1;
        context.remarks()
                .tooLarge(
                        spec,
                        memory.compareTo(largest.memory()) > 0 ? "memory" : "cpu",
                        (timeless ? "" : Offer.words(cpu) + " and ") + Offer.words(memory),
                        "\"" + largest.word() + "\": "
                                + (timeless ? "" : Offer.words(largest.cpu()) + " and ")
                                + Offer.words(largest.memory()));
    }
}
