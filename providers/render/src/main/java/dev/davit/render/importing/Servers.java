package dev.davit.render.importing;

import dev.davit.Cron;
import dev.davit.Disk;
import dev.davit.Health;
import dev.davit.Scale;
import dev.davit.Size;
import dev.davit.source.Call;
import dev.davit.source.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what runs in typed calls: web services, private services, workers and cron jobs. */
final class Servers {
    private final Draft draft;
    private final Item item;
    private final Cursor fields;

    Servers(Draft draft) {
        this.draft = draft;
        this.item = draft.item();
        this.fields = item.fields();
    }

    /** Says what a web service, private service or worker has. */
    void server() {
        Programs programs = new Programs(item);
        draft.arguments().add(programs.source());
        disk();
        health();
        scale();
        fields.as("maxShutdownDelaySeconds", it -> duration(Integer.parseInt(it)))
                .ifPresent(it -> draft.call("drain", "maxShutdownDelaySeconds", it));
        command();
        commands();
    }

    private static Code duration(int seconds) {
        if (seconds < 1) {
            throw new IllegalArgumentException();
        }
        return seconds % 60 == 0
                ? Code.call("Duration", "ofMinutes", Draft.number(seconds / 60))
                : Code.call("Duration", "ofSeconds", Draft.number(seconds));
    }

    private void disk() {
        Optional<Cursor> disk = fields.into("disk");
        if (disk.isEmpty()) {
            return;
        }
        Optional<String> path =
                disk.get().as("mountPath", it -> Disk.at(it, Size.gib(1)).mountPath());
        Optional<Integer> size = disk.get().has("sizeGB") ? disk.get().number("sizeGB") : Optional.of(10);
        if (path.isEmpty() || size.filter(it -> it > 0).isEmpty()) {
            fields.giveBack("disk", "no typed call takes such a disk");
            return;
        }
        List<Call> made = new ArrayList<>();
        made.add(Call.of("at", Code.quoted(path.get()), Draft.gib(size.get())).marked(item.mark("/disk")));
        disk.get()
                .as("name", it -> Disk.at("/x", Size.gib(1)).name(it).name())
                .filter(it -> !it.equals("data"))
                .ifPresent(it -> made.add(Call.of("name", Code.quoted(it))));
        draft.arguments().add(new Code.Chain("Disk", made));
    }

    private boolean hasDisk() {
        return draft.arguments().size() > 2;
    }

    private void health() {
        if (item.kind() == Item.Kind.WEB) {
            fields.as("healthCheckPath", it -> Health.http(it).path().orElseThrow())
                    .ifPresent(it ->
                            draft.call("health", "healthCheckPath", Code.call("Health", "http", Code.quoted(it))));
        } else {
            fields.text("healthCheckPath")
                    .ifPresent(it -> draft.set("healthCheckPath", "healthCheckPath", Code.quoted(it)));
        }
    }

    private void scale() {
        if (hasDisk()) {
            return;
        }
        Optional<Cursor> scaling = fields.into("scaling");
        if (scaling.isPresent() && !scaling(scaling.get())) {
            fields.giveBack("scaling", "no typed call takes such a scaling");
        }
        if (!fields.map().has("scaling")) {
            fields.as("numInstances", it -> Scale.fixed(Integer.parseInt(it)).min())
                    .ifPresent(
                            it -> draft.call("scale", "numInstances", Code.call("Scale", "fixed", Draft.number(it))));
        }
    }

    private boolean scaling(Cursor scaling) {
        Optional<Integer> min = scaling.number("minInstances");
        Optional<Integer> max = scaling.number("maxInstances");
        Optional<Integer> cpu = scaling.number("targetCPUPercent").filter(it -> it > 0 && it <= 90);
        Optional<Integer> memory = scaling.number("targetMemoryPercent").filter(it -> it > 0 && it <= 90);
        if (min.isEmpty() || max.isEmpty() || cpu.isEmpty() && memory.isEmpty()) {
            return false;
        }
        try {
            Scale.between(min.get(), max.get());
        } catch (IllegalArgumentException e) {
            return false;
        }
        List<Call> made = new ArrayList<>();
        made.add(Call.of("between", Draft.number(min.get()), Draft.number(max.get())));
        cpu.ifPresent(it -> made.add(Call.of("cpu", Draft.number(it))));
        memory.ifPresent(it -> made.add(Call.of("memory", Draft.number(it))));
        draft.call("scale", "scaling", new Code.Chain("Scale", made));
        return true;
    }

    /** What a native runtime starts with is in its source. */
    void command() {
        boolean built = fields.peek("runtime")
                .filter(it -> it.equals("docker") || it.equals("image"))
                .isPresent();
        if (built) {
            fields.text("dockerCommand")
                    .ifPresent(line -> Programs.words(line)
                            .ifPresentOrElse(
                                    words -> draft.call("command", "dockerCommand", words),
                                    () -> draft.set("command", "dockerCommand", Code.quoted(line))));
        }
    }

    /** Takes the commands that the source could not say. */
    private void commands() {
        fields.text("buildCommand").ifPresent(it -> draft.set("buildCommand", "buildCommand", Code.quoted(it)));
        fields.text("startCommand").ifPresent(it -> draft.set("startCommand", "startCommand", Code.quoted(it)));
    }

    /** Says what a cron job has. */
    void cron() {
        draft.arguments().add(new Programs(item).source());
        if (!fields.map().has("schedule")) {
            item.remove("schedule", "the file names no schedule");
        }
        Optional<Code> schedule = fields.as("schedule", Servers::schedule);
        draft.arguments().add(schedule.orElse(Code.call("Cron", "daily", Draft.number(0), Draft.number(0))));
        command();
        commands();
    }

    private static Code schedule(String text) {
        Cron cron = Cron.of(text);
        String[] parts = cron.expression().split(" ");
        boolean daily = parts[0].matches("\\d+")
                && parts[1].matches("\\d+")
                && (parts[2] + parts[3] + parts[4]).equals("***")
                && Cron.daily(Integer.parseInt(parts[1]), Integer.parseInt(parts[0]))
                        .equals(cron);
        return daily
                ? Code.call("Cron", "daily", Code.plain(parts[1]), Code.plain(parts[0]))
                : Code.call("Cron", "of", Code.quoted(text));
    }
}
