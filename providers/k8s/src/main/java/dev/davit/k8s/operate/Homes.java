package dev.davit.k8s.operate;

import dev.davit.apply.ApplyException;
import dev.davit.k8s.cluster.ApiServer;
import dev.davit.k8s.cluster.Reply;
import dev.davit.k8s.ownership.Home;
import dev.davit.plan.ObjectKey;
import dev.davit.plan.Plan;
import dev.davit.plan.Wanted;
import java.util.List;
import java.util.Optional;

/** Finds the namespace of a stack. */
final class Homes {
    private final ApiServer api;

    Homes(ApiServer api) {
        this.api = api;
    }

    /** Takes it from what is wanted, else from what is there. */
    Home of(Plan plan) {
        Wanted wanted = plan.wanted();
        return Home.namespaceOf(wanted)
                .or(() -> Home.mostly(plan.changes().stream().map(it -> scope(it.key()))))
                .map(it -> new Home(wanted.stack(), wanted.stage(), it))
                .orElseGet(() -> find(wanted.stack(), wanted.stage()));
    }

    /** Looks for what an earlier apply left: first where stacks live by default, then everywhere. */
    Home find(String stack, String stage) {
        Home usual = new Home(stack, stage, stack);
        return read(usual.parent()).isPresent()
                ? usual
                : elsewhere(usual).map(it -> new Home(stack, stage, it)).orElse(usual);
    }

    private Optional<String> elsewhere(Home usual) {
        String parents = "/api/v1/secrets?labelSelector=" + Home.ID + "&fieldSelector=metadata.name%3D";
        List<String> found = read(parents + usual.name()).stream()
                .flatMap(it -> it.maps("items").map(Live::namespace))
                .toList();
        return Home.only(usual.name(), found);
    }

    /** Who may not look there is told so by the first read of the stack itself, if that is where it is. */
    private Optional<Live> read(String path) {
        try {
            Reply reply = api.get(path);
            return reply.ok() ? Optional.of(new Live(reply.body())) : Optional.empty();
        } catch (ApplyException e) {
            if (e.reason() == ApplyException.Reason.NO_PERMISSION) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static String scope(ObjectKey key) {
        return key.kind().equals("Namespace") ? key.name() : key.scope();
    }
}
