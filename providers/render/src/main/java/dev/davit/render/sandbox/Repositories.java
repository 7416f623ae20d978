package dev.davit.render.sandbox;

import dev.davit.document.MapNode;
import java.time.Instant;
import java.util.List;

/** Knows the repositories that services are built from, by their newest commits alone. */
final class Repositories {
    private static final String PUSHES = "_pushes";

    private final World world;

    Repositories(World world) {
        this.world = world;
    }

    /** Gives the newest commit of the branch that a service is built from. */
    MapNode newest(Entity service, Instant now) {
        String branch = branch(service);
        return commit(hex(branch + world.owner().part(PUSHES).text(branch), 40), now);
    }

    /** Gives a branch a new commit, and what is to be deployed for that. */
    List<Entity> push(String repository, String branch) {
        Entity pushes = world.owner().part(PUSHES);
        String pushed = repository + "#" + branch;
        pushes.put(pushed, pushes.text(pushed) + "+");
        return world.state().all(Kind.SERVICE).stream()
                .filter(it -> branch(it).equals(pushed))
                .filter(it -> !it.text("autoDeployTrigger").equals("off"))
                .filter(it -> !it.text("suspended").equals("suspended"))
                .toList();
    }

    private static String branch(Entity service) {
        return service.text("repo") + "#" + service.text("branch");
    }

    static MapNode commit(String id, Instant now) {
        return new MapNode(null).put("id", id).put("message", "Commit " + id).put("createdAt", now.toString());
    }

    /** Makes a name for content that is not there; the same text always has the same. */
    static String hex(String text, int length) {
        StringBuilder hex = new StringBuilder();
        for (int round = 0; hex.length() < length; round++) {
            hex.append(String.format("%08x", (text + round).hashCode()));
        }
        return hex.substring(0, length);
    }
}
