package dev.davit.k8s.violation;

import dev.davit.render.violation.KnowsKubernetes;

/** One provider must not know the other. */
public final class KnowsRender {
    public Object other() {
        return new KnowsKubernetes();
    }
}
