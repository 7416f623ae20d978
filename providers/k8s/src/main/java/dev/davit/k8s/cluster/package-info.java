/**
 * Speaking with an API server: kubeconfig, credentials, requests, retries, discovery. The only package that knows a Kubernetes
 * client.
 */
package dev.davit.k8s.cluster;
