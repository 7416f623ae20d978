package dev.davit.render.blueprint;

import dev.davit.model.Kind;
import dev.davit.model.ResourceKey;
import dev.davit.model.Setting;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Reports settings that reach nothing: no word of the user's is dropped in silence. */
final class UnusedSettings {
    private static final Set<Kind> PLANNED = EnumSet.of(
            Kind.WEB_SERVICE,
            Kind.PRIVATE_SERVICE,
            Kind.WORKER,
            Kind.CRON_JOB,
            Kind.JOB_QUEUE,
            Kind.CACHE,
            Kind.POSTGRES);

    private final Context context;

    UnusedSettings(Context context) {
        this.context = context;
    }

    void report() {
        context.scope()
                .placement()
                .settings()
                .forEach(setting -> setting.resource().ifPresent(key -> report(setting, key)));
    }

    private void report(Setting setting, ResourceKey key) {
        boolean here = context.scope().holds(key);
        switch (setting.name()) {
            case "plan" -> {
                if (!here || !PLANNED.contains(key.kind())) {
                    add(setting, key, here ? "a " + key.kind().words() + " has no plan on Render" : away(key));
                }
            }
            case "address" -> {
                if (here) {
                    add(setting, key, key + " is on Render, where its address is known");
                } else if (Address.parse((String) setting.value()).isEmpty()) {
                    context.remarks().noAddress(setting, key);
                }
            }
            case "environment" -> {
                if (!here || !Environments.holds(key.kind())) {
                    add(setting, key, here ? "a " + key.kind().words() + " is in no environment" : away(key));
                }
            }
            default -> {
                Optional<Boolean> fits = OwnSettings.fits(setting.name(), key.kind());
                if (!here) {
                    add(setting, key, away(key));
                } else if (!fits.orElse(false)) {
                    add(setting, key, "a " + key.kind().words() + " has no such setting on Render");
                }
            }
        }
    }

    private static String away(ResourceKey key) {
        return key + " is not on Render";
    }

    private void add(Setting setting, ResourceKey key, String why) {
        context.remarks().unused(setting, key, why);
    }
}
