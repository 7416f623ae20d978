package dev.davit;

/** Say what a web service can have. */
public final class WebServiceBuilder extends WebBuilder<WebServiceBuilder> {
    WebServiceBuilder(Creation creation, Source source) {
        super(creation, source);
    }

    /** Run so many instances; one unless given. */
    public WebServiceBuilder scale(Scale scale) {
        scaled(scale);
        return self();
    }
}
