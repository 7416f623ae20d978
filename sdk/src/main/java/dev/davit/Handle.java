package dev.davit;

import dev.davit.model.Attribute;
import dev.davit.model.ResourceKey;

/**
 * Refer to a resource that was created, or that will be ({@code PrivateService.named("api")}).
 *
 * <p>A handle offers typed references and nothing else: what a resource is was settled where it was created.
 */
public abstract sealed class Handle
        permits CronJob, EnvGroup, Job, KeyValue, ModelArtifact, Postgres, Secret, Service, StaticSite, Worker {
    private final ResourceKey key;

    Handle(ResourceKey key) {
        this.key = key;
    }

    /** Give the id that the user chose; it is the live object's name, too. */
    public final String id() {
        return key.id();
    }

    /** Give kind and id. */
    public final ResourceKey key() {
        return key;
    }

    final Reference<String> text(Attribute attribute) {
        return new Reference<>(key, attribute);
    }

    final Reference<Integer> number(Attribute attribute) {
        return new Reference<>(key, attribute);
    }

    /** Give what a message calls the handle: the variable that the user most likely named it. */
    public String describe() {
        return JavaText.identifier(key.id());
    }

    /**
     * Refuse: a handle in text is always a mistake for one of its references.
     *
     * @throws UnresolvedValueException always, naming the line that called it
     */
    @Override
    public final String toString() {
        throw new UnresolvedValueException(describe(), Caller.locate());
    }
}
