package dev.davit;

import dev.davit.model.Attribute;
import dev.davit.model.Kind;
import dev.davit.model.ResourceKey;

/** Refer to a Postgres database. */
public final class Postgres extends Handle {
    Postgres(String id) {
        super(new ResourceKey(Kind.POSTGRES, id));
    }

    /** Refer to {@code postgres://user:password@host:port/database}. */
    public Value<String> connectionString() {
        return text(Attribute.CONNECTION_STRING);
    }

    /** Refer to the host name inside the private network. */
    public Value<String> host() {
        return text(Attribute.HOST);
    }

    /** Refer to the TCP port inside the private network. */
    public Value<Integer> port() {
        return number(Attribute.PORT);
    }

    /** Refer to the name of the user that owns the database. */
    public Value<String> user() {
        return text(Attribute.USER);
    }

    /** Refer to the password that the platform made for the user. */
    public Value<String> password() {
        return text(Attribute.PASSWORD);
    }

    /** Refer to the name of the database. */
    public Value<String> database() {
        return text(Attribute.DATABASE);
    }
}
