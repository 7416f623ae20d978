package dev.davit.k8s.operate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Says where a stack keeps its own objects: the parent of its ApplySet, its lease and its release records.
 *
 * @param stack the stack
 * @param stage its stage
 * @param namespace the namespace
 */
record Home(String stack, String stage, String namespace) {
    /** Gives the name of the parent and of the lease. */
    String name() {
        return "davit-" + stack + "-" + stage;
    }

    /** Gives the ApplySet's id as kubectl computes it ({@code pkg/cmd/apply/applyset.go}): over the parent's name, namespace, kind and group. */
    String id() {
        String named = name() + "." + namespace + ".Secret.";
        return "applyset-"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(named.getBytes(StandardCharsets.UTF_8)))
                + "-v1";
    }

    String secrets() {
        return "/api/v1/namespaces/" + namespace + "/secrets";
    }

    String parent() {
        return secrets() + "/" + name();
    }

    String leases() {
        return "/apis/coordination.k8s.io/v1/namespaces/" + namespace + "/leases";
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
