package dev.davit.model;

/** Name what a reference asks of a resource. */
public enum Attribute {
    /** Host name inside the private network. */
    HOST("host"),
    /** TCP port inside the private network. */
    PORT("port"),
    /** {@code host:port} inside the private network. */
    HOST_PORT("hostPort"),
    /** Address that the public reaches, with its scheme. */
    PUBLIC_URL("publicUrl"),
    /** Address of a data store with its credentials. */
    CONNECTION_STRING("connectionString"),
    USER("user"),
    PASSWORD("password"),
    DATABASE("database"),
    /** Folder in which a model's files lie for the service that serves it. */
    PATH("path");

    private final String word;

    Attribute(String word) {
        this.word = word;
    }

    /** Give the attribute as the SDK's method names it. */
    public String word() {
        return word;
    }

    /**
     * Say whether the resource must be there before its reader can start. A public address is made of names alone, so two
     * services may know each other's.
     */
    public boolean ordersResources() {
        return this != PUBLIC_URL;
    }

    /** Say whether the answer must stay hidden. */
    public boolean isSecret() {
        return this == CONNECTION_STRING || this == PASSWORD;
    }
}
