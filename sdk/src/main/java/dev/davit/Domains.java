package dev.davit;

/** Knows what a host name is. */
final class Domains {
    static final String WHY = "a host name has labels of lower-case letters, digits and dashes, joined by dots";
    static final String FIX = "write it without scheme, port and path, such as \"app.example.com\"";
    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";

    private Domains() {}

    static boolean isHost(String host) {
        return host.length() <= 253 && host.matches("(\\*\\.)?(" + LABEL + "\\.)+" + LABEL);
    }

    static String what(String host) {
        return JavaText.quoted(host) + " is no host name";
    }
}
