package dev.davit.k8s.effect;

import dev.davit.document.MapNode;
import dev.davit.plan.Impact;
import java.util.Set;

/** Judges an object that is new: mostly, nothing that runs can feel it. */
final class CreationEffect {
    private CreationEffect() {}

    static Impact of(String kind, MapNode after, ClusterFacts facts) {
        switch (kind) {
            case KindName.NETWORK_POLICY:
                return new NetworkPolicyEffect(after, facts).creation(after);
            case KindName.INGRESS:
                return new IngressEffect(after, facts).creation(after);
            case KindName.SERVICE:
                return service(after);
            case KindName.QUOTA:
            case KindName.LIMITS:
                return Said.none("running pods stay; pods to come must fit");
            case KindName.AUTOSCALER:
            case KindName.SCALED_OBJECT:
                return Said.none("from now on it sets the number of pods");
            default:
                return KnownKinds.has(kind)
                        ? Said.none("it is new: nothing that runs knows it")
                        : Said.perhapsRolling("it is new, and what its controller does with it is not known");
        }
    }

    private static Impact service(MapNode after) {
        boolean takes = Set.of("externalIPs", "loadBalancerIP").stream()
                .anyMatch(it -> Fields.at(after, "spec", it).isPresent());
        return takes
                ? Said.perhapsRolling("it takes traffic of an address that may serve others so far")
                : Said.none("it is new: nobody calls it yet");
    }
}
