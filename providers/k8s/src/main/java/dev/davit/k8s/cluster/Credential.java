package dev.davit.k8s.cluster;

import java.util.Optional;

/**
 * Hold what proves who we are. Its text never shows any of it.
 *
 * @param authorization the value of the header, if one is sent
 * @param certificate a client certificate in PEM, if there is one
 * @param key its key in PEM
 */
record Credential(Optional<String> authorization, Optional<String> certificate, Optional<String> key) {
    static final Credential NONE = new Credential(Optional.empty(), Optional.empty(), Optional.empty());

    static Credential token(String token) {
        return new Credential(Optional.of("Bearer " + token), Optional.empty(), Optional.empty());
    }

    boolean sameCertificate(Credential other) {
        return certificate.equals(other.certificate) && key.equals(other.key);
    }

    @Override
    public String toString() {
        return "credential";
    }
}
