package dev.davit.apply;

import dev.davit.document.DocumentException;
import dev.davit.document.Fields;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.NodeDigest;
import dev.davit.plan.Place;
import dev.davit.plan.Plan;
import dev.davit.plan.PlanException;
import dev.davit.plan.PlanFile;
import dev.davit.plan.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Write down what an apply is about to do before it does it, and what came of it.
 *
 * <p>A journal is a file of JSON lines for one stack and stage at one place, beside the plan that it belongs to. An intent is
 * on the disk before its call is made; so after any crash it is known which objects may have been touched. It holds names,
 * identities and digests, never what an object says. It saves time and is no truth of its own: without it a new plan finds
 * the same work.
 *
 * <p>Methods may be called from several threads; a journal that is open keeps other processes of the machine out.
 */
public final class Journal implements AutoCloseable {
    private static final int VERSION = 1;

    private final JournalFile file;
    private final Path planFile;
    private final Path leftoverFile;
    private final Optional<Unfinished> unfinished;

    /**
     * Hold what is known of an apply that did not come to its end.
     *
     * @param planDigest names its plan
     * @param release the number of its release record
     * @param by who ran it
     * @param startedAt when
     * @param ended how it ended; empty if it was killed
     * @param begun the ids of the steps that it may have done
     * @param done what the steps left behind whose result is known, by id
     * @param ready the ids of the steps that were seen to be ready
     */
    public record Unfinished(
            String planDigest,
            int release,
            String by,
            Instant startedAt,
            Optional<Release.State> ended,
            Set<String> begun,
            Map<String, Written> done,
            Set<String> ready) {
        public Unfinished {
            begun = Set.copyOf(begun);
            done = Map.copyOf(done);
            ready = Set.copyOf(ready);
        }
    }

    private Journal(JournalFile file, List<Fields> lines) {
        this.file = file;
        this.planFile = file.path().resolveSibling(file.path().getFileName() + ".plan.json");
        this.leftoverFile = file.path().resolveSibling(file.path().getFileName() + ".left.json");
        this.unfinished = JournalReader.unfinished(lines);
    }

    /**
     * Open the journal of a stack and stage at a place; there need not be one yet.
     *
     * @param folder where journals are kept, by convention {@code ${XDG_STATE_HOME:-~/.local/state}/davit}; made if missing
     * @throws LeaseHeldException if another process has it open
     * @throws JournalException if it cannot be read or written, or is of a newer Davit
     */
    public static Journal open(Path folder, Place place, String stack, String stage) {
        Path path = folder.resolve(name(place, stack, stage));
        JournalFile file;
        try {
            file = JournalFile.open(path);
        } catch (IOException e) {
            throw failed("the journal cannot be opened", path, e);
        }
        try {
            List<Fields> lines = lines(file);
            refuseNewer(lines, path);
            return new Journal(file, lines);
        } catch (RuntimeException e) {
            try (file) {
                throw e;
            } catch (IOException close) {
                throw e;
            }
        }
    }

    /** Of an apply that came to its end no more than that need be known, and there may be thousands of lines of it. */
    private static List<Fields> lines(JournalFile file) {
        List<Fields> ends = file.ends();
        boolean isDone = !ends.isEmpty() && JournalReader.isDone(ends.get(1));
        try {
            return isDone ? ends : file.lines();
        } catch (IOException e) {
            throw failed("the journal cannot be opened", file.path(), e);
        }
    }

    /** Names of stacks are checked where they are defined; a file's name takes nothing for granted. */
    private static String name(Place place, String stack, String stage) {
        MapNode what = new MapNode(null)
                .put("target", place.target())
                .put("place", place.identity())
                .put("stack", stack)
                .put("stage", stage);
        String readable = (stack + "-" + stage).replaceAll("[^A-Za-z0-9-]", "-");
        return readable.substring(0, Math.min(80, readable.length())) + "-"
                + NodeDigest.of(what).substring(0, 16) + ".jsonl";
    }

    private static void refuseNewer(List<Fields> lines, Path path) {
        for (Fields line : lines) {
            if (line.map().getLong("version").filter(it -> it > VERSION).isPresent()) {
                throw new JournalException(
                        "the journal is of a newer Davit",
                        path,
                        "go on with the Davit that wrote it; or delete the file, and a new plan finds what is left to do",
                        null);
            }
        }
    }

    /** Give what is known of the last apply, if it did not come to its end. */
    public Optional<Unfinished> unfinished() {
        return unfinished;
    }

    /**
     * Give the plan of the last apply, if it did not come to its end and its plan could be kept.
     *
     * @throws PlanException if the plan was changed since
     */
    public Optional<Plan> unfinishedPlan() {
        if (unfinished.isEmpty() || !Files.exists(planFile)) {
            return Optional.empty();
        }
        Plan plan = PlanFile.read(planFile);
        return Optional.of(plan)
                .filter(it -> it.digest().equals(unfinished.get().planDigest()));
    }

    /** Give what runs before the last left behind, as a plan of steps that were made. */
    Optional<Plan> leftover() {
        return Files.exists(leftoverFile) ? Optional.of(PlanFile.read(leftoverFile)) : Optional.empty();
    }

