package dev.davit.k8s.schema;

/**
 * Say what one field of a definition may hold.
 *
 * @param required whether it must be there
 * @param filled whether it must hold something: a list an item, a map an entry, text a letter
 */
record Field(String name, boolean required, boolean filled, Type type) {}
