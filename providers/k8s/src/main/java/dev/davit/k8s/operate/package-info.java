/**
 * Carrying a plan out on Kubernetes: server-side apply with guards, readiness, the ApplySet that marks what is ours, rights, lease
 * and release records. Knows the API server as {@link dev.davit.k8s.cluster.ApiServer}, no client library.
 */
package dev.davit.k8s.operate;
