package dev.davit.cli.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * One page in the language of {@code man}, from what help shows. Picocli's own writer makes AsciiDoc, which would need another program to
 * become a page.
 */
final class ManualPage {
    /** No line is broken by Picocli: {@code man} does. */
    private static final int WIDE = 100_000;

    private final StringBuilder roff = new StringBuilder();
    private final CommandLine command;
    private final Help help;

    private ManualPage(CommandLine command) {
        this.command = command.setUsageHelpWidth(WIDE);
        this.help = new Help(command.getCommandSpec(), Help.defaultColorScheme(Help.Ansi.OFF));
    }

    /** Gives the page of a command. */
    static String of(CommandLine command) {
        ManualPage page = new ManualPage(command);
        page.begin("davit-" + command.getCommandName(), lines(command).get(0));
        page.synopsis();
        page.section("DESCRIPTION").paragraphs(lines(command));
        page.arguments();
        page.footer();
        page.section("SEE ALSO").line("\\fBdavit\\fR(1)");
        return page.roff.toString();
    }

    /** Gives the page of davit itself. */
    static String ofAll(CommandLine davit) {
        ManualPage page = new ManualPage(davit);
        List<String> header = List.of(page.usage().header());
        page.begin("davit", header.get(0));
        page.synopsis();
        page.section("DESCRIPTION").paragraphs(header);
        page.arguments();
        page.section("COMMANDS");
        davit.getSubcommands()
                .forEach((name, command) ->
                        page.item("\\fBdavit\\-" + escaped(name) + "\\fR(1)", String.join(" ", lines(command))));
        page.section("EXIT STATUS");
        HelpCommand.EXIT_CODES.lines().map(it -> it.split(" +", 2)).forEach(it -> page.item(it[0], it[1]));
        return page.roff.toString();
    }

    private static List<String> lines(CommandLine command) {
        return List.of(command.getCommandSpec().usageMessage().description());
    }

    private UsageMessageSpec usage() {
        return command.getCommandSpec().usageMessage();
    }

    private void begin(String name, String what) {
        line(String.format(
                ".TH %s 1 %s \"davit %s\" Davit",
                escaped(name.toUpperCase(Locale.ROOT)), VersionText.date(), escaped(VersionText.version())));
        section("NAME").line(escaped(name) + " \\- " + escaped(what.replaceAll("[.]( .*)?$", "")));
    }

    private void synopsis() {
        String all = help.synopsis(0).strip();
        String words = command.getCommandSpec().qualifiedName();
        section("SYNOPSIS")
                .line(".B " + escaped(words))
                .text(all.substring(words.length()).strip());
    }

    private void arguments() {
        section("OPTIONS");
        Help.IParamLabelRenderer labels = help.parameterLabelRenderer();
        for (PositionalParamSpec parameter : command.getCommandSpec().positionalParameters()) {
            item(rows(help.createDefaultParameterRenderer().render(parameter, labels, help.colorScheme())));
        }
        command.getCommandSpec().options().stream()
                .sorted(Comparator.comparing(OptionSpec::longestName))
                .forEach(it -> item(rows(help.createDefaultOptionRenderer().render(it, labels, help.colorScheme()))));
    }

    /** Gives the names in bold, and all that is said of them. */
    private static Map.Entry<String, String> rows(Text[][] rows) {
        int last = rows[0].length - 1;
        List<String> names = new ArrayList<>();
        for (int i = 1; i < last; i++) {
            String name = rows[0][i].plainString().strip();
            if (!name.isEmpty() && !name.equals(",")) {
                names.add("\\fB" + escaped(name) + "\\fR");
            }
        }
        String said = Stream.of(rows).map(it -> it[last].plainString().strip()).collect(Collectors.joining(" "));
        return Map.entry(String.join(", ", names), said);
    }

    private void item(Map.Entry<String, String> item) {
        item(item.getKey(), item.getValue());
    }

    private void item(String head, String said) {
        line(".TP").line(head).text(said);
    }

    private void paragraphs(List<String> lines) {
        String between = "";
        for (String line : lines) {
            if (!line.isBlank()) {
                roff.append(between);
                text(line);
                between = ".PP\n";
            }
        }
    }

    private void footer() {
        if (usage().footer().length > 0) {
            section("NOTES").paragraphs(List.of(usage().footer()));
        }
    }

    private ManualPage section(String title) {
        return line(".SH " + title);
    }

    /** Adds what is no macro, whatever it begins with. */
    private ManualPage text(String said) {
        return said.isBlank() ? this : line("\\&" + escaped(said));
    }

    private ManualPage line(String roff) {
        this.roff.append(roff).append('\n');
        return this;
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq");
    }
}
