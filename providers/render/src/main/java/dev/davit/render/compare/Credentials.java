package dev.davit.render.compare;

import dev.davit.apply.ApplyException;
import dev.davit.document.MapNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds registry credentials of a workspace by name. */
final class Credentials {
    private Credentials() {}

    /** Gives the names of those that a Blueprint's service needs and the workspace does not have. */
    static List<String> missing(Snapshot snapshot, MapNode service) {
        List<String> names = new ArrayList<>();
        service.getMap("registryCredential").flatMap(Credentials::name).ifPresent(names::add);
        service.getMap("image")
                .flatMap(it -> it.getMap("creds"))
                .flatMap(Credentials::name)
                .ifPresent(names::add);
        names.removeIf(it -> find(snapshot, it).isPresent());
        return names;
    }

    private static Optional<String> name(MapNode credential) {
        return credential.getMap("fromRegistryCreds").flatMap(it -> it.getText("name"));
    }

    private static Optional<String> find(Snapshot snapshot, String name) {
        return snapshot.credentials().stream()
                .filter(it -> it.getText("name").filter(name::equals).isPresent())
                .findFirst()
                .flatMap(it -> it.getText("id"));
    }

    /** Gives the id of one. */
    static String id(Snapshot snapshot, String name) {
        return find(snapshot, name)
                .orElseThrow(() -> new ApplyException(
                        ApplyException.Reason.REFUSED,
                        "the workspace has no registry credential " + name,
                        "registry credential " + name,
                        "make it in the dashboard, or correct its name",
                        null));
    }
}
