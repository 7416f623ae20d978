package dev.davit.render.sandbox;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Say how a sandbox behaves.
 *
 * @param state the file that keeps it over restarts, readable by its owner alone; without one it is forgotten at the end
 * @param clock its clock; empty for one that runs on from where the state ended
 * @param speed seconds that pass in one real second when no clock is given
 * @param timings how long things take
 * @param program what users' programs do
 * @param overlap what a deploy does that finds another under way
 * @param faults what goes wrong
 * @param port the port on the loopback address; 0 for any that is free
 * @param apiKey the key that requests must carry
 */
public record SandboxOptions(
        Optional<Path> state,
        Optional<SandboxClock> clock,
        int speed,
        Timings timings,
        Program program,
        Overlap overlap,
        FaultPlan faults,
        int port,
        String apiKey) {

    /** Give the usual ones: in memory, 60 times as fast as real time, programs that work, no faults, any free port. */
    public static SandboxOptions usual() {
        return new SandboxOptions(
                Optional.empty(),
                Optional.empty(),
                60,
                Timings.usual(),
                Program.working(),
                Overlap.WAIT,
                FaultPlan.none(),
                0,
                "rnd_sandbox");
    }

    /** Keep the state in a file. */
    public SandboxOptions keptIn(Path file) {
        return new SandboxOptions(Optional.of(file), clock, speed, timings, program, overlap, faults, port, apiKey);
    }

    /** Tell the time by a clock. */
    public SandboxOptions clock(SandboxClock it) {
        return new SandboxOptions(state, Optional.of(it), speed, timings, program, overlap, faults, port, apiKey);
    }

    /** Run so many times as fast as real time. */
    public SandboxOptions speed(int it) {
        return new SandboxOptions(state, clock, it, timings, program, overlap, faults, port, apiKey);
    }

    /** Let things take so long. */
    public SandboxOptions timings(Timings it) {
        return new SandboxOptions(state, clock, speed, it, program, overlap, faults, port, apiKey);
    }

    /** Let programs behave so. */
    public SandboxOptions program(Program it) {
        return new SandboxOptions(state, clock, speed, timings, it, overlap, faults, port, apiKey);
    }

    /** Let deploys that meet behave so. */
    public SandboxOptions overlap(Overlap it) {
        return new SandboxOptions(state, clock, speed, timings, program, it, faults, port, apiKey);
    }

    /** Let things go wrong. */
    public SandboxOptions faults(FaultPlan it) {
        return new SandboxOptions(state, clock, speed, timings, program, overlap, it, port, apiKey);
    }

    /** Listen on a port. */
    public SandboxOptions port(int it) {
        return new SandboxOptions(state, clock, speed, timings, program, overlap, faults, it, apiKey);
    }

    /** Write it without the key. */
    @Override
    public String toString() {
        return "SandboxOptions[state=" + state + ", port=" + port + "]";
    }
}
