package dev.davit.render.importing;

import dev.davit.document.Node;
import dev.davit.importing.Remarks;
import dev.davit.source.Call;
import dev.davit.source.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Collects the calls that say one resource: what creates it, what its configurator says, and what is said for Render alone. */
final class Draft {
    private final Item item;
    private final Remarks remarks;
    private final List<Code> arguments = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();
    private final List<Cursor.Leftover> leftovers = new ArrayList<>();

    Draft(Item item, Remarks remarks) {
        this.item = item;
        this.remarks = remarks;
    }

    Item item() {
        return item;
    }

    List<Code> arguments() {
        return arguments;
    }

    List<Call> calls() {
        return calls;
    }

    void add(Call call) {
        calls.add(call);
    }

    /** Says a field in the configurator. */
    void call(String method, String key, Code... values) {
        calls.add(finished(Call.of(method, values), key));
    }

    /** Says a field for Render alone. */
    void set(String method, String key, Code... values) {
        Code[] all = new Code[values.length + 1];
        all[0] = item.handle();
        System.arraycopy(values, 0, all, 1, values.length);
        item.settings().add(finished(Call.of(method, all), key));
    }

    private Call finished(Call call, String key) {
        Cursor fields = item.fields();
        return call.marked(item.mark(fields.pointer(key)))
                .commented(fields.map().get(key).map(remarks::take).orElse(List.of()));
    }

    /** Leaves parts of fields to raw edits. */
    void leave(List<Cursor.Leftover> parts) {
        leftovers.addAll(parts);
    }

    List<Cursor.Leftover> leftovers() {
        return leftovers;
    }

    /** Takes the comments beside a part of a field. */
    List<String> comments(Node node) {
        return remarks.take(node);
    }

    /** Writes a word of Render's as a constant of an enum. */
    static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    static Code number(int value) {
        return Code.plain(String.valueOf(value));
    }

    static Code gib(int size) {
        return Code.call("Size", "gib", number(size));
    }
}
