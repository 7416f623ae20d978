package dev.davit;

import dev.davit.document.Origin;

/**
 * Say what every web service can have.
 *
 * @param <S> the builder's own type
 */
public abstract class WebBuilder<S extends WebBuilder<S>> extends ServiceBuilder<S> {
    WebBuilder(Creation creation, Source source) {
        super(creation, source);
    }

    WebBuilder(Creation creation, Source source, Disk disk) {
        super(creation, source, disk);
    }

    /** Serve under a host name of your own, such as {@code app.example.com}; repeat for more. */
    public final S domain(String host) {
        Origin origin = record("domain." + host, "domain", host);
        if (Domains.isHost(host)) {
            assign("domain." + host, () -> spec.addDomains(host));
        } else {
            refuse(origin, Domains.what(host), Domains.WHY, Domains.FIX);
        }
        return self();
    }
}
