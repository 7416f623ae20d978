package dev.davit.render.api;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.security.cert.CertificateException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;

/** Tell what a try without a usable answer means for the next one. */
enum Loss {
    /** Nobody was reached, so nothing was done. */
    UNSENT,
    /** It may have been done. */
    UNKNOWN,
    /** It may have been done, and another try would bring the same. */
    UNUSABLE,
    /** Whoever answered cannot prove who they are; nothing was sent, and nothing may be. */
    UNTRUSTED;

    static Loss of(IOException failure) {
        if (failure instanceof UnusableAnswerException) {
            return UNUSABLE;
        }
        if (failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException) {
            return UNSENT;
        }
        boolean untrusted = failure instanceof SSLHandshakeException
                && Stream.<Throwable>iterate(failure, it -> it != null, Throwable::getCause)
                        .anyMatch(CertificateException.class::isInstance);
        return untrusted ? UNTRUSTED : UNKNOWN;
    }
}
