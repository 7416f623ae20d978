package dev.davit.render.importing;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.importing.Decision;
import dev.davit.importing.Decision.Kind;
import dev.davit.importing.Remarks;
import dev.davit.source.Call;
import dev.davit.source.Code;
import dev.davit.source.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Turns one resource of a Blueprint into the statement that creates it, and into what is said of it for Render alone. */
final class Resources {
    private final Inventory inventory;
    private final Secrets secrets;
    private final Remarks remarks;
    private final BlueprintFile file;
    private final Consumer<Decision> decisions;
    private final Function<Node, Optional<String>> faults;
    private int raw;

    /** @param faults gives what Render's schema says against a node */
    Resources(
            Inventory inventory,
            Secrets secrets,
            Remarks remarks,
            BlueprintFile file,
            Consumer<Decision> decisions,
            Function<Node, Optional<String>> faults) {
        this.inventory = inventory;
        this.secrets = secrets;
        this.remarks = remarks;
        this.file = file;
        this.decisions = decisions;
        this.faults = faults;
    }

    /** Counts the values that became raw edits. */
    int raw() {
        return raw;
    }

    private static int leaves(Node node) {
        if (node instanceof MapNode map) {
            return map.entries().values().stream().mapToInt(Resources::leaves).sum();
        }
        return node instanceof ListNode list
                ? list.items().stream().mapToInt(Resources::leaves).sum()
                : 1;
    }

    /** Gives the constant of a trigger. */
    static Code autoDeploy(String word) {
        return Code.plain("Render.AutoDeploy."
                + switch (word) {
                    case "commit" -> "COMMIT";
                    case "checksPass" -> "CHECKS_PASS";
                    case "off" -> "OFF";
                    default -> throw new IllegalArgumentException(word);
                });
    }

    /** Gives what creates a resource; its variable is known when all are written. */
    Statement write(Item item) {
        return new Writing(item).statement();
    }

    /** Writes one of them. */
    private final class Writing {
        private final Item item;
        private final Cursor fields;
        private final Draft draft;

        Writing(Item item) {
            this.item = item;
            this.fields = item.fields();
            this.draft = new Draft(item, remarks);
        }

        Statement statement() {
            fields.take("name");
            takeType();
            if (!item.id().equals(item.name())) {
                draft.set("name", "name", Code.quoted(item.name()));
            }
            draft.arguments().add(Code.quoted(item.id()));
            Variables variables = new Variables(inventory, secrets, remarks, file, item, decisions);
            switch (item.kind()) {
                case WEB, PRIVATE, WORKER -> new Servers(draft).server();
                case CRON -> new Servers(draft).cron();
                case SITE -> new Sites(draft).write();
                case QUEUE, CACHE -> new Stores(draft).store();
                case DATABASE -> new Stores(draft).database();
                case GROUP -> {}
            }
            new CommonFields(draft).write();
            if (item.kind().holdsVariables()) {
                draft.calls().addAll(variables.write());
            }
            raw(draft.leftovers());
            raw(variables.leftovers());
            raw(fields.leftovers());
            configure();
            List<String> comments = remarks.take(fields.map());
            return new Statement(
                    Optional.empty(),
                    new Code.Chain(
                            "infra",
                            List.of(Call.of(
                                            item.kind().method(),
                                            draft.arguments().toArray(Code[]::new))
                                    .marked(item.mark("")))),
                    comments,
                    true);
        }

        private void takeType() {
            String type = fields.peek("type").orElse("");
            String meant = switch (item.kind()) {
                case WEB, SITE -> "web";
                case PRIVATE -> "pserv";
                case WORKER -> "worker";
                case CRON -> "cron";
                case QUEUE, CACHE -> "keyvalue";
                default -> "";
            };
            if (type.equals(meant)) {
                fields.take("type");
            } else if (!fields.map().has("type")) {
                item.remove("type", "the file names no type");
            }
        }

        private void configure() {
            boolean needed = item.kind() == Item.Kind.GROUP
                    || item.kind() == Item.Kind.WEB && draft.arguments().size() == 2
                    || !draft.calls().isEmpty();
            if (needed) {
                draft.arguments().add(new Code.Lambda(item.kind().parameter(), draft.calls()));
            }
        }

        private void raw(List<Cursor.Leftover> leftovers) {
            for (Cursor.Leftover left : leftovers) {
                String why =
                        faults.apply(left.node()).orElse(left.why().isEmpty() ? "no typed call says it" : left.why());
                List<String> comments = new ArrayList<>(remarks.take(left.node()));
                comments.add(" " + why);
                raw += leaves(left.node());
                List<Call> edits = new RawEdits(item).set(left.pointer(), left.node());
                item.settings().add(edits.get(0).commented(comments));
                item.settings().addAll(edits.subList(1, edits.size()));
                decisions.accept(file.decision(
                        Kind.RAW,
                        left.node(),
                        left.pointer().replaceAll(".*/(key=)?", ""),
                        item.path() + left.pointer(),
                        left.pointer().substring(1) + " is a raw edit",
                        why));
            }
        }
    }
}
