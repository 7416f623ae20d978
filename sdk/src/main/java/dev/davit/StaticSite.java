package dev.davit;

import dev.davit.model.Attribute;
import dev.davit.model.Kind;
import dev.davit.model.ResourceKey;

/** Refer to a site of files. */
public final class StaticSite extends Handle {
    StaticSite(String id) {
        super(new ResourceKey(Kind.STATIC_SITE, id));
    }

    /** Refer to the address that the public reaches, with {@code https://}. */
    public Value<String> publicUrl() {
        return text(Attribute.PUBLIC_URL);
    }
}