    /** Begin with a plan; what was known of another is forgotten, except for what it left. */
    void begin(Plan plan, Optional<Plan> left, int release, String by, long token, Instant at) {
        keep(left, leftoverFile);
        keep(Optional.of(plan), planFile);
        try {
            file.clear();
        } catch (IOException e) {
            throw failed("the journal cannot be written", file.path(), e);
        }
        append(
                entry("begin", at)
                        .put("version", VERSION)
                        .put("plan", plan.digest())
                        .put("stack", plan.wanted().stack())
                        .put("stage", plan.wanted().stage())
                        .put("release", release)
                        .put("by", by)
                        .put("token", token),
                true);
    }

    /** A plan that may not be kept can still be applied; it cannot be resumed without making it again. */
    private static void keep(Optional<Plan> plan, Path path) {
        try {
            Files.deleteIfExists(path);
            plan.filter(it -> it.wanted().literalSecret().isEmpty()).ifPresent(it -> PlanFile.save(it, path));
        } catch (IOException e) {
            throw failed("the plan cannot be kept beside the journal", path, e);
        } catch (PlanException e) {
            throw new JournalException(e.what() + ": " + e.why(), path, e.next(), e);
        }
    }

    /** Go on with the plan that the journal knows. */
    void resume(String by, long token, Instant at) {
        append(entry("resume", at).put("by", by).put("token", token), true);
    }

    /** Write down what is about to be done; returns when it is on the disk. */
    void intent(Step step, Instant at) {
        append(entry("intent", at).put("step", step.id()).put("does", step.does()), true);
    }

    /** Write down what a step left behind. */
    void result(Step step, Written written, Instant at) {
        append(
                entry("result", at)
                        .put("step", step.id())
                        .put("uid", written.uid())
                        .put("version", written.version())
                        .put("wrote", written.wrote()),
                false);
    }

    /** Write down that a step was seen to be ready. */
    void ready(Step step, Instant at) {
        append(entry("ready", at).put("step", step.id()), false);
    }

    /** Write down that a step failed; only the kind of reason, since a platform's words may quote what was sent. */
    void failed(Step step, String reason, Instant at) {
        append(entry("failed", at).put("step", step.id()).put("reason", reason), false);
    }

    /** Write down how the apply ended. */
    void end(Release.State state, Instant at) {
        append(entry("end", at).put("state", Fields.word(state)), true);
        if (state == Release.State.DONE) {
            try {
                Files.deleteIfExists(planFile);
                Files.deleteIfExists(leftoverFile);
            } catch (IOException staysBehind) {
                // The next apply replaces it.
            }
        }
    }

    private static MapNode entry(String name, Instant at) {
        return new MapNode(null).put("entry", name).put("at", at.toString());
    }

    private void append(Node line, boolean force) {
        try {
            file.append((MapNode) line, force);
        } catch (IOException | DocumentException e) {
            throw failed("the journal cannot be written", file.path(), e);
        }
    }

    private static JournalException failed(String what, Path path, Exception cause) {
        return new JournalException(
                what + ": " + cause.getMessage(),
                path,
                "check the folder, your rights to it and the space left",
                cause);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw failed("the journal cannot be closed", file.path(), e);
        }
    }

    private static final class JournalReader {
        private final Set<String> begun = new HashSet<>();
        private final Map<String, Written> done = new LinkedHashMap<>();
        private final Set<String> ready = new HashSet<>();
        private Fields begin;
        private Optional<Release.State> ended = Optional.empty();

        /** What makes no sense is as good as not there: it costs time, as a lost journal does. */
        static Optional<Unfinished> unfinished(List<Fields> lines) {
            JournalReader reader = new JournalReader();
            try {
                lines.forEach(reader::take);
                return reader.result();
            } catch (DocumentException e) {
                return Optional.empty();
            }
        }

        static boolean isDone(Fields line) {
            return line.map().getText("entry").filter("end"::equals).isPresent()
                    && line.map()
                            .getText("state")
                            .filter(Fields.word(Release.State.DONE)::equals)
                            .isPresent();
        }

        private void take(Fields line) {
            switch (line.text("entry")) {
                case "begin" -> begin = line;
                case "resume" -> ended = Optional.empty();
                case "intent" -> {
                    begun.add(line.text("step"));
                    done.remove(line.text("step"));
                    ready.remove(line.text("step"));
                }
                case "result" ->
                    done.put(
                            line.text("step"), new Written(line.text("uid"), line.text("version"), line.flag("wrote")));
                case "ready" -> ready.add(line.text("step"));
                case "end" -> ended = Optional.of(line.word("state", Release.State.class));
                default -> {
                    // For people.
                }
            }
        }

        private Optional<Unfinished> result() {
            if (begin == null || ended.equals(Optional.of(Release.State.DONE))) {
                return Optional.empty();
            }
            return Optional.of(new Unfinished(
                    begin.text("plan"),
                    begin.count("release"),
                    begin.text("by"),
                    begin.time("at"),
                    ended,
                    begun,
                    done,
                    ready));
        }
    }
}
