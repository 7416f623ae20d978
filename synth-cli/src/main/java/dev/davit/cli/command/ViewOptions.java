package dev.davit.cli.command;

import dev.davit.cli.Terminal;
import dev.davit.cli.view.DriftDetail;
import dev.davit.cli.view.OutputFormat;
import dev.davit.cli.view.PlanDetail;
import dev.davit.cli.view.PlanStyle;
import dev.davit.plan.Plan;
import dev.davit.plan.PlanJson;
import java.util.function.Supplier;
import picocli.CommandLine.Model.OptionSpec;

/** Says how a plan is shown. */
final class ViewOptions {
    private final Argument<PlanDetail> detail;
    private final Argument<DriftDetail> drift;
    private final Argument<OutputFormat> format;

    ViewOptions(Syntax syntax) {
        detail = syntax.choice(
                OptionSpec.builder("--view")
                        .paramLabel("DETAIL")
                        .description(
                                "${COMPLETION-CANDIDATES}: one line per object, also its changed fields, or all. Default: changes for diff and drift, else summary."),
                PlanDetail.values());
        drift = syntax.choice(
                OptionSpec.builder("--drift")
                        .paramLabel("DETAIL")
                        .defaultValue("count")
                        .description(
                                "Fields that others set and that are left alone: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}."),
                DriftDetail.values());
        format = format(syntax);
    }

    /** Takes what the output is to be. */
    static Argument<OutputFormat> format(Syntax syntax) {
        return syntax.choice(
                OptionSpec.builder("--output")
                        .paramLabel("FORMAT")
                        .defaultValue("text")
                        .description("${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}."),
                OutputFormat.values());
    }

    boolean isJson() {
        return format.get() == OutputFormat.JSON;
    }

    void print(Plan plan, Terminal terminal, Supplier<String> text) {
        terminal.out().print(isJson() ? PlanJson.write(plan) : text.get());
        terminal.out().flush();
    }

    PlanStyle style(Terminal terminal, PlanDetail usual) {
        return new PlanStyle(
                terminal.width(), terminal.colorsOut(), detail.given().orElse(usual), drift.get());
    }
}
