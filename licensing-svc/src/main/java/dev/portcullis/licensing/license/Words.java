package dev.portcullis.licensing.license;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.contracts.Eccn;
import dev.portcullis.contracts.LicenseState.Line;
import dev.portcullis.contracts.LicenseState.Tolerance;
import dev.portcullis.contracts.Money;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a license says, without what was used of it.
 *
 * @param validFrom first day
 * @param validUntil last day
 * @param terms whom and where it names
 * @param lines what it authorizes
 */
@RegisterForReflection
public record Words(LocalDate validFrom, LocalDate validUntil, LicenseTerms terms, List<Authorized> lines) {
    public Words {
        lines = List.copyOf(lines);
    }

    public static Words of(License license) {
        return new Words(
                license.validFrom(),
                license.validUntil(),
                license.terms(),
                license.lines().stream().map(Authorized::of).toList());
    }

    /** What a license says that is to be recorded. */
    public static Words of(NewLicense license) {
        return new Words(
                license.validFrom(),
                license.validUntil(),
                license.terms(),
                license.lines().stream()
                        .map(line -> Authorized.of(line.unused()))
                        .toList());
    }

    /**
     * What a line authorizes.
     *
     * @param line its number
     * @param eccn the entry
     * @param itemId the one item; absent where all of the entry
     * @param quantity units; absent where not limited
     * @param unit of the quantity
     * @param value absent where not limited
     * @param tolerance absent where none
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Authorized(
            int line,
            Eccn eccn,
            @Nullable String itemId,
            @Nullable BigDecimal quantity,
            String unit,
            @Nullable Money value,
            @Nullable Tolerance tolerance) {
        /** Amounts are told without needless places, so that equal ones are equal. */
        static Authorized of(Line line) {
            BigDecimal quantity = line.quantity();
            Money value = line.value();
            Tolerance tolerance = line.tolerance();
            return new Authorized(
                    line.line(),
                    line.eccn(),
                    line.itemId(),
                    quantity == null ? null : Lines.tidy(quantity),
                    Lines.unit(line),
                    value == null ? null : new Money(Lines.tidy(value.amount()), value.currency()),
                    tolerance == null
                            ? null
                            : new Tolerance(
                                    Lines.tidy(tolerance.quantityExcess()),
                                    Lines.tidy(tolerance.valueExcess()),
                                    Lines.tidy(tolerance.shortfall())));
        }
    }
}
