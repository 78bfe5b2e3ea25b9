package dev.portcullis.personnel.scim;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** How SCIM is served. */
@ConfigMapping(prefix = "portcullis.scim")
public interface ScimSettings {
    /**
     * The dialects of tenants, by the client of their token ({@code azp}): {@code STRICT}, {@code ENTRA}, {@code OKTA} or
     * {@code SAILPOINT}. A client that is not named speaks the RFC.
     */
    Map<String, String> dialects();

    /** How many sealed records one search may open; one that would open more is refused with {@code tooMany}. */
    @WithDefault("20000")
    int mostOpened();

    /** How many sealed records may be opened for one page of a search by cursor; a page that ends there is continued by its cursor. */
    @WithDefault("2000")
    int mostOpenedPerPage();

    /** For how long a cursor can be used. */
    @WithDefault("PT1H")
    Duration cursorTimeout();

    /** Operations of one bulk message. */
    @WithDefault("1000")
    int mostBulkOperations();
}
