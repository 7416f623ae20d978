package dev.davit.cli.command;

import dev.davit.cli.Terminal;
import dev.davit.cli.view.DriftDetail;
import dev.davit.cli.view.OutputFormat;
import dev.davit.cli.view.PlanDetail;
import dev.davit.cli.view.PlanStyle;
import dev.davit.plan.Plan;
import dev.davit.plan.PlanJson;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** Says how a plan is shown. */
final class ViewOptions {
    @Option(
            names = "--view",
            paramLabel = "DETAIL",
            description =
                    "${COMPLETION-CANDIDATES}: one line per object, also its changed fields, or all. Default: changes for diff and drift, else summary.")
    private PlanDetail detail;

    @Option(
            names = "--drift",
            paramLabel = "DETAIL",
            defaultValue = "count",
            description =
                    "Fields that others set and that are left alone: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private DriftDetail drift;

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private OutputFormat format;

    boolean isJson() {
        return format == OutputFormat.JSON;
    }

    void print(Plan plan, Terminal terminal, Supplier<String> text) {
        terminal.out().print(isJson() ? PlanJson.write(plan) : text.get());
        terminal.out().flush();
    }

    PlanStyle style(Terminal terminal, PlanDetail usual) {
        return new PlanStyle(terminal.width(), terminal.colorsOut(), detail == null ? usual : detail, drift);
    }
}
