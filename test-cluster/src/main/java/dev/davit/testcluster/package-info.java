/**
 * Give tests a real Kubernetes cluster: {@link dev.davit.testcluster.OnFakeNodes} and {@link dev.davit.testcluster.OnRealNode} on
 * a class or method, {@link dev.davit.testcluster.TestCluster} as a parameter.
 */
package dev.davit.testcluster;
