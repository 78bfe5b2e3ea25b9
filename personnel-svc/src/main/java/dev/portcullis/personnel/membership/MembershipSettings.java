package dev.portcullis.personnel.membership;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How admissions become membership. The realm itself is named under {@code quarkus.keycloak.admin-client}. */
@ConfigMapping(prefix = "portcullis.membership")
public interface MembershipSettings {
    /** Whether the realm's groups are kept at all; off where no realm is named for it. */
    @WithDefault("false")
    boolean enabled();

    /** The realm. */
    @WithDefault("portcullis")
    String realm();

    /** The group below which all others are. Nothing outside of it is ever touched. */
    @WithDefault("portcullis")
    String root();

    /**
     * The attribute by which an account says whose it is: the person's opaque id. Only administrators may write it; an account that could
     * write it itself could let itself in.
     */
    @WithDefault("portcullis_person")
    String attribute();

    /** How often it is looked for changes, an ISO 8601 duration. */
    @WithDefault("PT0.1S")
    Duration watch();

    /** How often all groups are compared with what they should be. */
    @WithDefault("PT5M")
    Duration reconcile();

    /** How long after a start it is waited for determinations and HR before their silence empties the groups. */
    @WithDefault("PT60S")
    Duration patience();
}
