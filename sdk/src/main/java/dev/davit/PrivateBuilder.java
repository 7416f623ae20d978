package dev.davit;

/**
 * Say what every private service can have.
 *
 * @param <S> the builder's own type
 */
public abstract class PrivateBuilder<S extends PrivateBuilder<S>> extends ServiceBuilder<S> {
    PrivateBuilder(Creation creation, Source source) {
        super(creation, source);
    }

    PrivateBuilder(Creation creation, Source source, Disk disk) {
        super(creation, source, disk);
    }

    /**
     * Promise that the program opens its port only when it can serve, for example after the model is loaded. Render asks a
     * private service nothing else before it sends traffic; source: https://render.com/docs/health-checks
     */
    public final S opensPortWhenReady() {
        record("opensPortWhenReady", "opensPortWhenReady");
        assign("opensPortWhenReady", () -> spec.opensPortWhenReady(true));
        return self();
    }
}
