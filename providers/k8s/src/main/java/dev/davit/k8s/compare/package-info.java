/**
 * Comparing what is wanted with what a cluster has: live objects, the server's own prediction, who owns which field. Reads only;
 * dry runs are persisted nowhere.
 */
package dev.davit.k8s.compare;
