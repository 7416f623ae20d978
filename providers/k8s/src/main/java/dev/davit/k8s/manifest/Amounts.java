package dev.davit.k8s.manifest;

import dev.davit.Cpu;
import dev.davit.Size;
import dev.davit.document.MapNode;
import dev.davit.document.Origin;

/**
 * Makes requests and limits. They are equal: an instance gets what the definition says, no less when neighbours are busy and no
 * more when they are not, as on Render. Memory beyond the request would be taken back by killing the instance.
 */
final class Amounts {
    private static final Origin EQUAL = Origin.target("requests and limits are equal");

    private final MapNode amounts = new MapNode(EQUAL);

    static Amounts of(Cpu cpu, Origin cpuOrigin, Size memory, Origin memoryOrigin) {
        Amounts amounts = new Amounts();
        amounts.amounts.put("cpu", cpu.quantity(), cpuOrigin).put("memory", memory.quantity(), memoryOrigin);
        return amounts;
    }

    /** Gives amounts of what Davit itself runs. */
    static Amounts small(int millis, int mib, Origin origin) {
        return of(Cpu.millis(millis), origin, Size.mib(mib), origin);
    }

    /** Asks for space on the node's own disk, for logs and scratch files. */
    Amounts scratch(Size size, Origin origin) {
        amounts.put("ephemeral-storage", size.quantity(), origin);
        return this;
    }

    Amounts gpus(int count, Origin origin) {
        amounts.put("nvidia.com/gpu", String.valueOf(count), origin);
        return this;
    }

    MapNode tree() {
        return new MapNode(EQUAL).put("requests", amounts.copy()).put("limits", amounts);
    }
}
