package dev.davit.k8s.cluster;

import dev.davit.apply.ApplyException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Turn certificates and keys in PEM into what TLS asks for. */
final class Trust {
    private Trust() {}

    /**
     * Trust the authorities of the configuration and no others. fabric8's own way would add them to those that the JDK trusts: any
     * public authority could then stand in for the cluster's.
     *
     * @param authorities in PEM; empty for those that the JDK trusts
     * @param server the name that its certificate has to bear
     */
    static TrustManager[] in(Optional<String> authorities, String server) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(authorities.isPresent() ? store(authorities.get()) : null);
            return new TrustManager[] {new NamedServer((X509TrustManager) factory.getTrustManagers()[0], server)};
        } catch (GeneralSecurityException | IOException e) {
            throw refused("the certificate authority cannot be read", e);
        }
    }

    /**
     * Load what a first connection takes, most of its time, while its place is not known yet: with no key and no authority, it says
     * hello to nobody.
     */
    static void prepare() {
        try {
            KeyStore none = emptyStore();
            CertificateFactory.getInstance("X.509");
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(none, new char[0]);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(none);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            SSLEngine hello = context.createSSLEngine();
            hello.setUseClientMode(true);
            hello.wrap(
                    ByteBuffer.allocate(0),
                    ByteBuffer.allocate(hello.getSession().getPacketBufferSize()));
        } catch (GeneralSecurityException | IOException e) {
            // Whoever connects is told.
        }
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        return store;
    }

    private static KeyStore store(String pem) throws GeneralSecurityException, IOException {
        KeyStore store = emptyStore();
        int number = 0;
        for (Certificate certificate : CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)))) {
            store.setCertificateEntry("authority-" + number++, certificate);
        }
        if (number == 0) {
            throw new IOException("no certificate");
        }
        return store;
    }

    static KeyManager[] as(Credential credential) {
        if (credential.certificate().isEmpty() || credential.key().isEmpty()) {
            return null;
        }
        try {
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(
                    ClientKey.store(
                            credential.certificate().get(), credential.key().get()),
                    new char[0]);
            return factory.getKeyManagers();
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            throw refused("the client certificate or its key cannot be read", e);
        }
    }

    private static ApplyException refused(String what, Exception cause) {
        // Not the cause's own message: it may quote the key.
        return new ApplyException(
                ApplyException.Reason.NO_PERMISSION,
                what + " (" + cause.getClass().getSimpleName() + ")",
                "kubeconfig",
                "log in to the cluster again",
                null);
    }
}
