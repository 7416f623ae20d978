package dev.davit.model;

import dev.davit.Reference;
import dev.davit.Secret;
import dev.davit.Text;
import dev.davit.Value;
import dev.davit.document.Origin;
import dev.davit.model.Edge.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the edges that the specs imply. */
final class Edges {
    private final List<Edge> edges = new ArrayList<>();

    private Edges() {}

    static List<Edge> of(List<Spec> specs) {
        Edges found = new Edges();
        for (Spec spec : specs) {
            if (spec instanceof WorkloadSpec workload) {
                found.addWorkload(workload);
            } else if (spec instanceof ModelSpec model) {
                model.token().ifPresent(token -> found.add(model, token, Use.SECRET, "token"));
            }
        }
        return found.edges;
    }

    private void addWorkload(WorkloadSpec spec) {
        spec.env().forEach((name, value) -> addValue(spec, value, spec.origin("env." + name)));
        spec.envGroups().forEach(group -> add(spec, group, Use.ENV_GROUP, "envGroup." + group.id()));
        spec.consumes().ifPresent(queue -> add(spec, queue, Use.CONSUMES, "consumes"));
        spec.serves().forEach(model -> add(spec, model, Use.SERVES, "serves." + model.id()));
        spec.preDeployJob().ifPresent(job -> add(spec, job, Use.PRE_DEPLOY, "preDeploy"));
    }

    private void addValue(Spec spec, Value<?> value, Origin origin) {
        if (value instanceof Reference<?> reference) {
            edges.add(new Edge(
                    spec.key(), reference.resource(), Use.REFERENCE, Optional.of(reference.attribute()), origin));
        } else if (value instanceof Secret secret) {
            edges.add(new Edge(spec.key(), secret.key(), Use.SECRET, Optional.empty(), origin));
        } else if (value instanceof Text text) {
            text.parts().forEach(part -> addValue(spec, part, origin));
        }
    }

    private void add(Spec from, ResourceKey to, Use use, String property) {
        edges.add(new Edge(from.key(), to, use, Optional.empty(), from.origin(property)));
    }
}
