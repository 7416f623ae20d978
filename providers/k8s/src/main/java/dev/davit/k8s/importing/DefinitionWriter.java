package dev.davit.k8s.importing;

import dev.davit.importing.Decision;
import dev.davit.importing.Decision.Kind;
import dev.davit.source.Call;
import dev.davit.source.Code;
import dev.davit.source.DefinitionSource;
import dev.davit.source.DefinitionSource.Method;
import dev.davit.source.JavaName;
import dev.davit.source.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Writes objects as a definition. */
final class DefinitionWriter {
    private static final String CLUSTER = "cluster";
    private static final Set<String> NAMES_IN_USE = Set.of("infra", CLUSTER, "define");

    /** A method holds 64 KiB of code, and a value takes some twenty bytes. */
    private static final int MOST_VALUES = 1_200;

    private static final int MOST_OF_ONE = 2_500;

    private final Bundle bundle;
    private final Scopes scopes;
    private final List<Decision> decisions;
    private final SecretsOut secretsOut;
    private final JavaName names = new JavaName(NAMES_IN_USE);
    private final Map<String, List<String>> secrets = new LinkedHashMap<>();

    private record Part(String name, List<Statement> statements) {}

    DefinitionWriter(Bundle bundle, Scopes scopes) {
        this.bundle = bundle;
        this.scopes = scopes;
        this.decisions = new ArrayList<>(bundle.decisions());
        this.secretsOut = new SecretsOut(decisions);
    }

    List<Decision> decisions() {
        return decisions;
    }

    DefinitionSource write(Optional<String> packageName, String className) {
        List<Part> parts = parts();
        List<Statement> body = new ArrayList<>();
        body.add(new Statement(Optional.of(CLUSTER), settings(), List.of(), false));
        secretsOut
                .secrets()
                .forEach((name, keys) ->
                        secrets.computeIfAbsent(name, it -> new ArrayList<>()).addAll(keys));
        secrets.forEach((name, keys) -> body.add(secret(name, new TreeSet<>(keys))));
        List<Method> methods = new ArrayList<>();
        if (parts.size() == 1) {
            body.addAll(parts.get(0).statements());
        } else {
            for (Part part : parts) {
                String name = names.variable(part.name());
                methods.add(new Method(name + "(Kubernetes " + CLUSTER + ")", part.statements()));
                body.add(new Statement(
                        Optional.empty(), Code.plain(name + "(" + CLUSTER + ")"), List.of(), methods.size() == 1));
            }
        }
        body.add(new Statement(Optional.empty(), Code.call("infra", "deployTo", Code.plain(CLUSTER)), List.of(), true));
        return DefinitionSource.of(packageName, className, head(), body, tail(), methods);
    }

    private Code settings() {
        boolean own = bundle.find("Namespace", bundle.home()).isPresent();
        return new Code.Chain(
                "Kubernetes",
                List.of(
                        bundle.context()
                                .map(it -> Call.of("context", Code.quoted(it)))
                                .orElseGet(() -> Call.of("settings")),
                        Call.of(own ? "namespace" : "existingNamespace", Code.quoted(bundle.home()))));
    }

    private static Statement secret(String name, Set<String> keys) {
        List<Code> all = new ArrayList<>();
        all.add(Code.quoted(name));
        keys.forEach(it -> all.add(Code.quoted(it)));
        return new Statement(
                Optional.empty(), Code.call(CLUSTER, "secret", all.toArray(Code[]::new)), List.of(), false);
    }

    /** Objects of one file stand together, as far as a method has room for them. */
    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        List<Statement> statements = new ArrayList<>();
        int values = 0;
        String file = null;
        for (Item item : bundle.items()) {
            Optional<Statement> statement = statement(item);
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

    private Optional<Statement> statement(Item item) {
        if (item.isSecret()) {
            Secrets.of(item, decisions::add)
                    .ifPresent(keys -> secrets.put(item.key().name(), new ArrayList<>(keys)));
            return Optional.empty();
        }
        if (Bundle.values(item.tree()) > MOST_OF_ONE) {
            decisions.add(item.decision(
                    Kind.LEFT_OUT,
                    item.tree(),
                    "",
                    item.path() + " is left out",
                    "it has " + Bundle.values(item.tree())
                            + " values, and a method of Java has no room for them: apply its file by itself"));
            return Optional.empty();
        }
        List<String> comments = new ArrayList<>(item.remarks().take(1, item.line()));
        Code.Chain code = ObjectCode.of(secretsOut.of(item), bundle.home(), scopes.knows(item.tree()));
        Call call = Call.of("object", code).marked(item.path());
        return Optional.of(new Statement(Optional.empty(), new Code.Chain(CLUSTER, List.of(call)), comments, true));
    }

    private List<String> head() {
        return bundle.items().stream()
                .map(Item::remarks)
                .distinct()
                .flatMap(it -> it.head().stream())
                .toList();
    }

    private List<String> tail() {
        return bundle.items().stream()
                .map(Item::remarks)
                .distinct()
                .flatMap(it -> it.rest().stream())
                .toList();
    }
}
