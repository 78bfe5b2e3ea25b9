package dev.portcullis.contracts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A license and what is left of it on {@value Topics#LICENSES}, owned by licensing-svc.
 *
 * @param id opaque id of the license, the record's key
 * @param version rises by one with each change, a draw included
 * @param number the number that the authority gave it
 * @param status whether it can be drawn upon
 * @param validFrom first day
 * @param validUntil last day
 * @param lines what it authorizes
 * @param changedAt when this state came about
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LicenseState(
        String id,
        long version,
        String number,
        Status status,
        LocalDate validFrom,
        LocalDate validUntil,
        List<Line> lines,
        Instant changedAt) {

    public LicenseState {
        Require.text(id, "id");
        Require.version(version);
        Require.text(number, "number");
        Require.present(status, "status");
        Require.present(validFrom, "validFrom");
        Require.present(validUntil, "validUntil");
        Require.present(changedAt, "changedAt");
        lines = lines == null ? List.of() : List.copyOf(lines);
    }

    /** Whether a license can be drawn upon: ACTIVE alone can. A reader takes a status that it does not know for one that cannot. */
    public enum Status {
        ACTIVE,
        EXHAUSTED,
        /** Until it is reinstated (15 CFR 750.8). */
        SUSPENDED,
        EXPIRED,
        REVOKED
    }

    /**
     * One line of a license.
     *
     * @param line its number on the license, from 1
     * @param eccn the entry that it covers
     * @param itemId the one item that it covers; absent where it covers all of the entry
     * @param quantity units authorized; absent where only value limits
     * @param quantityDrawn units drawn
     * @param value value authorized; absent where only quantity limits
     * @param valueDrawn value drawn, in the currency of {@code value}; absent where value does not limit
     * @param unit unit of the quantities (UN/ECE Recommendation No. 20); absent where they count pieces
     * @param quantityAssigned units reserved for orders and releases to come; absent where none are
     * @param valueAssigned value reserved; absent where none is
     * @param tolerance what the line may be exceeded by or stay short of; absent where nothing
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            int line,
            Eccn eccn,
            @Nullable String itemId,
            @Nullable BigDecimal quantity,
            BigDecimal quantityDrawn,
            @Nullable Money value,
            @Nullable Money valueDrawn,
            @Nullable String unit,
            @Nullable BigDecimal quantityAssigned,
            @Nullable Money valueAssigned,
            @Nullable Tolerance tolerance) {
        /** A line that counts pieces, with nothing reserved and no tolerance. */
        public Line(
                int line,
                Eccn eccn,
                @Nullable String itemId,
                @Nullable BigDecimal quantity,
                BigDecimal quantityDrawn,
                @Nullable Money value,
                @Nullable Money valueDrawn) {
            this(line, eccn, itemId, quantity, quantityDrawn, value, valueDrawn, null, null, null, null);
        }

        public Line {
            Require.present(eccn, "line.eccn");
            Require.present(quantityDrawn, "line.quantityDrawn");
        }
    }

    /**
     * By how much a line may be exceeded, or stay unused and yet count as fulfilled; each in percent of what it authorizes.
     *
     * @param quantityExcess of the quantity
     * @param valueExcess of the value, until the full quantity has left (15 CFR 750.11)
     * @param shortfall of either
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Tolerance(BigDecimal quantityExcess, BigDecimal valueExcess, BigDecimal shortfall) {
        public Tolerance {
            Require.present(quantityExcess, "tolerance.quantityExcess");
            Require.present(valueExcess, "tolerance.valueExcess");
            Require.present(shortfall, "tolerance.shortfall");
        }
    }
}
