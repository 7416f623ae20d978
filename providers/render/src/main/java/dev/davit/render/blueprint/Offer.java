package dev.davit.render.blueprint;

import dev.davit.Cpu;
import dev.davit.Size;

/**
 * Name a plan of Render and what it holds.
 *
 * @param word the plan's name in a Blueprint
 * @param cpu the processor time
 * @param memory the memory; Render writes 512 MB and gives 512 MiB
 */
public record Offer(String word, Cpu cpu, Size memory) {
    static Offer of(String word, int millis, int mib) {
        return new Offer(word, Cpu.millis(millis), Size.mib(mib));
    }

    /** Give the processor time as messages write it. */
    public static String words(Cpu cpu) {
        return cpu.quantity() + " CPU";
    }

    /** Give the memory as messages write it. */
    public static String words(Size memory) {
        return memory.bytes() % (1L << 30) == 0 ? memory.inGibRoundedUp() + " GiB" : memory.inMib() + " MiB";
    }

    boolean holds(Cpu askedCpu, Size askedMemory) {
        return cpu.compareTo(askedCpu) >= 0 && memory.compareTo(askedMemory) >= 0;
    }
}
