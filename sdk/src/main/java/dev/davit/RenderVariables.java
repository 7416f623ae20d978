package dev.davit;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.model.ResourceKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Hold variables of what only Render has.
 *
 * @param entries in order
 */
public record RenderVariables(List<Entry> entries) {
    static final RenderVariables NONE = new RenderVariables(List.of());

    /**
     * Hold one variable, or a group.
     *
     * @param key its name; empty for a group
     * @param text its text, or the group's name
     * @param from where Render takes it from, if it is no text
     * @param preview its text in previews, if it is another one there
     */
    public record Entry(String key, String text, Optional<RenderVariable> from, Optional<String> preview) {}

    public RenderVariables {
        entries = List.copyOf(entries);
    }

    RenderVariables env(String key, String text) {
        return with(new Entry(key, text, Optional.empty(), Optional.empty()));
    }

    /** Gives a variable that is set to text another one in previews. */
    RenderVariables previewValue(String key, String text) {
        List<Entry> all = new ArrayList<>(entries);
        all.replaceAll(it -> it.key().equals(key) ? new Entry(key, it.text(), it.from(), Optional.of(text)) : it);
        if (all.equals(entries)) {
            throw new IllegalArgumentException(".previewValue(" + JavaText.quoted(key)
                    + ", ...) has nothing to stand in for: set the variable with .env first");
        }
        return new RenderVariables(all);
    }

    RenderVariables variable(String key, RenderVariable from) {
        return with(new Entry(key, "", Optional.of(from), Optional.empty()));
    }

    RenderVariables envGroup(String name) {
        return with(new Entry("", name, Optional.empty(), Optional.empty()));
    }

    private RenderVariables with(Entry entry) {
        List<Entry> all = new ArrayList<>(entries);
        all.add(entry);
        return new RenderVariables(all);
    }

    List<ResourceKey> resources() {
        return entries.stream()
                .flatMap(it -> it.from().stream())
                .flatMap(it -> it.resources().stream())
                .toList();
    }

    ListNode toNode() {
        ListNode list = new ListNode(null);
        entries.forEach(it -> list.add(new MapNode(null)
                .put("key", it.key())
                .put("text", it.text())
                .put("from", it.from().map(RenderVariable::toNode), null)
                .put("preview", it.preview(), null)));
        return list;
    }
}
