package dev.davit.apply;

import dev.davit.plan.Plan;
import dev.davit.plan.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One process that works on the world. Each call that writes can be where it meets its fate, before or after the write. */
final class WorldOperator implements Operator {
    /** What happens at a call. */
    interface Fate {
        void meet(int call, boolean after);
    }

    /** Ends a process as SIGKILL does: it never gets to another call. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    static final Fate NONE = (call, after) -> {};

    private final World world;
    private final Fate fate;
    private boolean dead;
    int calls;
    List<Refusal> refusals = List.of();

    WorldOperator(World world, Fate fate) {
        this.world = world;
        this.fate = fate;
    }

    private <T> T call(Supplier<T> write) {
        synchronized (world) {
            refuseIfDead();
            int call = calls++;
            try {
                fate.meet(call, false);
                T result = write.get();
                fate.meet(call, true);
                return result;
            } catch (Killed e) {
                dead = true;
                throw e;
            }
        }
    }

    private void refuseIfDead() {
        if (dead) {
            throw new Killed();
        }
    }

    @Override
    public List<Refusal> preflight(Plan plan) {
        return refusals;
    }

    @Override
    public LeaseStore lease(String stack, String stage) {
        return new LeaseStore() {
            @Override
            public Optional<LeaseRecord> read() {
                synchronized (world) {
                    refuseIfDead();
                    return world.lease.read();
                }
            }

            @Override
            public Optional<LeaseRecord> write(LeaseRecord record) {
                return call(() -> world.lease.write(record));
            }
        };
    }

    @Override
    public void begin(Plan plan, int release, Fence fence) {
        call(() -> {
            fence.check();
            return world.prepared = true;
        });
    }

    @Override
    public Written perform(Step step, Fence fence) {
        return call(() -> step.verb() == Step.Verb.DELETE ? world.delete(step, fence) : world.apply(step, fence));
    }

    @Override
    public Readiness readiness(Step step, Written written, Fence fence) {
        synchronized (world) {
            refuseIfDead();
            return world.look(step);
        }
    }

    @Override
    public void finish(Plan plan, Fence fence) {
        call(() -> {
            fence.check();
            return world.prepared = false;
        });
    }

    @Override
    public ReleaseStore releases(String stack, String stage) {
        return new ReleaseStore() {
            @Override
            public List<Release> list() {
                synchronized (world) {
                    refuseIfDead();
                    List<Release> all = new ArrayList<>(world.releases.values());
                    all.sort(Comparator.comparingInt(Release::number).reversed());
                    return all;
                }
            }

            @Override
            public Optional<Release.State> lastState() {
                return list().stream().findFirst().map(Release::state);
            }

            @Override
            public void write(Release release, Fence fence) {
                call(() -> {
                    fence.check();
                    return world.releases.put(release.number(), release);
                });
            }
        };
    }
}
