package dev.portcullis.personnel.nationality;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the status that makes somebody a US person.
 *
 * @param ended the first day on which it was held no longer, as where asylum was terminated (8 U.S.C. 1158(c)(2)) or refugee status was (8
 *     U.S.C. 1157(c)(4)); null where it is held
 * @param naturalizationEligible the day on which the person first could apply for naturalization by the time of permanent residence; null
 *     where not known
 * @param naturalizationApplied the day of the application; null where there is none or it is not known
 * @param naturalizationPursued whether the person actively pursues it; null where not known
 */
public record UsPersonStatus(
        @Nullable LocalDate ended,
        @Nullable LocalDate naturalizationEligible,
        @Nullable LocalDate naturalizationApplied,
        @Nullable Boolean naturalizationPursued) {
    /** Nothing is known. */
    public static final UsPersonStatus NONE = new UsPersonStatus(null, null, null, null);

    boolean endedOn(LocalDate day) {
        return ended != null && !ended.isAfter(day);
    }
}
