package dev.davit.render.importing;

import dev.davit.document.MapNode;
import dev.davit.source.Call;
import dev.davit.source.Code;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds one resource of a Blueprint while it becomes Java. */
final class Item {
    /** Names what becomes of a resource; the words are the methods of {@code Infra}. */
    enum Kind {
        WEB("webService", "w"),
        PRIVATE("privateService", "s"),
        WORKER("worker", "w"),
        CRON("cronJob", "c"),
        SITE("staticSite", "s"),
        QUEUE("jobQueue", "q"),
        CACHE("cache", "c"),
        DATABASE("postgres", "p"),
        GROUP("envGroup", "g");

        private final String method;
        private final String parameter;

        Kind(String method, String parameter) {
            this.method = method;
            this.parameter = parameter;
        }

        String method() {
            return method;
        }

        String parameter() {
            return parameter;
        }

        boolean runs() {
            return this == WEB || this == PRIVATE || this == WORKER || this == CRON;
        }

        boolean serves() {
            return this == WEB || this == PRIVATE;
        }

        boolean holdsVariables() {
            return runs() || this == SITE || this == GROUP;
        }

        boolean stores() {
            return this == QUEUE || this == CACHE;
        }
    }

    private final Kind kind;
    private final String name;
    private final String path;
    private final Places place;
    private final Cursor fields;
    private final Set<Item> needs = new LinkedHashSet<>();
    private final List<Call> settings = new ArrayList<>();
    private String id;
    private String variable;

    Item(Kind kind, String name, String path, Places place, MapNode node, Map<String, String> refused) {
        this.kind = kind;
        this.name = name;
        this.path = path;
        this.place = place;
        this.fields = new Cursor(node, "", refused);
    }

    Kind kind() {
        return kind;
    }

    /** Gives the name that the file has for it. */
    String name() {
        return name;
    }

    /** Gives its path, as {@link Meaning} has it. */
    String path() {
        return path;
    }

    Places place() {
        return place;
    }

    Cursor fields() {
        return fields;
    }

    String id() {
        return id;
    }

    void named(String id, String variable) {
        this.id = id;
        this.variable = variable;
    }

    /** Gives its variable. */
    Code handle() {
        return Code.plain(variable);
    }

    String variable() {
        return variable;
    }

    /** Gives the resources that must be there before it. */
    Set<Item> needs() {
        return needs;
    }

    /** Gives what is said of it for Render alone. */
    List<Call> settings() {
        return settings;
    }

    /** Takes out what the definition writes and the file has not. */
    void remove(String key, String why) {
        settings.add(Call.of("raw", handle(), Code.call("Raw", "remove", Code.quoted(fields.pointer(key))))
                .commented(List.of(" " + why)));
    }

    String mark(String pointer) {
        return path + "\t" + pointer;
    }
}
