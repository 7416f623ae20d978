package dev.davit;

import dev.davit.model.Attribute;
import dev.davit.model.Kind;
import dev.davit.model.ResourceKey;

/** Refer to a service that the public reaches. */
public final class WebService extends Service {
    WebService(String id) {
        super(new ResourceKey(Kind.WEB_SERVICE, id));
    }

    /** Refer to a web service that is defined later in the same definition. */
    public static WebService named(String id) {
        return new WebService(id);
    }

    /** Refer to the address that the public reaches, with {@code https://}. */
    public Value<String> publicUrl() {
        return text(Attribute.PUBLIC_URL);
    }
}
