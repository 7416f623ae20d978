package dev.davit.testcluster;

/**
 * A request that a {@link FaultProxy} saw.
 *
 * @param method the method
 * @param path the path without its query
 * @param query the query; empty without one
 */
public record Call(String method, String path, String query) {
    /** Say whether the server would keep something of it: no read, no dry run, no question about rights. */
    public boolean isWrite() {
        return !method.equals("GET") && !query.contains("dryRun=") && !path.startsWith("/apis/authorization.k8s.io/");
    }

    /** Say whether it is a write to an object of this kind, {@code configmaps}, or below one. */
    public boolean writes(String plural) {
        return isWrite() && (path + "/").contains("/" + plural + "/");
    }

    /** Say whether it is a write that is no renewal, taking or giving back of a lease. */
    public boolean isStep() {
        return isWrite() && !writes("leases");
    }
}
