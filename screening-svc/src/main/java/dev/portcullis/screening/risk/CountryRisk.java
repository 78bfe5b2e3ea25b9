package dev.portcullis.screening.risk;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.contracts.CountryCode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The risk of a country on a day.
 *
 * @param country the country
 * @param name its English name
 * @param asOf the day
 * @param level the stricter of what the law and what the company says
 * @param law what the law says
 * @param company what the company says, where it does
 * @param groups the Country Groups that it is in (Supplement No. 1 to 15 CFR Part 740)
 * @param reasons why, the strictest first
 * @param edition the edition of the groups
 * @param basis how the groups on that day are known
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CountryRisk(
        CountryCode country,
        String name,
        LocalDate asOf,
        Level level,
        Level law,
        @Nullable CompanyView company,
        List<String> groups,
        List<Reason> reasons,
        String edition,
        Basis basis) {
    public CountryRisk {
        groups = List.copyOf(groups);
        reasons = List.copyOf(reasons);
    }

    /**
     * A reason for a level.
     *
     * @param level the level that it asks for
     * @param from the first day, where it is known and lies in the table's history
     * @param words why
     * @param citation where that is written
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Reason(
            Level level,
            String words,
            String citation,
            @Nullable LocalDate from) {}

    /** How the groups on a day are known. */
    @RegisterForReflection
    public enum Basis {
        /** They stand in the edition, or were changed after it. */
        EDITION,
        /** The known changes since that day were undone; a change that is not known would be missing. */
        ROLLED_BACK
    }

    /** The same risk with what the company says. */
    CountryRisk with(@Nullable CompanyView view) {
        return new CountryRisk(
                country,
                name,
                asOf,
                view == null ? law : law.strictest(view.level()),
                law,
                view,
                groups,
                reasons,
                edition,
                basis);
    }
}
