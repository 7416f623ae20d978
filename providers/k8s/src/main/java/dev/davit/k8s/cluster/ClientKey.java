package dev.davit.k8s.cluster;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Read a client certificate and its key in PEM. Not with fabric8's reader: it opens the JDK's own key store along the way and fails where
 * that has another password.
 *
 * <p>Keys are PKCS #8, or the older forms of RSA (RFC 8017) and of elliptic curves (RFC 5915); those become PKCS #8 by putting the
 * algorithm in front, as the certificate names it.
 */
final class ClientKey {
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN ((?:RSA |EC )?PRIVATE KEY)-----([^-]+)-----END", Pattern.DOTALL);
    private static final byte[] VERSION = {2, 1, 0};
    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 4;

    private ClientKey() {}

    static KeyStore store(String certificates, String key) throws GeneralSecurityException, IOException {
        Certificate[] chain = CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(certificates.getBytes(StandardCharsets.UTF_8)))
                .toArray(new Certificate[0]);
        if (chain.length == 0) {
            throw new IOException("no certificate");
        }
        // Nobody reads it but us. The default, PKCS #12, would hash 10,000 times to put the key in, and again to take
        // it out.
        KeyStore store = KeyStore.getInstance("JKS");
        store.load(null, null);
        store.setKeyEntry("client", key(key, chain[0].getPublicKey()), new char[0], chain);
        return store;
    }

    private static PrivateKey key(String pem, PublicKey pair) throws GeneralSecurityException, IOException {
        Matcher found = PEM.matcher(pem);
        if (!found.find()) {
            throw new IOException("no key");
        }
        byte[] der = Base64.getMimeDecoder().decode(found.group(2));
        byte[] pkcs8 = found.group(1).equals("PRIVATE KEY") ? der : wrapped(der, pair);
        return KeyFactory.getInstance(pair.getAlgorithm()).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    }

    private static byte[] wrapped(byte[] key, PublicKey pair) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(VERSION);
        content.writeBytes(algorithm(pair.getEncoded()));
        content.writeBytes(element(OCTETS, key));
        return element(SEQUENCE, content.toByteArray());
    }

    /** A public key is a sequence of its algorithm and its bits. */
    private static byte[] algorithm(byte[] publicKey) {
        ByteBuffer in = ByteBuffer.wrap(publicKey);
        in.get();
        length(in);
        int start = in.position();
        in.get();
        int length = length(in);
        byte[] algorithm = new byte[in.position() - start + length];
        in.position(start).get(algorithm);
        return algorithm;
    }

    private static int length(ByteBuffer in) {
        int first = in.get() & 0xff;
        if (first < 0x80) {
            return first;
        }
        int length = 0;
        for (int i = 0; i < (first & 0x7f); i++) {
            length = length << 8 | in.get() & 0xff;
        }
        return length;
    }

    private static byte[] element(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.length < 0x80) {
            out.write(content.length);
        } else {
            out.write(0x82);
            out.write(content.length >> 8);
            out.write(content.length);
        }
        out.writeBytes(content);
        return out.toByteArray();
    }
}
