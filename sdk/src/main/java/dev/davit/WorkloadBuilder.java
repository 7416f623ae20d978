package dev.davit;

import dev.davit.model.WorkloadSpec;

/**
 * Say what every workload can have: environment, command, processor time and memory.
 *
 * @param <S> the builder's own type
 */
public abstract class WorkloadBuilder<S extends WorkloadBuilder<S>> extends ResourceBuilder<S> {
    final WorkloadSpec.Builder spec = new WorkloadSpec.Builder();

    WorkloadBuilder(Creation creation, Source source) {
        super(creation);
        positional("source");
        spec.source(source);
    }

    /** Set an environment variable to text. A variable that is set again takes the last value. */
    public final S env(String name, String text) {
        variable(name, text, text == null ? null : new Literal<>(text), () -> spec.putEnv(name, new Literal<>(text)));
        return self();
    }

    /** Set an environment variable to a reference, a secret, or text made of those. */
    public final S env(String name, Value<?> value) {
        variable(name, Values.literalText(value), value, () -> spec.putEnv(name, value));
        return self();
    }

    /** Read all variables of a group. A variable of the workload's own goes before one of a group. */
    public final S envGroup(EnvGroup group) {
        record("envGroup." + group.id(), "envGroup", group);
        assign("envGroup." + group.id(), () -> spec.addEnvGroups(group.key()));
        return self();
    }

    /** Start the image with another command, given as separate words. A native runtime has its own start command instead. */
    public final S command(String... words) {
        record("command", "command", (Object[]) words);
        assign("command", () -> spec.addCommand(words));
        return self();
    }

    /** Ask for processor time per instance; half a core unless given, four cores with a GPU. */
    public final S cpu(Cpu amount) {
        record("cpu", "cpu", amount);
        assign("cpu", () -> spec.cpu(amount));
        return self();
    }

    /** Ask for memory per instance; 512 MiB unless given, 16 GiB with a GPU. */
    public final S memory(Size size) {
        record("memory", "memory", size);
        assign("memory", () -> spec.memory(size));
        return self();
    }

    /** Completes the spec with what this level collected. */
    WorkloadSpec spec() {
        return spec.declaration(finish()).build();
    }
}
