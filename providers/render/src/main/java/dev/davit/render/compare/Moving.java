package dev.davit.render.compare;

import dev.davit.apply.ApplyException;
import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.render.api.RenderApi;

/** Moves a thing into an environment, or out of the one where it is. */
final class Moving {
    private final String path;
    private final String thing;

    /**
     * Moves a thing.
     *
     * @param path where the API has it: {@code /services/srv-1}
     * @param thing its id
     */
    Moving(String path, String thing) {
        this.path = path;
        this.thing = thing;
    }

    /** What is in another one leaves that. */
    void into(RenderApi api, String environment) {
        ListNode ids = new ListNode(null);
        ids.add(thing);
        Posting.repeatable(
                api, "/environments/" + environment + "/resources", new MapNode(null).put("resourceIds", ids));
    }

    /** After a lost answer the next try finds it outside, and is refused. */
    void out(RenderApi api) {
        String environment = environment(api);
        if (environment.isEmpty()) {
            return;
        }
        try {
            api.delete("/environments/" + environment + "/resources?resourceIds=" + thing);
        } catch (ApplyException e) {
            if (!environment(api).isEmpty()) {
                throw e;
            }
        }
    }

    private String environment(RenderApi api) {
        return api.get(path).flatMap(it -> it.getText("environmentId")).orElse("");
    }
}
