package dev.portcullis.local.testing;

import dev.portcullis.local.tokens.TokenSource;
import org.jspecify.annotations.Nullable;

/** Real bearer tokens for tests that run with {@link PortcullisStack}; each is fetched once and kept while it is good. */
public final class Tokens {
    private static @Nullable TokenSource source;

    private Tokens() {}

    /**
     * A token of a development user, good for the services that are named.
     *
     * @throws IllegalStateException if the user is unknown, or no Keycloak runs
     */
    public static String of(String user, String... services) {
        return source().ofUser(user, services);
    }

    /**
     * A token of a machine client, {@code hr-sync}, {@code gateway} or {@code personnel-svc}, good for the services that are
     * named.
     *
     * @throws IllegalStateException if the client is unknown, or no Keycloak runs
     */
    public static String ofClient(String client, String... services) {
        return source().ofClient(client, services);
    }

    private static synchronized TokenSource source() {
        if (source == null) {
            source = new TokenSource(TestServers.runningRealmUrl());
        }
        return source;
    }
}
