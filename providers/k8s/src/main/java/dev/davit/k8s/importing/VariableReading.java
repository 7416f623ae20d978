package dev.davit.k8s.importing;

import dev.davit.document.MapNode;
import dev.davit.k8s.importing.Recognition.NotExpressible;
import dev.davit.model.Kind;
import dev.davit.source.Code;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the variables of a container; what a policy lets it call is named by a handle where a value names it. */
final class VariableReading {
    private static final Pattern PLACE = Pattern.compile("\\$\\((DAVIT_[A-Z0-9_]+)\\)");
    private static final Pattern STORE = Pattern.compile("(.*)-credentials");
    private static final Kind[] SERVICES = {Kind.WEB_SERVICE, Kind.PRIVATE_SERVICE};
    private static final Kind[] STORES = {Kind.JOB_QUEUE, Kind.CACHE, Kind.POSTGRES};

    private final Recognition recognition;
    private final Draft draft;
    private final List<MapNode> variables;
    private final TreeMap<String, Code> hosts = new TreeMap<>();
    private final Set<String> own;
    private final Set<Draft> named = new HashSet<>();

    /**
     * Starts.
     *
     * @param callees the ids of what the program may call
     * @param own the variables that synth sets by itself, with their values, as {@code NAME=value}
     */
    VariableReading(
            Recognition recognition, Draft draft, List<MapNode> variables, Set<String> callees, Set<String> own) {
        this.recognition = recognition;
        this.draft = draft;
        this.variables = variables;
        this.own = own;
        for (String id : callees) {
            recognition.draft(id, SERVICES).ifPresent(it -> hosts.put(id, it.handle()));
            recognition.draft(id, STORES).ifPresent(it -> hosts.put(id, it.handle()));
        }
    }

    /** Reads them; gives the resources that they name. */
    Set<Draft> read() {
        Set<String> parts = new HashSet<>();
        for (MapNode variable : variables) {
            Matcher matcher = PLACE.matcher(Tree.text(variable, "value").orElse(""));
            while (matcher.find()) {
                parts.add(matcher.group(1));
            }
        }
        for (MapNode variable : variables) {
            String name = variable.getText("name").orElse("");
            Optional<String> text = Tree.text(variable, "value");
            boolean bySynth = parts.contains(name)
                    || text.filter(it -> own.contains(name + "=" + it)).isPresent();
            if (!bySynth) {
                draft.call("env", Code.quoted(name), text.isPresent() ? text(text.get()) : secret(variable));
            }
        }
        return named;
    }

    private Code reference(Draft other, String method, Code... given) {
        named.add(other);
        return draft.reference(other, method, given);
    }

    private Code secret(MapNode variable) {
        Optional<String> name = Tree.text(variable, "valueFrom", "secretKeyRef", "name");
        Optional<String> key = Tree.text(variable, "valueFrom", "secretKeyRef", "key");
        if (name.isEmpty() || key.isEmpty()) {
            throw new NotExpressible();
        }
        Matcher store = STORE.matcher(name.get());
        if (store.matches()) {
            Optional<Draft> server = recognition.draft(store.group(1), STORES);
            if (server.isPresent()) {
                boolean database = server.get().key().kind() == Kind.POSTGRES;
                if (key.get().equals("url")) {
                    return reference(server.get(), database ? "connectionString" : "url");
                }
                if (key.get().equals("password") && database) {
                    return reference(server.get(), "password");
                }
            }
        }
        if (!key.get().equals("value")) {
            throw new NotExpressible();
        }
        return draft.reference(recognition.secret(name.get(), draft.item()));
    }

    private Code text(String text) {
        Optional<Code> whole = address(text);
        if (whole.isPresent()) {
            return whole.get();
        }
        List<Code> parts = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            Matcher place = PLACE.matcher(text).region(at, text.length());
            Optional<String> host = place.lookingAt() ? Optional.empty() : host(text, at);
            if (place.lookingAt()) {
                flush(plain, parts);
                parts.add(secret(Tree.named(variables, place.group(1)).orElseThrow(NotExpressible::new)));
                at = place.end();
            } else if (host.isPresent()) {
                flush(plain, parts);
                boolean port = text.startsWith(":", at + host.get().length())
                        && text.substring(at + host.get().length()).matches("(?s):" + port(host.get()) + "(\\D.*)?");
                parts.addAll(host(host.get(), port));
                at += host.get().length() + (port ? 1 + port(host.get()).length() : 0);
            } else {
                plain.append(text.charAt(at++));
            }
        }
        flush(plain, parts);
        if (parts.size() == 1 && parts.get(0) instanceof Code.Quoted) {
            return parts.get(0);
        }
        return parts.isEmpty()
                ? Code.quoted("")
                : parts.size() == 1 ? parts.get(0) : Code.call("Value", "text", parts.toArray(Code[]::new));
    }

    /** Takes back what keeps Kubernetes from putting variables in. */
    static String unescaped(String text) {
        return text.replaceAll("\\$\\$(?=[$(]|\\z)", "\\$");
    }

    private static void flush(StringBuilder plain, List<Code> parts) {
        if (plain.length() > 0) {
            parts.add(Code.quoted(unescaped(plain.toString())));
            plain.setLength(0);
        }
    }

    /** Gives the call of a service's whole address. */
    private Optional<Code> address(String text) {
        for (String id : hosts.keySet()) {
            Optional<Draft> service = recognition.draft(id, SERVICES);
            String root = "http://" + id + ":" + port(id);
            if (service.isPresent() && text.startsWith(root)) {
                String path = text.substring(root.length());
                if (path.isEmpty()) {
                    return Optional.of(reference(service.get(), "url"));
                }
                if (path.startsWith("/")) {
                    return Optional.of(reference(service.get(), "url", Code.quoted(path)));
                }
            }
        }
        return Optional.empty();
    }

    /** Gives the host that stands at a place, as a word of its own. */
    private Optional<String> host(String text, int at) {
        boolean inWord = at > 0 && isPart(text.charAt(at - 1));
        return inWord
                ? Optional.empty()
                : hosts.keySet().stream()
                        .filter(it -> text.startsWith(it, at))
                        .filter(it -> at + it.length() == text.length() || !isPart(text.charAt(at + it.length())))
                        .max((a, b) -> a.length() - b.length());
    }

    private static boolean isPart(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.';
    }

    private List<Code> host(String id, boolean withPort) {
        Optional<Draft> service = recognition.draft(id, SERVICES);
        if (service.isPresent()) {
            return List.of(reference(service.get(), withPort ? "hostPort" : "host"));
        }
        Draft store = recognition.draft(id, STORES).orElseThrow();
        Code host = reference(store, "host");
        return withPort ? List.of(host, Code.quoted(":"), reference(store, "port")) : List.of(host);
    }

    private String port(String id) {
        return recognition
                .find("Service", id)
                .flatMap(it -> Tree.text(it.tree(), "spec", "ports", "0", "port"))
                .orElse("80");
    }
}
