package dev.davit.cli.command;

import dev.davit.cli.Terminal;
import dev.davit.cli.view.FindingsView;
import dev.davit.target.OutputReport;
import dev.davit.target.Synthesis;
import java.nio.file.Path;

/** Tells what a synth wrote and what to do with it. */
record WrittenFiles(Path folder, Synthesis synthesis, OutputReport report) {
    void show(Terminal terminal) {
        int files = report.written().size() + report.unchanged().size();
        terminal.note(files + " files in " + folder + ": " + report.written().size() + " written, "
                + report.unchanged().size() + " unchanged, " + report.removed().size() + " removed");
        report.overwrittenEdits().forEach(it -> terminal.note("  overwritten, though someone had edited it: " + it));
        report.keptEdits().forEach(it -> terminal.note("  kept, because someone edited it: " + it));
        synthesis.targets().forEach(target -> {
            String path = folder.resolve(target.target()).toString();
            if (target.target().equals("render")) {
                terminal.note("  render       commit " + path + "/render.yaml and make a Blueprint of it");
            } else {
                terminal.note("  " + target.target() + "   kubectl apply -k " + path);
            }
        });
        String count = new FindingsView(synthesis.findings(), false).count();
        if (!count.isEmpty()) {
            terminal.note("  findings     " + count);
        }
    }
}
