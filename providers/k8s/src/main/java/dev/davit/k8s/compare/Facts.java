package dev.davit.k8s.compare;

import dev.davit.apply.ApplyException;
import dev.davit.document.MapNode;
import dev.davit.k8s.cluster.ApiServer;
import dev.davit.k8s.cluster.Kind;
import dev.davit.k8s.effect.ClusterFacts;
import dev.davit.k8s.effect.Effects;
import dev.davit.k8s.effect.Transition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Read what stands around changes, as far as their effects ask for it. */
final class Facts {
    private final ApiServer server;

    Facts(ApiServer server) {
        this.server = server;
    }

    ClusterFacts of(Collection<Transition> stack, Collection<Transition> changing, Set<String> namespaces) {
        ClusterFacts facts = ClusterFacts.of(stack);
        for (String key : Effects.reads(changing)) {
            Optional<List<MapNode>> objects = server.kinds().find(key).flatMap(kind -> list(kind, namespaces));
            if (objects.isPresent()) {
                facts = facts.with(key, objects.get());
            }
        }
        return facts;
    }

    /** What we may not read is left out: the effects then say that it is not known. */
    private Optional<List<MapNode>> list(Kind kind, Set<String> namespaces) {
        boolean everywhere = !kind.namespaced() || kind.key().equals("Pod");
        List<MapNode> all = new ArrayList<>();
        try {
            for (String namespace : everywhere ? Set.of("") : namespaces) {
                new Listing(server)
                        .of(kind, namespace, "").stream().map(Trimmed::of).forEach(all::add);
            }
            return Optional.of(all);
        } catch (ApplyException e) {
            if (e.reason() == ApplyException.Reason.NO_PERMISSION) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
