package dev.davit.k8s.cluster;

/** Give the credential to send. */
interface Login {
    /** Give the current one. */
    Credential now();

    /** Give a new one, after the server refused this: the same where there is no way to get another. */
    default Credential renewed(Credential refused) {
        return now();
    }
}
