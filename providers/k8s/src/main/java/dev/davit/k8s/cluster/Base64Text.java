package dev.davit.k8s.cluster;

import dev.davit.apply.ApplyException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Read base64 as configurations hold it. */
final class Base64Text {
    private Base64Text() {}

    static String decoded(String base64) {
        try {
            return new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new ApplyException(
                    ApplyException.Reason.NO_PERMISSION,
                    "a certificate or key in the kubeconfig is not base64",
                    "kubeconfig",
                    "correct the kubeconfig",
                    e);
        }
    }
}
