package dev.portcullis.personnel.nationality;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one person's nationality. Nothing here is a conclusion.
 *
 * @param citizenships held now or before
 * @param residencies permanent ones, held now or before
 * @param usPersonBasis as HR established it; null where HR did not say
 * @param usPersonStatus what is known of the status behind the basis; {@link UsPersonStatus#NONE} where nothing is
 * @param visaValidUntil the last day of a nonimmigrant status in which the person works; null where there is no such status
 */
public record NationalityFacts(
        List<Citizenship> citizenships,
        List<PermanentResidency> residencies,
        @Nullable UsPersonBasis usPersonBasis,
        UsPersonStatus usPersonStatus,
        @Nullable LocalDate visaValidUntil) {

    /** Nothing is known. */
    public static final NationalityFacts NONE = new NationalityFacts(List.of(), List.of(), null, null);

    /** Facts of somebody of whose status nothing more is known than its kind. */
    public NationalityFacts(
            List<Citizenship> citizenships,
            List<PermanentResidency> residencies,
            @Nullable UsPersonBasis usPersonBasis,
            @Nullable LocalDate visaValidUntil) {
        this(citizenships, residencies, usPersonBasis, UsPersonStatus.NONE, visaValidUntil);
    }

    public NationalityFacts {
        citizenships = List.copyOf(citizenships);
        residencies = List.copyOf(residencies);
    }
}
