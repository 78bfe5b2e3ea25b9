package dev.portcullis.personnel.nationality;

import dev.portcullis.personnel.nationality.Assessment.Reason;
import dev.portcullis.personnel.nationality.Employment.Kind;
import dev.portcullis.personnel.nationality.Employment.Terms;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Whether somebody is a permanent and regular employee (15 CFR 734.20(d)(2)), which frees some releases abroad from being deemed reexports.
 * It frees none in the United States.
 */
public final class PermanentAndRegular {
    private static final String EMPLOYEE = "15 CFR 734.20(d)(2)(i)";
    private static final String CONTRACT_EMPLOYEE = "15 CFR 734.20(d)(2)(ii)";

    private PermanentAndRegular() {}

    /** Whether somebody is one. */
    public enum Is {
        YES,
        NO,
        /** Facts are missing; whoever needs a yes has none. */
        UNKNOWN
    }

    /**
     * An answer, what led to it, and what must be asked where there is none.
     *
     * @param is the answer
     * @param reason why, with the law
     * @param questions empty but where facts are missing
     */
    public record Answer(Is is, Reason reason, List<String> questions) {}

    /** Whether somebody is a permanent and regular employee on a day. */
    public static Answer of(Employment employment, LocalDate day) {
        Kind kind = employment.kind();
        if (kind == null) {
            return unknown(
                    "The kind of contract is not on record.", EMPLOYEE, "What kind of contract does the person have?");
        }
        return switch (kind) {
            case REGULAR_EMPLOYEE, FIXED_TERM -> employee(employment, day);
            case CONTRACTOR -> contractor(employment.terms());
            case INTERN, VISITOR -> no("Interns and visitors are not employed permanently.", EMPLOYEE);
        };
    }

    private static Answer employee(Employment employment, LocalDate day) {
        LocalDate since = employment.since();
        if (since == null) {
            return unknown(
                    "Since when the person is employed is not on record.",
                    EMPLOYEE,
                    "On which day did the person's employment begin?");
        }
        return since.plusYears(1).isAfter(day)
                ? no("The person has been employed for less than a year.", EMPLOYEE)
                : new Answer(
                        Is.YES, new Reason("The person has been employed for a year or longer.", EMPLOYEE), List.of());
    }

    private static Answer contractor(Terms terms) {
        List<Boolean> known = Stream.of(
                        terms.companySite(),
                        terms.companyDirection(),
                        terms.fullTimeExclusive(),
                        terms.confidentiality(),
                        terms.agencyApart())
                .filter(Objects::nonNull)
                .toList();
        if (known.contains(false)) {
            return no("A contract worker must meet each of the conditions, and one is not met.", CONTRACT_EMPLOYEE);
        }
        return known.size() < 5
                ? unknown(
                        "Of the conditions for a contract worker not all are on record.",
                        CONTRACT_EMPLOYEE,
                        "Does the contract worker work at the company's sites, under its direction, full time and for it alone, under"
                                + " a nondisclosure certification, and is a staffing agency kept apart?")
                : new Answer(
                        Is.YES,
                        new Reason("The contract worker meets each of the conditions.", CONTRACT_EMPLOYEE),
                        List.of());
    }

    private static Answer no(String statement, String citation) {
        return new Answer(Is.NO, new Reason(statement, citation), List.of());
    }

    private static Answer unknown(String statement, String citation, String question) {
        return new Answer(Is.UNKNOWN, new Reason(statement, citation), List.of(question));
    }
}
