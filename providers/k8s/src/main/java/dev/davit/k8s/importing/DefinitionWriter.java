package dev.davit.k8s.importing;

import dev.davit.importing.Decision;
import dev.davit.importing.Decision.Kind;
import dev.davit.importing.Remarks;
import dev.davit.source.Call;
import dev.davit.source.Code;
import dev.davit.source.DefinitionSource;
import dev.davit.source.DefinitionSource.Method;
import dev.davit.source.JavaName;
import dev.davit.source.Loops;
import dev.davit.source.Repeats;
import dev.davit.source.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Writes objects as a definition: as resources where those become just that, else as they are. */
final class DefinitionWriter {
    private static final String CLUSTER = "cluster";

    /** A method holds 64 KiB of code, and a value takes some twenty bytes. */
    private static final int MOST_VALUES = 1_200;

    private static final int MOST_OF_ONE = 2_500;

    private final Bundle bundle;
    private final Guess guess;
    private final List<Decision> decisions = new ArrayList<>();
    private final JavaName names = names();
    private final Map<String, Set<String>> secrets = new LinkedHashMap<>();
    private final Set<Remarks> begun = new HashSet<>();
    private int raw;

    private record Part(String name, List<Statement> statements) {}

    DefinitionWriter(Bundle bundle, Guess guess) {
        this.bundle = bundle;
        this.guess = guess;
    }

    /** Gives names for variables that the rest of a definition leaves free. */
    static JavaName names() {
        return new JavaName(Set.of("infra", CLUSTER, "define", "w", "p", "c", "j", "e", "m", "s", "g"));
    }

    List<Decision> decisions() {
        return decisions;
    }

    /** Counts the values that are in no typed call. */
    int raw() {
        return raw;
    }

    /** Writes the resources alone. */
    DefinitionSource resources(String className) {
        List<Statement> body = new ArrayList<>(drafts(false));
        body.add(statement(Code.call("infra", "deployTo", settings()), true));
        return DefinitionSource.of(Optional.empty(), className, List.of(), body, List.of(), List.of());
    }

    /**
     * Writes all.
     *
     * @param taken what somebody must make for what was taken out of the objects: the names of Secrets, with their keys
     */
    DefinitionSource write(
            Optional<String> packageName, String className, Map<String, ? extends Iterable<String>> taken) {
        List<Statement> body = new ArrayList<>(drafts(true));
        List<Part> parts = parts();
        taken.forEach((name, keys) -> keys.forEach(
                it -> secrets.computeIfAbsent(name, key -> new TreeSet<>()).add(it)));
        List<Statement> edits = edits();
        boolean alone = secrets.isEmpty()
                && edits.isEmpty()
                && parts.stream().allMatch(it -> it.statements().isEmpty());
        if (alone) {
            return DefinitionSource.of(
                    packageName,
                    className,
                    head(),
                    named(Loops.in(body, settings(), names, className)),
                    tail(),
                    List.of());
        }
        List<Method> methods = new ArrayList<>();
        body.add(new Statement(Optional.of(CLUSTER), settings(), List.of(), true));
        secrets.forEach((name, keys) -> body.add(secret(name, keys)));
        body.addAll(edits);
        if (parts.size() == 1) {
            body.addAll(parts.get(0).statements());
        } else {
            parts.forEach(part -> body.add(method(part, methods)));
        }
        body.add(statement(Code.call("infra", "deployTo", Code.plain(CLUSTER)), true));
        List<Statement> all = methods.isEmpty() ? named(body) : body;
        return DefinitionSource.of(packageName, className, head(), all, tail(), methods);
    }

    /** An image is what people change; other texts of objects repeat by chance. */
    private List<Statement> named(List<Statement> body) {
        return Repeats.in(body, names, "image"::equals);
    }

    private Statement method(Part part, List<Method> methods) {
        String name = names.variable(part.name());
        methods.add(new Method(name + "(Kubernetes " + CLUSTER + ")", part.statements()));
        return statement(Code.plain(name + "(" + CLUSTER + ")"), methods.size() == 1);
    }

    private static Statement statement(Code code, boolean apart) {
        return new Statement(Optional.empty(), code, List.of(), apart);
    }

    /** A resource that nothing names needs no variable. */
    private List<Statement> drafts(boolean commented) {
        Set<String> used = new HashSet<>();
        guess.drafts().forEach(it -> it.needs().forEach(other -> used.add(other.variable())));
        guess.edits().keySet().forEach(it -> used.add(it.variable()));
        guess.exposed().forEach(it -> used.add(it.variable()));
        List<Statement> statements = new ArrayList<>();
        Set<Item> seen = new HashSet<>();
        boolean afterPlain = true;
        for (Draft draft : guess.drafts()) {
            List<String> comments = commented && seen.add(draft.item()) ? comments(draft.item()) : List.of();
            boolean plain = draft.isPlain() && comments.isEmpty();
            boolean apart = !statements.isEmpty() && !(plain && afterPlain);
            statements.add(
                    new Statement(Optional.of(draft.variable()).filter(used::contains), draft.code(), comments, apart));
            afterPlain = plain;
        }
        return statements;
    }

