package dev.davit.model;

import dev.davit.document.MapNode;
import java.util.List;

/** A value of a target's settings block that has parts. */
public interface SettingValue {
    /** Write it for machines. */
    MapNode toNode();

    /** Give the resources of the definition that it refers to. */
    default List<ResourceKey> resources() {
        return List.of();
    }
}
