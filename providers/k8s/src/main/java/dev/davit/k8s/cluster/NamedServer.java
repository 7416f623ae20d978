package dev.davit.k8s.cluster;

import java.net.InetAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Trust a server whose certificate comes from an authority that is trusted, and names it.
 *
 * <p>The JDK looks at the chain, and could look at the name. But first it reads all public authorities that it knows, 150 mostly and a
 * twentieth of a short command, to forbid them wildcards that cover too much; and it takes the name from the address, where a kubeconfig
 * may say another.
 *
 * <p>A name is compared as kubectl does it: with the certificate's alternative names alone, never with its subject, and a wildcard stands
 * for the whole first label and nothing else. Which keys and signatures are too weak for a chain {@code jdk.certpath.disabledAlgorithms}
 * says; {@code jdk.tls.disabledAlgorithms}, which says the same of them unless somebody changed it, counts for the handshake.
 *
 * @see <a href="https://github.com/golang/go/blob/go1.24.0/src/crypto/x509/verify.go">VerifyHostname</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9525#section-6">RFC 9525, 6</a>
 */
final class NamedServer extends X509ExtendedTrustManager {
    private static final Pattern IPV4 = Pattern.compile("[0-9.]+");
    /** Kinds of alternative names. Source: {@link X509Certificate#getSubjectAlternativeNames()}. */
    private static final int DNS = 2;

    private static final int ADDRESS = 7;

    private final X509TrustManager issuers;
    private final String name;

    /**
     * Make it.
     *
     * @param issuers says whether a chain comes from an authority that is trusted
     * @param name the server's name or address; one of IPv6 may stand in brackets
     */
    NamedServer(X509TrustManager issuers, String name) {
        this.issuers = issuers;
        this.name = name;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyExchange) throws CertificateException {
        issuers.checkServerTrusted(chain, keyExchange);
        Collection<List<?>> names = chain[0].getSubjectAlternativeNames();
        if (names == null || names.stream().noneMatch(it -> isOne((Integer) it.get(0), it.get(1), name))) {
            throw new CertificateException("the certificate is not one of " + name + ", but of "
                    + (names == null
                            ? "nobody"
                            : names.stream().map(it -> it.get(1)).toList()));
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyExchange, Socket socket)
            throws CertificateException {
        checkServerTrusted(chain, keyExchange);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyExchange, SSLEngine engine)
            throws CertificateException {
        checkServerTrusted(chain, keyExchange);
    }

    /** Say whether an alternative name of some kind is one for a server's. */
    static boolean isOne(int kind, Object alternative, String name) {
        String host = name.startsWith("[") ? name.substring(1, name.length() - 1) : name;
        if (isAddress(host)) {
            return kind == ADDRESS && isSame(alternative.toString(), host);
        }
        return kind == DNS && covers(lower(alternative.toString()), lower(host));
    }

    /** Say whether a server is called by an address; then it is asked for by no name. */
    static boolean isAddress(String host) {
        return host.contains(":") || IPV4.matcher(host).matches();
    }

    private static boolean isSame(String one, String other) {
        try {
            return InetAddress.getByName(one).equals(InetAddress.getByName(other));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean covers(String pattern, String host) {
        int label = host.indexOf('.');
        return pattern.equals(host) || label > 0 && pattern.equals("*" + host.substring(label));
    }

    private static String lower(String name) {
        String text = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        return text.toLowerCase(Locale.ROOT);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return issuers.getAcceptedIssuers();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyExchange) throws CertificateException {
        throw new CertificateException("no server is here that a client could ask");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyExchange, Socket socket)
            throws CertificateException {
        checkClientTrusted(chain, keyExchange);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyExchange, SSLEngine engine)
            throws CertificateException {
        checkClientTrusted(chain, keyExchange);
    }
}
