package dev.portcullis.licensing.license;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.contracts.Money;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of the wish to draw on a license.
 *
 * @param drawn what was drawn; absent where no license covers the release
 * @param alsoDrawn what was drawn on further licenses, where the release named several
 * @param considered the licenses that were held against the release, each with its checks
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Drawing(
        @Nullable Drawn drawn,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Drawn> alsoDrawn,
        List<Coverage> considered) {
    /** A draw on one license, or none. */
    public Drawing(@Nullable Drawn drawn, List<Coverage> considered) {
        this(drawn, List.of(), considered);
    }

    public Drawing {
        alsoDrawn = alsoDrawn == null ? List.of() : List.copyOf(alsoDrawn);
        considered = List.copyOf(considered);
    }

    /**
     * A draw.
     *
     * @param licenseId the license
     * @param licenseNumber its number
     * @param line the line drawn upon
     * @param quantity units drawn, in the line's unit
     * @param value value drawn; absent where the line does not limit it
     * @param quantityLeft units left after it; absent where the line does not limit them
     * @param valueLeft value left after it; absent where the line does not limit it
     * @param ledgerEntryId the ledger entry of the draw
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Drawn(
            String licenseId,
            String licenseNumber,
            int line,
            BigDecimal quantity,
            @Nullable Money value,
            @Nullable BigDecimal quantityLeft,
            @Nullable Money valueLeft,
            long ledgerEntryId) {}
}
