package dev.davit.render.importing;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.Pointer;
import dev.davit.importing.Decision;
import dev.davit.importing.Remarks;
import dev.davit.importing.SecretLiteral;
import dev.davit.source.Call;
import dev.davit.source.Code;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Turns the environment variables of one resource into calls. */
final class Variables {
    private static final Map<String, String> DATABASE = Map.of(
            "connectionString", "connectionString",
            "host", "host",
            "port", "port",
            "user", "user",
            "password", "password",
            "database", "database");
    private static final Map<String, String> STORE = Map.of("connectionString", "url", "host", "host", "port", "port");
    private static final Map<String, String> SERVICE = Map.of("host", "host", "port", "port", "hostport", "hostPort");

    /** What shells and both targets take for a variable's name. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final Inventory inventory;
    private final Secrets secrets;
    private final Remarks remarks;
    private final BlueprintFile file;
    private final Item item;
    private final Consumer<Decision> decisions;
    private final List<Call> calls = new ArrayList<>();
    private final List<Cursor.Leftover> left = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final Set<String> held = new HashSet<>();
    private boolean typed;

    Variables(
            Inventory inventory,
            Secrets secrets,
            Remarks remarks,
            BlueprintFile file,
            Item item,
            Consumer<Decision> decisions) {
        this.inventory = inventory;
        this.secrets = secrets;
        this.remarks = remarks;
        this.file = file;
        this.item = item;
        this.decisions = decisions;
    }

    /** Gives the calls of the configurator; what is of Render alone goes to the item's settings. */
    List<Call> write() {
        item.fields().list("envVars").ifPresent(list -> {
            for (Node node : list) {
                if (node instanceof MapNode entry) {
                    entry(entry);
                } else {
                    left.add(new Cursor.Leftover("/envVars/-", node, "an entry is a map"));
                }
            }
        });
        return calls;
    }

    /** Gives what no typed call says: entries, or fields of entries. */
    List<Cursor.Leftover> leftovers() {
        if (typed || left.isEmpty()) {
            return left;
        }
        ListNode whole = new ListNode(
                item.fields().map().get("envVars").flatMap(Node::origin).orElse(null));
        left.forEach(it -> whole.add(it.node()));
        return List.of(new Cursor.Leftover("/envVars", whole, left.get(0).why()));
    }

    private void entry(MapNode entry) {
        Optional<String> key = entry.getText("key");
        Optional<String> group = entry.getText("fromGroup");
        if (key.isEmpty() && group.isPresent() && entry.entries().size() == 1) {
            group(group.get(), entry);
            typed = true;
            return;
        }
        String pointer = pointer(key.orElse(""));
        if (key.isEmpty() || !seen.add(key.get()) || item.fields().isRefused(pointer)) {
            String why = key.isEmpty()
                    ? "a variable has a key"
                    : item.fields().reason(pointer).orElse("the variable is there twice");
            left.add(new Cursor.Leftover("/envVars/-", entry, why));
            return;
        }
        Cursor fields = new Cursor(entry, pointer, item.fields().refused());
        fields.take("key");
        if (variable(key.get(), fields)) {
            typed = true;
            left.addAll(fields.leftovers());
        } else {
            left.add(new Cursor.Leftover("/envVars/-", entry, "it says no value in a way that Render knows"));
        }
    }

    static boolean isName(String key) {
        return NAME.matcher(key).matches();
    }

    static String pointer(String key) {
        return "/envVars/key=" + Pointer.escape(key);
    }

    private void group(String name, MapNode entry) {
        Optional<Item> group = inventory.group(name);
        if (group.isPresent() && item.kind().runs()) {
            item.needs().add(group.get());
            calls.add(finished(Call.of("envGroup", group.get().handle()), "/envVars", entry));
        } else {
            Code named = group.map(Item::handle).orElse(Code.quoted(name));
            item.settings().add(finished(Call.of("envGroup", item.handle(), named), "/envVars", entry));
        }
    }

    private Call finished(Call call, String pointer, MapNode entry) {
        return call.marked(item.mark(pointer)).commented(remarks.take(entry));
    }

