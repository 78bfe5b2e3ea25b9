package dev.portcullis.local.parts;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;

/** Hands out ports of the loopback address that nobody listens on, none of them twice. Safe for use by several threads. */
public final class Ports {
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;
    private static final int ATTEMPTS = 1_000;
    // Processes that look for ports at the same moment must not all find the same.
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Set<Integer> HANDED_OUT = new HashSet<>();

    private Ports() {}

    /** The wanted port where it is free, else another that is. */
    public static int preferably(int wanted) {
        synchronized (HANDED_OUT) {
            if (!HANDED_OUT.contains(wanted) && isFree(wanted)) {
                HANDED_OUT.add(wanted);
                return wanted;
            }
        }
        return any();
    }

    /** Any free port, of those below the range from which systems choose ports for outgoing connections. */
    public static int any() {
        synchronized (HANDED_OUT) {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                int port = LOWEST + RANDOM.nextInt(HIGHEST - LOWEST);
                if (!HANDED_OUT.contains(port) && isFree(port)) {
                    HANDED_OUT.add(port);
                    return port;
                }
            }
        }
        throw new IllegalStateException("No free port between " + LOWEST + " and " + HIGHEST);
    }

    /** Whether a server could listen on the port, of the loopback address and of all addresses. */
    public static boolean isFree(int port) {
        return canBind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                && canBind(new InetSocketAddress(port));
    }

    private static boolean canBind(InetSocketAddress address) {
        try (ServerSocket socket = new ServerSocket()) {
            // Connections of an earlier run that linger are no obstacle to a server, and so none here.
            socket.setReuseAddress(true);
            socket.bind(address, 1);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
