package dev.davit.k8s.schema;

/** Say what one field of a definition may hold and whether it must be there. */
record Field(String name, boolean required, Type type) {}
