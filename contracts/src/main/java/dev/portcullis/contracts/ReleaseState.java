package dev.portcullis.contracts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision of the release gate on {@value Topics#RELEASES}, owned by licensing-svc.
 *
 * @param id opaque id of the release, the record's key
 * @param version rises by one with each change
 * @param determinationId the determination on which it rests
 * @param itemId the item
 * @param partyIds the parties to the transaction
 * @param personId the person who receives technology or source code; absent unless the release is to a person
 * @param destination the country of destination; absent where it is not known, and for a release to a person, whose nationality no
 *     topic but that of persons tells
 * @param decision whether the gate opened
 * @param authority what permits: {@code NLR}, an exception's symbol or a license number; absent where nothing does, and for a
 *     release to a person
 * @param quantity how many units
 * @param decidedAt when
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReleaseState(
        String id,
        long version,
        String determinationId,
        String itemId,
        List<String> partyIds,
        @Nullable String personId,
        @Nullable CountryCode destination,
        Decision decision,
        @Nullable String authority,
        BigDecimal quantity,
        Instant decidedAt) {

    public ReleaseState {
        Require.text(id, "id");
        Require.version(version);
        Require.text(determinationId, "determinationId");
        Require.text(itemId, "itemId");
        Require.present(decision, "decision");
        Require.present(quantity, "quantity");
        Require.present(decidedAt, "decidedAt");
        partyIds = partyIds == null ? List.of() : List.copyOf(partyIds);
    }

    /** What the gate does. Everything but {@code PERMITTED} keeps it shut. */
    public enum Decision {
        PERMITTED,
        REVIEW,
        DENIED
    }
}
