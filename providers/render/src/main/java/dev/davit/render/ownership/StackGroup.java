package dev.davit.render.ownership;

import dev.davit.apply.ApplyException;
import dev.davit.apply.Ticker;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Node;
import dev.davit.render.api.AnswerLostException;
import dev.davit.render.api.RenderApi;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The group of variables in which a stack's record is. */
public final class StackGroup {
    private static final String PREFIX = "davit-";
    private static final int TRIES = 5;
    private static final int LOOKS = 15;
    private static final Duration LOOKED = Duration.ofSeconds(2);

    private final RenderApi api;
    private final String owner;
    private final String name;
    private final String stack;
    private final String stage;
    private final Ticker ticker;
    private volatile String id = "";
    private volatile boolean gone;

    /** Mean the group of a stack and stage; there need not be one yet. */
    public StackGroup(RenderApi api, String owner, String stack, String stage, Ticker ticker) {
        this.api = api;
        this.ticker = ticker;
        this.owner = owner;
        this.name = name(stack, stage);
        this.stack = stack;
        this.stage = stage;
    }

    /** Name the group of a stack and stage: {@code davit-shop-prod}. */
    public static String name(String stack, String stage) {
        return PREFIX + stack + "-" + stage;
    }

    /** Say whether a group is one of Davit's own. */
    public static boolean isOwn(String group) {
        return group.startsWith(PREFIX);
    }

    /**
     * Hold what the group says.
     *
     * @param variables its variables
     * @param files its secret files
     * @param updatedAt when it last changed, by Render's clock: the only clock that times of things can be compared with
     */
    public record Content(Map<String, String> variables, Map<String, String> files, Instant updatedAt) {
        static final Content NONE = new Content(Map.of(), Map.of(), Instant.EPOCH);
    }

    /** Say whose it is: {@code shop/prod}. The name alone does not: stacks and stages may have dashes. */
    String whose() {
        return stack + "/" + stage;
    }

    /** Say whether this stack was destroyed, and what would keep something has gone with it. */
    boolean isGone() {
        return gone;
    }

    /** Give its name. */
    public String name() {
        return name;
    }

    /** Read it; empty content where there is none. */
    public Content read() {
        return find().flatMap(it -> api.get("/env-groups/" + it))
                .map(StackGroup::content)
                .orElse(Content.NONE);
    }

    private static Content content(MapNode group) {
        return new Content(
                pairs(group, "envVars", "key", "value"),
                pairs(group, "secretFiles", "name", "content"),
                group.getText("updatedAt").map(Instant::parse).orElse(Instant.EPOCH));
    }

    private static Map<String, String> pairs(MapNode group, String list, String key, String value) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (Node item : group.getList(list).map(ListNode::items).orElse(List.of())) {
            MapNode pair = (MapNode) item;
            pairs.put(
                    pair.getText(key).orElse(""),
                    pair.get(value).map(Node::toString).orElse(""));
        }
        return pairs;
    }

    /** Names of groups need not be unique: of two that were made at one moment the first counts, for everybody. */
    private Optional<String> find() {
        if (!id.isEmpty()) {
            return Optional.of(id);
        }
        Optional<String> found = api.list("/env-groups?ownerId=" + owner + "&name=" + name, "").stream()
                .filter(it -> it.getText("name").filter(name::equals).isPresent())
                .min(Comparator.comparing(
                                (MapNode it) -> it.getText("createdAt").orElse(""))
                        .thenComparing(it -> it.getText("id").orElse("")))
                .flatMap(it -> it.getText("id"));
        found.ifPresent(it -> id = it);
        return found;
    }

    private String make() {
        Optional<String> found = find();
        if (found.isPresent()) {
            return found.get();
        }
        MapNode body = new MapNode(null).put("name", name).put("ownerId", owner);
        body.list("envVars", null)
                .add(new MapNode(null)
                        .put("key", "ABOUT")
                        .put("value", "Davit keeps here what it applied. Do not link it to a service."));
        for (int i = 0; i < TRIES; i++) {
            try {
                // Whether it is the first of its name, only the list tells.
                api.post("/env-groups", body);
            } catch (AnswerLostException lookedForBelow) {
                // It may have been made all the same.
            }
            Optional<String> late = untilSeen();
            if (late.isPresent()) {
                return late.get();
            }
        }
        throw new ApplyException(
                ApplyException.Reason.UNAVAILABLE,
                "Render did not make the group of variables that holds the stack's record",
                "group " + name,
                "run davit apply again",
                null);
    }

    /** What was just made may be late in lists. */
    private Optional<String> untilSeen() {
        Optional<String> found = find();
        for (int i = 0; i < LOOKS && found.isEmpty(); i++) {
            try {
                ticker.sleep(LOOKED);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
            found = find();
        }
        return found;
    }

    /** Write a file; makes the group where there is none. */
    public void putFile(RenderApi through, String file, String content) {
        if (gone) {
            return;
        }
        through.put("/env-groups/" + make() + "/secret-files/" + file, new MapNode(null).put("content", content));
    }

    /** Remove a file. */
    public void removeFile(RenderApi through, String file) {
        find().ifPresent(it -> through.delete("/env-groups/" + it + "/secret-files/" + file));
    }

    void putVariable(String key, String value) {
        if (gone) {
            return;
        }
        api.put("/env-groups/" + make() + "/env-vars/" + key, new MapNode(null).put("value", value));
    }

    void removeVariable(String key) {
        find().ifPresent(it -> api.delete("/env-groups/" + it + "/env-vars/" + key));
    }

    /** Delete the whole group, and all that is known of the stack with it; what is written later has no place any more. */
    public void delete(RenderApi through) {
        find().ifPresent(it -> through.delete("/env-groups/" + it));
        id = "";
        gone = true;
    }
}
