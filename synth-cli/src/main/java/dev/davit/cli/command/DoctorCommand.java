package dev.davit.cli.command;

import dev.davit.cli.ExitCode;
import dev.davit.cli.Terminal;
import dev.davit.cli.view.OutputFormat;
import dev.davit.document.Json;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import java.util.List;
import java.util.concurrent.Callable;

/** Looks whether this machine has what davit needs. */
final class DoctorCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Argument<OutputFormat> format;

    DoctorCommand(Syntax syntax, Terminal terminal) {
        this.terminal = terminal;
        syntax.usage().description("Look whether this machine has what davit needs; fails where it has not.");
        format = ViewOptions.format(syntax);
    }

    @Override
    public Integer call() {
        List<MachineCheck> checks = MachineCheck.all(terminal.environment());
        boolean ok = checks.stream().allMatch(it -> it.state() != MachineCheck.State.FAILED);
        terminal.out().print(format.get() == OutputFormat.JSON ? json(checks, ok) : text(checks));
        return ok ? ExitCode.OK : ExitCode.FAILED;
    }

    private static String text(List<MachineCheck> checks) {
        StringBuilder text = new StringBuilder();
        for (MachineCheck check : checks) {
            text.append(String.format("%-8s %-12s %s%n", check.state().word(), check.name(), check.found())
                    .replace("\r\n", "\n"));
            if (!check.fix().isEmpty()) {
                text.append("                      fix  ").append(check.fix()).append('\n');
            }
        }
        return text.toString();
    }

    private static String json(List<MachineCheck> checks, boolean ok) {
        MapNode root = new MapNode(null)
                .put("schema", "davit/doctor")
                .put("schemaVersion", 1)
                .put("ok", ok);
        ListNode list = root.list("checks", null);
        checks.forEach(it -> list.add(new MapNode(null)
                .put("name", it.name())
                .put("state", it.state().word())
                .put("found", it.found())
                .put("fix", it.fix())));
        return Json.write(root);
    }
}
