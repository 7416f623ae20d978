package dev.davit;

/** Say what a private service can have. */
public final class PrivateServiceBuilder extends PrivateBuilder<PrivateServiceBuilder> {
    PrivateServiceBuilder(Creation creation, Source source) {
        super(creation, source);
    }

    /** Run so many instances; one unless given. */
    public PrivateServiceBuilder scale(Scale scale) {
        scaled(scale);
        return self();
    }
}
