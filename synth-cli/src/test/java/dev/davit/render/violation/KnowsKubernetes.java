package dev.davit.render.violation;

import dev.davit.k8s.violation.KnowsRender;

/** One provider must not know the other. */
public final class KnowsKubernetes {
    public Object other() {
        return new KnowsRender();
    }
}
