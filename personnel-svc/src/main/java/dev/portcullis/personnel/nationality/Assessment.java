package dev.portcullis.personnel.nationality;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.PersonState.Standing;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the facts come to on a day.
 *
 * @param standing whether a release to the person can be a deemed export
 * @param deemedExportCountry the most recent country of citizenship or permanent residency; present exactly for a foreign person
 * @param nationalities foreign citizenships held that day, in order; empty but for a foreign person
 * @param authorizedUntil the last day up to which the record can be relied on: the end of the visa, or of the residency that the
 *     answer rests on, whichever is earlier; null where nothing runs out
 * @param changesOn the first day on which the same facts may come to another answer; null where there is none
 * @param reasons what led to the answer, in order
 * @param questions what must be asked before there can be an answer; empty exactly where there is one
 */
public record Assessment(
        Standing standing,
        @Nullable CountryCode deemedExportCountry,
        List<CountryCode> nationalities,
        @Nullable LocalDate authorizedUntil,
        @Nullable LocalDate changesOn,
        List<Reason> reasons,
        List<String> questions) {

    public Assessment {
        nationalities = List.copyOf(nationalities);
        reasons = List.copyOf(reasons);
        questions = List.copyOf(questions);
        if ((standing == Standing.FOREIGN_PERSON) != (deemedExportCountry != null)) {
            throw new IllegalArgumentException(
                    "a deemed export country belongs to a foreign person, and to nobody else");
        }
        if ((standing == Standing.UNDETERMINED) == questions.isEmpty()) {
            throw new IllegalArgumentException("there are questions exactly where there is no answer");
        }
    }

    /**
     * A step to the answer.
     *
     * @param statement what holds, in a sentence
     * @param citation the law behind it
     */
    public record Reason(String statement, String citation) {}
}
