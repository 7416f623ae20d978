package dev.davit;

import java.util.List;
import java.util.stream.Stream;

/** Say what is true of one Kubernetes cluster alone. */
public final class Kubernetes extends TargetSettings<Kubernetes> {
    /** Name how a cluster labels the product of a node's GPU. */
    public enum GpuLabels {
        /** {@code nvidia.com/gpu.product}, by GPU feature discovery; a pool at zero nodes has none of these labels. */
        FEATURE_DISCOVERY,
        /** {@code cloud.google.com/gke-accelerator}, on GKE. */
        GKE,
        /** {@code karpenter.k8s.aws/instance-gpu-name}, on EKS with Karpenter. */
        KARPENTER
    }

    private Kubernetes() {
        super("kubernetes");
    }

    /** Take the cluster that the current context of the kubeconfig leads to. */
    public static Kubernetes settings() {
        return new Kubernetes();
    }

    /** Name the context of the kubeconfig that leads to the cluster. */
    public static Kubernetes context(String name) {
        return new Kubernetes().set("context", name, "Kubernetes.context", name);
    }

    /** Put everything in a namespace; the stack's name unless given. */
    public Kubernetes namespace(String name) {
        return set("namespace", name, ".namespace", name);
    }

    /** Put everything in a namespace that others made and keep: Davit neither makes nor changes it. */
    public Kubernetes existingNamespace(String name) {
        return set("existingNamespace", name, ".existingNamespace", name);
    }

    /** Route public hosts through an ingress class; the cluster's default unless given. */
    public Kubernetes ingressClass(String name) {
        return set("ingressClass", name, ".ingressClass", name);
    }

    /** Take TLS certificates from an issuer of cert-manager. Without one the secret {@code <id>-tls} must be there. */
    public Kubernetes certificateIssuer(String name) {
        return set("certificateIssuer", name, ".certificateIssuer", name);
    }

    /** Make disks of a storage class; the cluster's default unless given. */
    public Kubernetes storageClass(String name) {
        return set("storageClass", name, ".storageClass", name);
    }

    /** Say how nodes show their GPUs; by GPU feature discovery unless given. */
    public Kubernetes gpuLabels(GpuLabels labels) {
        return set("gpuLabels", labels, ".gpuLabels", labels);
    }

    /** Name the node label that carries the GPU's product, in a cluster with labels of its own. */
    public Kubernetes gpuLabel(String key) {
        return set("gpuLabel", key, ".gpuLabel", key);
    }

    /** Say that so many GPUs are free for a rollout, so that a new instance can start before an old one stops; 0 unless given. */
    public Kubernetes surgeGpus(int number) {
        return set("surgeGpus", number, ".surgeGpus", number);
    }

    /** Give the public host of a private service that another target calls. */
    public Kubernetes expose(Service service, String host) {
        return setFor("expose", service, host, ".expose", service, host);
    }

    /** Put an object there that no resource becomes. */
    public Kubernetes object(KubernetesObject object) {
        return set("object", object, ".object", object);
    }

    /**
     * Name a Secret that somebody makes by hand or another tool makes, so that objects can refer to it. Its values are in no file of
     * Davit's; {@code kustomization.yaml} says how to make it.
     *
     * @param keys the keys that it must have
     */
    public Kubernetes secret(String name, String... keys) {
        List<String> named = Stream.concat(Stream.of(name), Stream.of(keys)).toList();
        return set("secret", named, ".secret", named.toArray());
    }

    /** Edit one object that a resource becomes, last of all: {@code raw(web, "Deployment", Raw.set(...))}. */
    public Kubernetes raw(Handle resource, String object, Raw... edits) {
        return edit(resource, object, edits);
    }
}
