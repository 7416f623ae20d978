package dev.davit.k8s.importing;

import dev.davit.model.Kind;
import dev.davit.model.ResourceKey;
import dev.davit.source.Call;
import dev.davit.source.Code;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Collects what a resource of the definition is to say. */
final class Draft {
    private final ResourceKey key;
    private final Item item;
    private final String variable;
    private final List<Code> arguments = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();
    private final Set<Draft> needs = new LinkedHashSet<>();
    private String method;

    /**
     * Starts a draft.
     *
     * @param item the object that it is read from first of all
     * @param variable the name of its handle
     */
    Draft(Kind kind, String id, Item item, String variable) {
        this.key = new ResourceKey(kind, id);
        this.item = item;
        this.variable = variable;
        String[] words = kind.name().toLowerCase(Locale.ROOT).split("_");
        this.method = words[0];
        for (int i = 1; i < words.length; i++) {
            method += Character.toUpperCase(words[i].charAt(0)) + words[i].substring(1);
        }
    }

    ResourceKey key() {
        return key;
    }

    String id() {
        return key.id();
    }

    Item item() {
        return item;
    }

    String variable() {
        return variable;
    }

    Code handle() {
        return Code.plain(variable);
    }

    Set<Draft> needs() {
        return needs;
    }

    Draft method(String name) {
        method = name;
        return this;
    }

    Draft argument(Code code) {
        arguments.add(code);
        return this;
    }

    Draft call(String name, Code... given) {
        calls.add(Call.of(name, given).marked(mark()));
        return this;
    }

    /** Gives a reference to another resource; in a circle of services one is named before it is there. */
    Code reference(Draft other, String name, Code... given) {
        if (other == this || other.reaches(this)) {
            String type = other.key.kind() == Kind.WEB_SERVICE ? "WebService" : "PrivateService";
            return new Code.Chain(type, List.of(Call.of("named", Code.quoted(other.id())), Call.of(name, given)));
        }
        needs.add(other);
        return Code.call(other.variable, name, given);
    }

    Code reference(Draft other) {
        needs.add(other);
        return other.handle();
    }

    private boolean reaches(Draft other) {
        return needs.contains(other) || needs.stream().anyMatch(it -> it.reaches(other));
    }

    String mark() {
        return "resource " + key;
    }

    /** Says whether it takes one line. */
    boolean isPlain() {
        return calls.isEmpty();
    }

    Code code() {
        List<Code> all = new ArrayList<>(List.of(Code.quoted(id())));
        all.addAll(arguments);
        if (!calls.isEmpty()) {
            all.add(new Code.Lambda(method.substring(0, 1), calls));
        }
        return new Code.Chain("infra", List.of(new Call(method, all, List.of(), mark())));
    }
}