    private Code.Chain settings() {
        List<Call> calls = new ArrayList<>();
        calls.add(
                bundle.context().map(it -> Call.of("context", Code.quoted(it))).orElseGet(() -> Call.of("settings")));
        boolean own =
                guess.namespace() || bundle.find("Namespace", bundle.home()).isPresent();
        if (!guess.namespace() || !bundle.home().equals(guess.stack())) {
            calls.add(Call.of(own ? "namespace" : "existingNamespace", Code.quoted(bundle.home())));
        }
        calls.addAll(guess.settings());
        return new Code.Chain("Kubernetes", calls);
    }

    private static Statement secret(String name, Set<String> keys) {
        List<Code> all = new ArrayList<>();
        all.add(Code.quoted(name));
        keys.forEach(it -> all.add(Code.quoted(it)));
        return statement(Code.call(CLUSTER, "secret", all.toArray(Code[]::new)), false);
    }

    private List<Statement> edits() {
        List<Statement> statements = new ArrayList<>();
        guess.edits()
                .forEach((draft, byKind) -> byKind.forEach((kind, codes) -> {
                    List<Code> all = new ArrayList<>(List.of(draft.handle(), Code.quoted(kind)));
                    all.addAll(codes);
                    raw += codes.size();
                    decisions.add(draft.item()
                            .decision(
                                    Kind.RAW,
                                    draft.item().tree(),
                                    "",
                                    kind + " of " + draft.id() + " has raw edits",
                                    "no typed call says just this"));
                    statements.add(
                            statement(Code.call(CLUSTER, "raw", all.toArray(Code[]::new)), statements.isEmpty()));
                }));
        return statements;
    }

    /** Objects of one file stand together, as far as a method has room for them. */
    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        List<Statement> statements = new ArrayList<>();
        int values = 0;
        String file = null;
        for (Item item : bundle.items()) {
            Optional<Statement> statement = guess.made().contains(item.path()) ? Optional.empty() : object(item);
            if (statement.isEmpty()) {
                continue;
            }
            int more = Bundle.values(item.tree());
            if (values > 0 && values + more > MOST_VALUES) {
                parts.add(new Part(name(file), statements));
                statements = new ArrayList<>();
                values = 0;
            }
            statements.add(statement.get());
            values += more;
            file = item.file();
        }
        parts.add(new Part(name(file), statements));
        return parts;
    }

    private static String name(String file) {
        String base = file == null ? "" : file.replaceAll(".*/", "").replaceAll("\\.\\w+$", "");
        return JavaName.type(base, "Objects");
    }

    private Optional<Statement> object(Item item) {
        if (item.isSecret()) {
            Optional<Set<String>> keys = Secrets.of(item, decisions::add);
            // A Secret of a resource's is made in the cluster, or its resource names it.
            if (!isMade(item) && item.key().scope().equals(bundle.home())) {
                keys.ifPresent(it -> secrets.computeIfAbsent(item.key().name(), key -> new TreeSet<>())
                        .addAll(it));
            }
            return Optional.empty();
        }
        int values = Bundle.values(item.tree());
        if (values > MOST_OF_ONE) {
            decisions.add(item.decision(
                    Kind.LEFT_OUT,
                    item.tree(),
                    "",
                    item.path() + " is left out",
                    "it has " + values
                            + " values, and a method of Java has no room for them: apply its file by itself"));
            return Optional.empty();
        }
        raw += values;
        decisions.add(item.decision(
                Kind.RAW,
                item.tree(),
                "",
                "an object is taken over as it is",
                "no resource of a definition becomes just this"));
        List<String> comments = comments(item);
        Code.Chain code = ObjectCode.of(item, bundle.home());
        Call call = Call.of("object", code).marked(item.path());
        return Optional.of(new Statement(Optional.empty(), new Code.Chain(CLUSTER, List.of(call)), comments, true));
    }

    private boolean isMade(Item secret) {
        String name = secret.key().name();
        return secret.key().scope().equals(bundle.home())
                && guess.drafts().stream()
                        .anyMatch(it -> it.key().kind() == dev.davit.model.Kind.SECRET
                                ? name.equals(it.id())
                                : name.equals(it.id() + "-credentials"));
    }

    /** Of several files each has a head of its own, which stays with its first object. */
    private List<String> comments(Item item) {
        List<String> comments = new ArrayList<>();
        if (begun.add(item.remarks()) && remarks().size() > 1) {
            comments.addAll(item.remarks().head());
        }
        comments.addAll(item.remarks().take(1, item.line()));
        return comments;
    }

    private List<String> head() {
        return remarks().size() == 1 ? remarks().get(0).head() : List.of();
    }

    private List<String> tail() {
        return remarks().stream().flatMap(it -> it.rest().stream()).toList();
    }

    private List<Remarks> remarks() {
        return bundle.items().stream().map(Item::remarks).distinct().toList();
    }
}