    private boolean variable(String key, Cursor fields) {
        if (fields.map().has("value")) {
            return value(key, fields);
        }
        Optional<Code> value = item.kind().runs() ? neutral(key, fields) : Optional.empty();
        if (value.isPresent()) {
            new References(inventory).take(fields);
            env(key, value.get(), fields);
            return true;
        }
        boolean group = item.kind() == Item.Kind.GROUP;
        if (group && !fields.is("sync", false) && !fields.is("generateValue", true)) {
            return false;
        }
        Optional<Code> own = new References(inventory).take(fields);
        own.ifPresent(it -> rendered(key, it, fields));
        return own.isPresent();
    }

    private void env(String key, Code value, Cursor fields) {
        calls.add(finished(Call.of("env", Code.quoted(key), value), fields.pointer(), fields.map()));
    }

    private void rendered(String key, Code value, Cursor fields) {
        item.settings()
                .add(finished(
                        Call.of("variable", item.handle(), Code.quoted(key), value), fields.pointer(), fields.map()));
    }

    private boolean value(String key, Cursor fields) {
        Optional<String> value = fields.text("value");
        if (value.isEmpty()) {
            return false;
        }
        if (SecretLiteral.is(key, value.get())) {
            decisions.accept(file.secret(fields.map(), key, item.path()));
            if (item.kind().runs()) {
                env(key, secrets.asked(key), fields);
            } else {
                rendered(key, Code.call("RenderVariable", "asked"), fields);
            }
            fields.text("previewValue");
            return true;
        }
        if (isName(key)) {
            env(key, Code.quoted(value.get()), fields);
        } else {
            rendered(key, Code.call("RenderVariable", "text", Code.quoted(value.get())), fields);
        }
        fields.text("previewValue")
                .ifPresent(it -> item.settings()
                        .add(Call.of("previewValue", item.handle(), Code.quoted(key), Code.quoted(it))
                                .marked(item.mark(fields.pointer("previewValue")))));
        return true;
    }

    /** Gives the value in words that every target knows, where there are some; takes nothing. */
    private Optional<Code> neutral(String key, Cursor fields) {
        if (!isName(key)) {
            return Optional.empty();
        }
        if (fields.is("sync", false)) {
            return Optional.of(secrets.asked(key));
        }
        if (fields.is("generateValue", true)) {
            return Optional.of(secrets.generated(item.name(), key));
        }
        Optional<MapNode> database = fields.map().getMap("fromDatabase");
        return database.isPresent()
                ? database.get()
                        .getText("name")
                        .flatMap(inventory::database)
                        .flatMap(it -> reference(it, DATABASE.get(text(database.get(), "property"))))
                : fields.map().getMap("fromService").flatMap(this::service);
    }

    private static String text(MapNode map, String key) {
        return map.getText(key).orElse("");
    }

    private Optional<Code> service(MapNode reference) {
        Optional<Item> target = inventory.service(text(reference, "name"), text(reference, "type"));
        String property = text(reference, "property");
        String copied = text(reference, "envVarKey");
        if (target.isEmpty()) {
            return Optional.empty();
        }
        Item service = target.get();
        if (!property.isEmpty()) {
            Map<String, String> methods =
                    service.kind().stores() ? STORE : service.kind().serves() ? SERVICE : Map.of();
            return reference(service, methods.get(property));
        }
        if (Secrets.isGenerated(service, copied) && free(service)) {
            item.needs().add(service);
            // Davit holds a secret once in each service; a second variable copies the first one's place as the file
            // says.
            boolean first = held.add(service.name() + "/" + copied);
            return first ? Optional.of(secrets.generated(service.name(), copied)) : Optional.empty();
        }
        boolean address = copied.equals("RENDER_EXTERNAL_URL")
                && service.kind() == Item.Kind.WEB
                && !service.fields().map().has("domains");
        return address ? reference(service, "publicUrl") : Optional.empty();
    }

    /** Resources that need each other in a circle are none that Davit takes; a setting of Render's makes no circle. */
    private Optional<Code> reference(Item target, String method) {
        if (method == null || !free(target)) {
            return Optional.empty();
        }
        item.needs().add(target);
        return Optional.of(Code.call(target.variable(), method));
    }

    private boolean free(Item target) {
        return !reaches(target, item, new HashSet<>());
    }

    private static boolean reaches(Item from, Item goal, Set<Item> seen) {
        return from == goal || seen.add(from) && from.needs().stream().anyMatch(it -> reaches(it, goal, seen));
    }
}
