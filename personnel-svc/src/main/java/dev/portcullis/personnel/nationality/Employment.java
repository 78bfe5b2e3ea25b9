package dev.portcullis.personnel.nationality;

import dev.portcullis.contracts.CountryCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How and where somebody works, as far as the law asks.
 *
 * @param kind of contract; null where not known
 * @param since the first day of employment; null where not known
 * @param terms of a contract worker; null, each, where not known
 * @param workCountries where the person works, without repetition
 */
public record Employment(@Nullable Kind kind, @Nullable LocalDate since, Terms terms, List<CountryCode> workCountries) {

    /** Nothing is known. */
    public static final Employment NONE =
            new Employment(null, null, new Terms(null, null, null, null, null), List.of());

    public Employment {
        workCountries = List.copyOf(workCountries);
    }

    /** Kinds of contract. */
    public enum Kind {
        REGULAR_EMPLOYEE,
        FIXED_TERM,
        CONTRACTOR,
        INTERN,
        VISITOR
    }

    /**
     * What 15 CFR 734.20(d)(2) asks of a contract employee.
     *
     * @param companySite works at the company's facilities or where it assigns the work
     * @param companyDirection works under its direction and control, on its schedule
     * @param fullTimeExclusive works full time and for it alone
     * @param confidentiality signed a nondisclosure certification
     * @param agencyApart a staffing agency, where there is one, only provides the individual and sees no controlled technology
     */
    public record Terms(
            @Nullable Boolean companySite,
            @Nullable Boolean companyDirection,
            @Nullable Boolean fullTimeExclusive,
            @Nullable Boolean confidentiality,
            @Nullable Boolean agencyApart) {}
}
