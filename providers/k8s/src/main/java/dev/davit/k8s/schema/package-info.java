/** Checks manifests against what the API server of Kubernetes 1.34 accepts, without a cluster. */
package dev.davit.k8s.schema;
