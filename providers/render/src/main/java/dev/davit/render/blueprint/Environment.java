package dev.davit.render.blueprint;

import dev.davit.NativeRuntime;
import dev.davit.Reference;
import dev.davit.Text;
import dev.davit.Value;
import dev.davit.document.Origin;
import dev.davit.model.Attribute;
import dev.davit.model.ResourceKey;
import dev.davit.model.WorkloadSpec;
import java.util.List;
import java.util.Optional;

/** Fills a workload's variables: what the target adds, then what the user set. */
final class Environment {
    private final Context context;
    private final WorkloadSpec spec;
    private final EnvVars env;

    private Environment(Context context, WorkloadSpec spec) {
        this.context = context;
        this.spec = spec;
        // A line that Render takes unchanged, or none, has no place for what the start command would export.
        boolean line = context.settings().of("command", spec.key()).isPresent()
                || context.settings().of("builtFrom", spec.key()).isPresent()
                || spec.source() instanceof NativeRuntime runtime
                        && runtime.start().isBlank()
                        && spec.command().isEmpty();
        this.env = new EnvVars(
                context, spec, !line && (spec.source() instanceof NativeRuntime || Shell.runsScript(spec.command())));
    }

    static EnvVars of(Context context, WorkloadSpec spec, Optional<WorkloadSpec> preDeploy) {
        Environment environment = new Environment(context, spec);
        environment.env.putGroups(spec);
        environment.putPort();
        environment.putVersion();
        new ModelFiles(context, spec).tell(environment.env);
        spec.env().forEach((name, value) -> {
            if (context.settings().variable(spec.key(), name).isPresent()) {
                context.remarks().overridden(spec, "env." + name, "where " + name + " comes from");
            } else {
                environment.put(name, value, spec.origin("env." + name));
            }
        });
        preDeploy.ifPresent(environment::putOf);
        return environment.env;
    }

    /** Render sends traffic to the port of this variable; source: https://render.com/docs/web-services, "Port binding". */
    private void putPort() {
        if (context.settings().variable(spec.key(), "PORT").isPresent()) {
            if (spec.declaration().sets("port")) {
                context.remarks().overridden(spec, "port", "where PORT comes from");
            }
        } else if (spec.isService() && !spec.env().containsKey("PORT")) {
            env.put("PORT", String.valueOf(spec.port()), spec.origin("port"));
        } else if (spec.declaration().sets("port")
                && !Value.of(String.valueOf(spec.port())).equals(spec.env().get("PORT"))) {
            context.remarks()
                    .noField(
                            spec,
                            "port",
                            "the variable PORT says otherwise than .port(" + spec.port() + ")",
                            "Render sends traffic to the port in the variable",
                            "take one of both out");
        }
    }

    private void putVersion() {
        if (spec.source() instanceof NativeRuntime runtime && runtime.version().isPresent()) {
            Origin why = spec.origin("source");
            Languages.variable(runtime.language())
                    .ifPresentOrElse(
                            name -> {
                                if (!spec.env().containsKey(name)
                                        && context.settings()
                                                .variable(spec.key(), name)
                                                .isEmpty()) {
                                    env.put(name, runtime.version().get(), why);
                                }
                            },
                            () -> context.notes().emulated(spec.key(), Languages.elsewhere(runtime)));
        }
    }

    private void put(String name, Value<?> value, Origin why) {
        env.put(name, value, why);
        references(value).stream()
                .filter(it -> !context.scope().holds(it.resource()) && it.attribute() != Attribute.PATH)
                .forEach(it -> outside(name, it, why));
    }

    private void outside(String name, Reference<?> reference, Origin why) {
        ResourceKey key = reference.resource();
        if (reference.attribute().isSecret() || !isService(key)) {
            context.notes().emulated(spec.key(), "Render asks for " + name + " when the Blueprint is created");
            return;
        }
        Optional<Address> address = context.addresses().of(key);
        if (address.isEmpty()) {
            context.remarks().unknownAddress(spec, name, key);
        } else if (address.get().guarded() && reference.attribute() != Attribute.PUBLIC_URL) {
            putToken(key, address.get(), why);
        }
    }

    private void putToken(ResourceKey service, Address address, Origin why) {
        String token = token(service);
        context.notes()
                .emulated(
                        spec.key(),
                        "it calls " + service + " from outside, at " + address.url() + ", and shows " + token);
        if (!spec.env().containsKey(token) && !env.has(token)) {
            env.ask(token, why);
        }
    }

    /** Names the variable with which a caller shows that it may call a service. */
    static String token(ResourceKey service) {
        return Context.variable(service.id()) + "_TOKEN";
    }

    private static boolean isService(ResourceKey key) {
        return switch (key.kind()) {
            case WEB_SERVICE, PRIVATE_SERVICE, STATIC_SITE -> true;
            default -> false;
        };
    }

    private static List<Reference<?>> references(Value<?> value) {
        if (value instanceof Text text) {
            return text.parts().stream()
                    .<Reference<?>>flatMap(part -> references(part).stream())
                    .toList();
        }
        return value instanceof Reference<?> reference ? List.of(reference) : List.of();
    }

    /** A pre-deploy job sees the service's variables; what it has of its own is added to them. */
    private void putOf(WorkloadSpec job) {
        env.putGroups(job);
        job.env().forEach((name, value) -> {
            if (!spec.env().containsKey(name) && !env.has(name)) {
                put(name, value, job.origin("env." + name));
            } else if (!value.equals(spec.env().get(name))) {
                context.remarks()
                        .noField(
                                job,
                                "env." + name,
                                "Render runs the job with the " + name + " of " + spec.key(),
                                "a pre-deploy command sees the service's own variables",
                                "give the job's value another name");
            }
        });
    }
}
