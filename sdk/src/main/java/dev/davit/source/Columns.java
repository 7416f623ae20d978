package dev.davit.source;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Sorts the values of things that are alike into what all share and what differs. */
final class Columns {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");
    private static final Pattern CONSTANT = Pattern.compile("([A-Z]\\w*(?:\\.[A-Z]\\w*)*)\\.[A-Z][A-Z0-9_]*");

    /** What the language refuses: methods that each object has. */
    private static final Set<String> NO_COMPONENTS =
            Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    /** One value of each thing. */
    private static final class Column {
        private final List<Code> values;
        private final String word;
        private String name;

        Column(List<Code> values, String word) {
            this.values = values;
            this.word = word;
        }
    }

    /**
     * Says where a value comes from.
     *
     * @param column the column; null for what all share
     * @param before the text before it
     * @param after the text after it
     */
    private record Use(Column column, String before, String after) {}

    private final List<Column> columns = new ArrayList<>();
    private final List<Use> uses = new ArrayList<>();
    private String variable;
    private String type = "";

    private Columns() {}

    /** Says of which type a value is; empty for what is no value, such as the name of a variable. */
    static Optional<String> type(Code leaf) {
        if (leaf instanceof Code.Quoted) {
            return Optional.of("String");
        }
        if (leaf instanceof Code.Plain plain) {
            if (NUMBER.matcher(plain.text()).matches()) {
                return Optional.of("int");
            }
            var constant = CONSTANT.matcher(plain.text());
            return constant.matches() ? Optional.of(constant.group(1)) : Optional.empty();
        }
        return Optional.empty();
    }

    /** Sorts the values of things of one shape; empty where a value that differs is too long for a row. */
    static Optional<Columns> of(List<List<Map.Entry<Code, String>>> things) {
        Columns sorted = new Columns();
        for (int i = 0; i < things.get(0).size(); i++) {
            int place = i;
            List<Code> values =
                    things.stream().map(it -> it.get(place).getKey()).toList();
            if (values.stream().distinct().count() == 1) {
                sorted.uses.add(new Use(null, "", ""));
            } else if (values.stream().anyMatch(Columns::isLong)) {
                return Optional.empty();
            } else {
                sorted.add(values, things.get(0).get(i).getValue());
            }
        }
        return Optional.of(sorted);
    }

    private static boolean isLong(Code value) {
        return value instanceof Code.Quoted quoted
                && (quoted.text().length() > 60 || quoted.text().indexOf('\n') >= 0);
    }

    private void add(List<Code> values, String word) {
        for (Column column : columns) {
            Optional<Use> use = use(column, values);
            if (use.isPresent()) {
                uses.add(use.get());
                return;
            }
        }
        Column column = new Column(values, word);
        columns.add(column);
        uses.add(new Use(column, "", ""));
    }

    /** A value can be the one of a column with the same text around it everywhere. */
    private static Optional<Use> use(Column column, List<Code> values) {
        if (column.values.equals(values)) {
            return Optional.of(new Use(column, "", ""));
        }
        Set<Use> uses = new LinkedHashSet<>();
        for (int i = 0; i < values.size(); i++) {
            if (!(values.get(i) instanceof Code.Quoted value) || !(column.values.get(i) instanceof Code.Quoted inner)) {
                return Optional.empty();
            }
            int at = inner.text().length() < 2 ? -1 : value.text().indexOf(inner.text());
            if (at < 0) {
                return Optional.empty();
            }
            uses.add(new Use(
                    column,
                    value.text().substring(0, at),
                    value.text().substring(at + inner.text().length())));
        }
        return uses.size() == 1 ? Optional.of(uses.iterator().next()) : Optional.empty();
    }

    int count() {
        return columns.size();
    }

    void name(JavaName names, String className) {
        if (columns.size() == 1) {
            variable = names.variable(word(columns.get(0)));
            return;
        }
        JavaName components = new JavaName(NO_COMPONENTS);
        columns.forEach(it -> it.name = components.variable(word(it)));
        variable = names.variable("each");
        String free = names.variable("row");
        type = Character.toUpperCase(free.charAt(0)) + free.substring(1);
        // A class in a method cannot have the name of the class around it.
        type = type.equals(className) ? type + "Of" : type;
    }

    private static String word(Column column) {
        return column.word.isEmpty() ? "value" : column.word;
    }

    String variable() {
        return variable;
    }

    /** Gives the record of a row; empty where one value differs alone. */
    Optional<String> declaration() {
        return columns.size() == 1
                ? Optional.empty()
                : Optional.of("record " + type
                        + columns.stream()
                                .map(it -> type(it.values.get(0)).orElseThrow() + " " + it.name)
                                .collect(Collectors.joining(", ", "(", ") {}")));
    }

    /** Gives the rows. */
    Code items() {
        List<Code> items = new ArrayList<>();
        for (int i = 0; i < columns.get(0).values.size(); i++) {
            int row = i;
            items.add(
                    columns.size() == 1
                            ? columns.get(0).values.get(i)
                            : new Code.Made(
                                    type,
                                    columns.stream()
                                            .map(it -> it.values.get(row))
                                            .toList()));
        }
        return Code.list(items);
    }

    /** Gives the code of a value by its place among all. */
    Code code(int place, Code shared) {
        Use use = uses.get(place);
        if (use.column == null) {
            return shared;
        }
        String name = columns.size() == 1 ? variable : variable + "." + use.column.name + "()";
        String before = use.before.isEmpty() ? "" : JavaText.literal(use.before) + " + ";
        String after = use.after.isEmpty() ? "" : " + " + JavaText.literal(use.after);
        return Code.plain(before + name + after);
    }
}
