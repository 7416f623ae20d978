package dev.davit;

import dev.davit.model.Kind;
import dev.davit.model.ResourceKey;

/** Refer to a service that only the private network reaches. */
public final class PrivateService extends Service {
    PrivateService(String id) {
        super(new ResourceKey(Kind.PRIVATE_SERVICE, id));
    }

    /** Refer to a private service that is defined later in the same definition. */
    public static PrivateService named(String id) {
        return new PrivateService(id);
    }
}
