/** Turn Kubernetes objects into a definition. */
package dev.davit.k8s.importing;
