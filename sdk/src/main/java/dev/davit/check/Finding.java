package dev.davit.check;

import dev.davit.document.ListNode;
import dev.davit.document.MapNode;
import dev.davit.document.Origin;
import dev.davit.model.Acknowledgement;
import dev.davit.model.ResourceKey;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Say what one rule found at one place.
 *
 * @param id the rule's id
 * @param severity how bad it is
 * @param what what is wrong
 * @param why why it matters
 * @param fix what to do
 * @param target the target that it is about; empty for the definition itself
 * @param resource the resource that it is about, if it is about one
 * @param origins the user's calls, the most telling first; empty where no call is at fault
 * @param acknowledgement the user's acceptance, while it lasts
 */
public record Finding(
        String id,
        Severity severity,
        String what,
        String why,
        String fix,
        Optional<String> target,
        Optional<ResourceKey> resource,
        List<Origin> origins,
        Optional<Acknowledgement> acknowledgement) {
    public Finding {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(what, "what");
        origins = List.copyOf(origins);
    }

    /** Say whether it stops synth. */
    public boolean stops() {
        return severity == Severity.ERROR && acknowledgement.isEmpty();
    }

    /** Say whether an acknowledgement can mute it: not what is wrong with the definition itself. */
    public boolean canBeMuted() {
        return canBeMuted(id);
    }

    static boolean canBeMuted(String id) {
        return !id.matches("(DEF|ACK|SCH|RAW|RUL|BLU)\\d+");
    }

    /** Give the user's call that is most at fault, if there is one. */
    public Optional<Origin> origin() {
        return origins.stream().findFirst();
    }

    Finding acknowledged(Acknowledgement by) {
        return new Finding(id, severity, what, why, fix, target, resource, origins, Optional.of(by));
    }

    /** Written out, like {@code hashCode}: Java spins what a record has at its first use, a thirtieth of a short run. */
    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Finding it
                        && it.id.equals(id)
                        && it.severity == severity
                        && it.what.equals(what)
                        && Objects.equals(it.why, why)
                        && Objects.equals(it.fix, fix)
                        && it.target.equals(target)
                        && it.resource.equals(resource)
                        && it.origins.equals(origins)
                        && it.acknowledgement.equals(acknowledgement);
    }

    @Override
    public int hashCode() {
        return 31 * what.hashCode() + id.hashCode();
    }

    /** Write it for machines, as {@code assembly.schema.json} describes a finding. */
    public MapNode toNode() {
        ListNode calls = new ListNode(null);
        origins.forEach(origin -> calls.add(origin.toNode()));
        return new MapNode(null)
                .put("id", id)
                .put("severity", severity.word())
                .put("what", what)
                .put("why", why)
                .put("fix", fix)
                .put("target", target, null)
                .put("resource", resource.map(ResourceKey::address), null)
                .put("origins", calls)
                .put("acknowledgement", acknowledgement.map(Acknowledgement::toNode), null);
    }
}
