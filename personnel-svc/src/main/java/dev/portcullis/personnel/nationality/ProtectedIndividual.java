package dev.portcullis.personnel.nationality;

import dev.portcullis.personnel.nationality.Assessment.Reason;
import java.time.LocalDate;

/**
 * Whether the law protects somebody against discrimination because of citizenship status (8 U.S.C. 1324b(a)(3)). It is another question
 * than whether somebody is a foreign person: a permanent resident who lets naturalization go is protected no longer, and still is no foreign
 * person, because 15 CFR 772.1 names lawful permanent residents by themselves.
 */
public final class ProtectedIndividual {
    /** The exceptions came with the Immigration Reform and Control Act; nobody had to apply before. */
    private static final LocalDate ENACTED = LocalDate.of(1986, 11, 6);

    private static final int MONTHS_TO_APPLY = 6;
    private static final int YEARS_TO_BE_NATURALIZED = 2;
    private static final String PROTECTED = "8 U.S.C. 1324b(a)(3)(B)";
    private static final String NOT_APPLIED = "8 U.S.C. 1324b(a)(3)(B)(i)";
    private static final String NOT_PURSUED = "8 U.S.C. 1324b(a)(3)(B)(ii)";

    private ProtectedIndividual() {}

    /** Whether somebody is protected. */
    public enum Protection {
        PROTECTED,
        NOT_PROTECTED,
        /** Facts are missing. Whoever must treat a protected individual in another way must treat this one so, too. */
        UNKNOWN
    }

    /**
     * An answer and what led to it.
     *
     * @param protection the answer
     * @param reason why, with the law
     */
    public record Answer(Protection protection, Reason reason) {}

    /** Whether somebody is protected on a day. */
    public static Answer of(NationalityFacts facts, LocalDate day) {
        boolean citizen = facts.citizenships().stream()
                .anyMatch(held -> held.country().equals(DeemedExportNationality.UNITED_STATES) && held.heldOn(day));
        boolean resident = facts.residencies().stream()
                .anyMatch(held -> held.country().equals(DeemedExportNationality.UNITED_STATES) && held.heldOn(day));
        UsPersonBasis said = facts.usPersonBasis();
        UsPersonStatus status = facts.usPersonStatus();
        boolean ended = status.endedOn(day);
        if (citizen || !ended && (said == UsPersonBasis.CITIZEN || said == UsPersonBasis.NATIONAL)) {
            return answer(
                    Protection.PROTECTED,
                    "Citizens and nationals are protected without limit.",
                    "8 U.S.C. 1324b(a)(3)(A)");
        }
        if (resident || !ended && said == UsPersonBasis.PERMANENT_RESIDENT) {
            return resident(status, day);
        }
        if (said == null || ended) {
            return answer(Protection.UNKNOWN, "The status of the person is not established.", PROTECTED);
        }
        if (said == UsPersonBasis.NONE) {
            return answer(Protection.NOT_PROTECTED, "None of the statuses that the law protects is held.", PROTECTED);
        }
        if (said == UsPersonBasis.TEMPORARY_RESIDENT && status.ended() == null) {
            return answer(
                    Protection.UNKNOWN,
                    "Temporary residence ends by itself, and its end is not on record.",
                    "8 U.S.C. 1255a(b)(2)(C)");
        }
        // The exceptions turn on time spent as a permanent resident, of which these have none.
        return answer(Protection.PROTECTED, "The status is protected as long as it is held.", PROTECTED);
    }

    private static Answer resident(UsPersonStatus status, LocalDate day) {
        LocalDate eligible = status.naturalizationEligible();
        LocalDate applied = status.naturalizationApplied();
        if (eligible == null) {
            return answer(
                    Protection.UNKNOWN,
                    "Since when the permanent resident can apply for naturalization is not on record.",
                    NOT_APPLIED);
        }
        LocalDate deadline = (eligible.isBefore(ENACTED) ? ENACTED : eligible).plusMonths(MONTHS_TO_APPLY);
        if (applied == null || applied.isAfter(day)) {
            return day.isAfter(deadline)
                    ? answer(
                            Protection.NOT_PROTECTED,
                            "Naturalization was not applied for within six months of the day on which it first could be.",
                            NOT_APPLIED)
                    : answer(
                            Protection.PROTECTED,
                            "The six months to apply for naturalization are not over.",
                            NOT_APPLIED);
        }
        if (applied.isAfter(deadline)) {
            return answer(
                    Protection.NOT_PROTECTED,
                    "Naturalization was applied for later than six months after it first could be.",
                    NOT_APPLIED);
        }
        if (!day.isAfter(applied.plusYears(YEARS_TO_BE_NATURALIZED))
                || Boolean.TRUE.equals(status.naturalizationPursued())) {
            return answer(Protection.PROTECTED, "Naturalization was applied for in time and is pursued.", NOT_PURSUED);
        }
        // Time that the government takes does not count, so that two years alone decide nothing.
        return status.naturalizationPursued() == null
                ? answer(
                        Protection.UNKNOWN,
                        "Two years have passed since the application; whether it is pursued, and how long the government took, is"
                                + " not on record.",
                        NOT_PURSUED)
                : answer(
                        Protection.NOT_PROTECTED,
                        "Two years have passed since the application, and it is not actively pursued.",
                        NOT_PURSUED);
    }

    private static Answer answer(Protection protection, String statement, String citation) {
        return new Answer(protection, new Reason(statement, citation));
    }
}
