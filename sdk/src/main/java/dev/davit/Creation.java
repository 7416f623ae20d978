package dev.davit;

import dev.davit.document.Origin;
import dev.davit.model.ResourceKey;
import java.util.List;

/** Carries what every builder starts with. */
record Creation(ResourceKey key, Origin origin, List<String> component, Problems problems) {}
