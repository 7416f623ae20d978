package dev.davit.render.importing;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.document.ScalarNode;
import dev.davit.importing.Decision;
import dev.davit.render.compare.Live;
import dev.davit.render.compare.Spoken;
import dev.davit.render.compare.Things;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Says one live thing as a Blueprint would: without what Render set where nobody said anything, and without secrets. */
final class LiveThing {
    private static final String EVERYWHERE = "0.0.0.0/0";
    private static final String ALLOW_LIST = "ipAllowList";

    private final Live live;
    private final LiveSecrets secrets;
    private final Consumer<Decision> decisions;
    private final MapNode tree;

    private LiveThing(Live live, LiveSecrets secrets, Consumer<Decision> decisions) {
        this.live = live;
        this.secrets = secrets;
        this.decisions = decisions;
        this.tree = Spoken.of(live);
    }

    static MapNode of(Live live, LiveVariables variables, LiveSecrets secrets, Consumer<Decision> decisions) {
        return new LiveThing(live, secrets, decisions).say(variables);
    }

    private MapNode say(LiveVariables variables) {
        dropMade();
        dropUsual(tree, "");
        dropSecrets(tree, "");
        allowList();
        if (live.kind().equals("envVarGroup")) {
            tree.put("envVars", variables.of(live));
        } else {
            tree.putUnlessEmpty("envVars", variables.of(live), null);
        }
        report();
        return tree;
    }

    /** Drops what Render makes out of a thing's name, and what counts for nothing. */
    private void dropMade() {
        if (live.kind().equals("database")) {
            String plain =
                    Pattern.quote(live.name().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "_"));
            drop("databaseName", plain + "(_[a-z0-9]{4})?");
            drop("user", plain + "(_user)?");
        }
        tree.getMap("maintenanceMode")
                .filter(it -> !it.get("enabled").map(Node::toString).orElse("").equals("true"))
                .filter(it -> it.getText("uri").orElse("").isEmpty())
                .ifPresent(it -> tree.remove("maintenanceMode"));
        // It has no effect there: https://render.com/docs/deploys
        if (tree.getText("runtime").filter("image"::equals).isPresent()) {
            tree.remove("autoDeployTrigger");
            tree.remove("branch");
        }
    }

    private void drop(String field, String made) {
        if (tree.getText(field).filter(it -> it.matches(made)).isPresent()) {
            tree.remove(field);
        }
    }

    private static void dropUsual(MapNode map, String above) {
        List.copyOf(map.entries().entrySet()).forEach(it -> {
            String field = above + it.getKey();
            if (it.getValue() instanceof MapNode below) {
                dropUsual(below, field + "/");
            }
            boolean empty = it.getValue() instanceof MapNode below && below.isEmpty()
                    || it.getValue() instanceof ScalarNode text
                            && text.written().isEmpty();
            if (empty || Meaning.isUsual(field, it.getValue())) {
                map.remove(it.getKey());
            }
        });
    }

    /** Leaves out each field, or each entry of a list, with a secret in it: what a definition leaves out stays as it is. */
    private void dropSecrets(MapNode map, String above) {
        List.copyOf(map.entries().entrySet()).forEach(it -> {
            if (it.getValue() instanceof MapNode below) {
                dropSecrets(below, above + it.getKey() + "/");
            } else if (it.getValue() instanceof ListNode list) {
                for (int i = list.size() - 1; i >= 0; i--) {
                    if (secrets.isIn(list.get(i).toString())) {
                        list.remove(i);
                        secret(above + it.getKey());
                    }
                }
            } else if (secrets.isIn(it.getValue().toString())) {
                map.remove(it.getKey());
                secret(above + it.getKey());
            }
        });
    }

    private void secret(String field) {
        decide(
                Decision.Kind.SECRET,
                field,
                field + " of " + live.kind() + " " + live.name() + " looks like it has a secret in it",
                "it is left out of the definition, so that it stays as it is on Render");
    }

    /**
     * An empty description is none. What Render lets in by itself need not be said, but of a Key Value; and of a service an empty list is
     * most likely no list, since a site for nobody is none.
     */
    private void allowList() {
        tree.getList(ALLOW_LIST).ifPresent(list -> {
            for (Node entry : list) {
                MapNode map = (MapNode) entry;
                if (map.getText("description").orElse("").isEmpty()) {
                    map.remove("description");
                }
            }
            boolean open = list.size() == 1
                    && ((MapNode) list.get(0))
                            .getText("source")
                            .filter(EVERYWHERE::equals)
                            .isPresent();
            boolean shut = list.size() == 0 && Things.isService(live.kind());
            if (open && !live.kind().equals("keyvalue") || shut) {
                tree.remove(ALLOW_LIST);
            }
        });
    }

    private void report() {
        MapNode answer = live.answer();
        if (answer.getText("suspended").filter("suspended"::equals).isPresent()) {
            leftOut("suspended", "no definition says that something is suspended; it stays so on Render");
        }
        if (isThere(answer, "secretFiles")) {
            leftOut("secretFiles", "a Blueprint has none; they stay as they are on Render");
        }
        if (isThere(answer, "parameterOverrides")) {
            leftOut("parameterOverrides", "a Blueprint has none; they stay as they are on Render");
        }
    }

    private static boolean isThere(MapNode answer, String field) {
        return answer.get(field)
                .filter(it ->
                        it instanceof ListNode list ? list.size() > 0 : it instanceof MapNode map && !map.isEmpty())
                .isPresent();
    }

    private void leftOut(String field, String why) {
        decide(Decision.Kind.LEFT_OUT, field, field + " of " + live.kind() + " " + live.name() + " is left out", why);
    }

    private void decide(Decision.Kind kind, String field, String what, String why) {
        decisions.accept(
                new Decision(kind, LiveBlueprint.FILE, 0, 1, LiveBlueprint.path(live) + "/" + field, what, why));
    }
}
