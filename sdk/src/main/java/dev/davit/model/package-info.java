/** What a definition says, resolved: immutable, target-neutral specs, the edges between them, and the assembly of both. */
@Value.Style(
        strictBuilder = true,
        jdkOnly = true,
        allParameters = false,
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        overshadowImplementation = true,
        defaults = @Value.Immutable(copy = false))
package dev.davit.model;

import org.immutables.value.Value;
