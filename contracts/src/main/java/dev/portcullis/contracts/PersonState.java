package dev.portcullis.contracts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole current state of a person on {@value Topics#PERSONS}, owned by personnel-svc. It carries no name and no
 * document: an opaque id and what a deemed export turns on, nothing else.
 *
 * @param id opaque id of the person, the record's key
 * @param version rises by one with each change
 * @param status whether the person works here now; only {@code ACTIVE} may ever permit
 * @param standing whether a release to the person can be a deemed export at all
 * @param deemedExportCountry the most recent country of citizenship or permanent residency (15 CFR 734.13(b)); absent for US
 *     persons, and absent where it could not be determined
 * @param nationalities every foreign country of citizenship, for rules that look at all; empty for US persons, of whom
 *     none is asked
 * @param authorizedUntil the last day of the work authorization on which the record rests; absent where there is none to run out
 * @param changedAt when this state came about
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PersonState(
        String id,
        long version,
        Status status,
        Standing standing,
        @Nullable CountryCode deemedExportCountry,
        List<CountryCode> nationalities,
        @Nullable LocalDate authorizedUntil,
        Instant changedAt) {

    public PersonState {
        Require.text(id, "id");
        Require.version(version);
        Require.present(status, "status");
        Require.present(standing, "standing");
        Require.present(changedAt, "changedAt");
        nationalities = nationalities == null ? List.of() : List.copyOf(nationalities);
        if (standing == Standing.US_PERSON && (deemedExportCountry != null || !nationalities.isEmpty())) {
            throw new IllegalArgumentException("nationalities of US persons are not shared");
        }
        if (standing == Standing.FOREIGN_PERSON && deemedExportCountry == null) {
            throw new IllegalArgumentException("deemedExportCountry is missing for a foreign person");
        }
    }

    /** Whether the person works here now. */
    public enum Status {
        ACTIVE,
        INACTIVE
    }

    /** Whether a person is a foreign person (15 CFR 772.1). */
    public enum Standing {
        /** A citizen, a lawful permanent resident or a protected individual under 8 U.S.C. 1324b(a)(3). */
        US_PERSON,
        FOREIGN_PERSON,
        /** Too little is known; never permits controlled technology. */
        UNDETERMINED
    }
}
