package dev.davit.model;

import dev.davit.document.Origin;
import java.util.Optional;

/**
 * Hold one setting of a target.
 *
 * @param name the setting's name: {@code region}, {@code plan}
 * @param resource the resource that it is for; empty for the whole placement
 * @param value text, number, boolean, a list of these, or a value type of the SDK
 * @param origin the user's call
 */
public record Setting(String name, Optional<ResourceKey> resource, Object value, Origin origin) {}
