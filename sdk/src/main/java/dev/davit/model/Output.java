package dev.davit.model;

import dev.davit.Value;
import dev.davit.document.Origin;

/**
 * Name a value that a user of the stack wants to know.
 *
 * @param name the output's name
 * @param value the value
 * @param origin the user's call
 */
public record Output(String name, Value<?> value, Origin origin) {}
