package dev.davit.render.api;

import dev.davit.apply.ApplyException;
import dev.davit.document.MapNode;
import dev.davit.render.api.Account.Wish;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Pick the workspace that is meant. A key reaches all workspaces of its user, so none is guessed where there are several. */
final class Workspaces {
    private Workspaces() {}

    /**
     * Pick the one that is given, the one of the account, or the only one that there is.
     *
     * @throws ApplyException if that leads to none, or to several
     */
    static Workspace pick(RenderApi api, Optional<String> given, Account account) {
        List<Workspace> all =
                api.list("/owners", "owner").stream().map(Workspaces::workspace).toList();
        return given.map(it -> new Wish(it, "the workspace that was named"))
                .or(account::workspace)
                .map(it -> find(all, it))
                .orElseGet(() -> only(all));
    }

    private static Workspace find(List<Workspace> all, Wish wish) {
        List<Workspace> byId =
                all.stream().filter(it -> it.id().equals(wish.text())).toList();
        List<Workspace> found = byId.isEmpty()
                ? all.stream().filter(it -> it.name().equals(wish.text())).toList()
                : byId;
        if (found.isEmpty()) {
            throw refused("the API key sees no workspace \"" + wish.text() + "\"", wish.source(), choice(all));
        }
        if (found.size() > 1) {
            throw refused(
                    found.size() + " workspaces are called \"" + wish.text() + "\"",
                    wish.source(),
                    "name it by its id: " + names(found));
        }
        return found.get(0);
    }

    private static Workspace only(List<Workspace> all) {
        if (all.size() != 1) {
            throw refused(
                    all.isEmpty() ? "the API key sees no workspace" : "the API key sees " + all.size() + " workspaces",
                    "GET /owners",
                    choice(all));
        }
        return all.get(0);
    }

    private static String choice(List<Workspace> all) {
        return all.isEmpty()
                ? "use a key of somebody who is in the workspace"
                : "name one, or set " + Credentials.WORKSPACE + ": " + names(all);
    }

    private static String names(List<Workspace> all) {
        return all.stream().map(Workspace::toString).collect(Collectors.joining(", "));
    }

    private static Workspace workspace(MapNode owner) {
        return new Workspace(
                owner.getText("id").orElse(""), owner.getText("name").orElse(""));
    }

    private static ApplyException refused(String what, String where, String next) {
        return new ApplyException(ApplyException.Reason.REFUSED, what, where, next, null);
    }
}
