package dev.davit.render.api;

import dev.davit.apply.ApplyException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/** Check the address of an API before a key is sent there. */
final class BaseAddress {
    private BaseAddress() {}

    /**
     * Take a text for an address.
     *
     * @param source where it came from
     * @throws ApplyException if it is none, or is not encrypted and of another machine
     */
    static URI of(String text, String source) {
        URI address;
        try {
            address = URI.create(text.replaceFirst("/+$", ""));
        } catch (IllegalArgumentException e) {
            throw refused("the API's address is no address", source, null);
        }
        boolean plain = "http".equals(address.getScheme());
        if (address.getHost() == null || !plain && !"https".equals(address.getScheme())) {
            throw refused("the API's address is no address", source, null);
        }
        if (address.getRawUserInfo() != null || address.getRawQuery() != null || address.getRawFragment() != null) {
            throw refused("the API's address has more than a host and a path", source, null);
        }
        if (plain && !isThisMachine(address.getHost())) {
            throw refused(
                    "the API's address is not encrypted: \"" + address + "\"",
                    source,
                    "the key would be readable on its way");
        }
        return address;
    }

    private static boolean isThisMachine(String host) {
        try {
            return host.equals("localhost")
                    || host.matches("[0-9.]+|\\[.*\\]")
                            && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static ApplyException refused(String what, String source, String why) {
        return new ApplyException(
                ApplyException.Reason.REFUSED,
                what + (why == null ? "" : "; " + why),
                source,
                "write it as https://api.render.com/v1; plain http is for a sandbox on this machine alone",
                null);
    }
}
