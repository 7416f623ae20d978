package dev.davit.cli.view;

import dev.davit.document.Origin;
import dev.davit.model.DesiredObject;
import dev.davit.model.Spec;
import dev.davit.target.Explanation;
import dev.davit.target.Portability;
import dev.davit.target.Synthesis;
import dev.davit.target.TargetOutput;
import java.util.List;

/** Shows for each field that a resource becomes why it is there. */
public final class ExplainView {
    private static final int WIDEST_PATH = 60;
    private static final int WIDEST_VALUE = 40;

    private final StringBuilder text = new StringBuilder();

    private ExplainView() {}

    /** Write the origins of one resource on all targets. */
    public static String of(Synthesis synthesis, Spec spec) {
        ExplainView view = new ExplainView();
        view.text
                .append(spec.key())
                .append(origin(spec.declaration().created()))
                .append('\n');
        for (TargetOutput target : synthesis.targets()) {
            view.target(target, spec);
        }
        return view.text.toString();
    }

    private void target(TargetOutput target, Spec spec) {
        if (!target.desired().placed().contains(spec.key())) {
            text.append("\n").append(target.target()).append(": placed elsewhere\n");
            return;
        }
        Portability verdict = target.portability().getOrDefault(spec.key(), Portability.EXACT);
        text.append("\n").append(target.target()).append(": ");
        text.append(verdict.verdict().name().toLowerCase(java.util.Locale.ROOT));
        text.append(verdict.how().isEmpty() ? "" : " (" + verdict.how() + ")").append('\n');
        target.desired().objects(spec.key()).forEach(this::object);
    }

    private void object(DesiredObject object) {
        text.append("\n  ").append(object.address()).append('\n');
        List<Explanation.Field> fields = Explanation.of(object);
        int path =
                width(fields.stream().mapToInt(it -> it.path().length()).max().orElse(0), WIDEST_PATH);
        int value =
                width(fields.stream().mapToInt(it -> shown(it).length()).max().orElse(0), WIDEST_VALUE);
        for (Explanation.Field field : fields) {
            text.append("    ").append(padded(field.path(), path)).append("  ").append(padded(shown(field), value));
            text.append(field.origin().map(ExplainView::origin).orElse("")).append('\n');
        }
    }

    private static int width(int widest, int limit) {
        return Math.min(widest, limit);
    }

    private static String shown(Explanation.Field field) {
        String line = field.value().lines().findFirst().orElse("");
        boolean cut = line.length() > WIDEST_VALUE || !line.equals(field.value());
        return cut ? line.substring(0, Math.min(line.length(), WIDEST_VALUE - 3)) + "..." : line;
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String origin(Origin origin) {
        return "  " + origin.location().map(at -> at + "  ").orElse("") + origin.text();
    }
}
