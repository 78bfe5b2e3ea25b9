package dev.portcullis.classification.registry;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Tells addresses of the public Internet from those inside a network, which a stranger must not reach through this service. */
final class Addresses {
    private Addresses() {}

    /** Whether an address belongs to the public Internet (IANA special-purpose address registries). */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet6Address ? isPublic6(bytes) : isPublic4(bytes);
    }

    private static boolean isPublic4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        int third = bytes[2] & 0xff;
        boolean shared = first == 100 && second >= 64 && second < 128;
        boolean protocol = first == 192 && second == 0 && (third == 0 || third == 2);
        boolean relay = first == 192 && second == 88 && third == 99;
        boolean benchmark = first == 198 && (second == 18 || second == 19);
        boolean documentation =
                first == 198 && second == 51 && third == 100 || first == 203 && second == 0 && third == 113;
        return first != 0 && first < 224 && !shared && !protocol && !relay && !benchmark && !documentation;
    }

    /** Only 2000::/3 is in use; within it, addresses that carry one of IPv4 are judged by that one, tunnels not at all. */
    private static boolean isPublic6(byte[] bytes) {
        if (startsWith(bytes, 0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0)) {
            return isPublicEmbedded(bytes, 12);
        }
        if ((bytes[0] & 0xe0) != 0x20) {
            return false;
        }
        if (startsWith(bytes, 0x20, 0x02)) {
            return isPublicEmbedded(bytes, 2);
        }
        boolean special = startsWith(bytes, 0x20, 0x01) && (bytes[2] & 0xfe) == 0;
        boolean documentation = startsWith(bytes, 0x20, 0x01, 0x0d, 0xb8) || startsWith(bytes, 0x3f, 0xff);
        return !special && !documentation;
    }

    private static boolean isPublicEmbedded(byte[] bytes, int at) {
        try {
            return isPublic(InetAddress.getByAddress(Arrays.copyOfRange(bytes, at, at + 4)));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xff) != prefix[i]) {
                return false;
            }
        }
        return true;
    }
}
