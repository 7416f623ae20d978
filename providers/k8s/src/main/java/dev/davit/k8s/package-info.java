/** The target Kubernetes: manifests of a definition, checked against the API server's own schema. */
package dev.davit.k8s;
