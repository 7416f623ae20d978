package dev.davit.model;

import dev.davit.Raw;
import dev.davit.document.Origin;
import java.util.Optional;

/**
 * Edit one finished object of a target.
 *
 * @param resource the resource that the object stands for
 * @param object the object's kind, where a resource becomes several: {@code Deployment}
 * @param edit what to do
 * @param origin the user's call
 */
public record RawEdit(ResourceKey resource, Optional<String> object, Raw edit, Origin origin) {}
