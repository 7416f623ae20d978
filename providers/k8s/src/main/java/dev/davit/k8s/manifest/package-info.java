/** What makes manifests: one class per kind of object, from the specs of an assembly to trees with origins. */
package dev.davit.k8s.manifest;
