package dev.davit.render.blueprint;

import dev.davit.Cpu;
import dev.davit.Size;
import dev.davit.document.MapNode;
import dev.davit.document.Origin;
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
            node.put("plan", Settings.word(chosen.get()), chosen.get().origin());
            return;
        }
        Origin why = spec.origin(spec.declaration().sets("memory") ? "memory" : "cpu");
        Optional<Offer> offer = plans.cheapest(cpu, memory);
        if (offer.isEmpty()) {
            tooLarge(spec, plans.largest(), cpu, memory);
        }
        node.put("plan", offer.orElse(plans.largest()).word(), why);
    }

    private void tooLarge(Spec spec, Offer largest, Cpu cpu, Size memory) {
        boolean timeless = largest.cpu().millis() == 1;
        context.remarks()
                .tooLarge(
                        spec,
                        memory.compareTo(largest.memory()) > 0 ? "memory" : "cpu",
                        (timeless ? "" : words(cpu) + " and ") + words(memory),
                        "\"" + largest.word() + "\": "
                                + (timeless ? "" : words(largest.cpu()) + " and ")
                                + words(largest.memory()));
    }

    private static String words(Cpu cpu) {
        return cpu.quantity() + " CPU";
    }

    private static String words(Size memory) {
        return memory.quantity() + "B";
    }
}
