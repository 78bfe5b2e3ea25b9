package dev.portcullis.personnel.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.PersonState;
import dev.portcullis.personnel.nationality.Assessment;
import dev.portcullis.personnel.nationality.Assessment.Reason;
import dev.portcullis.personnel.nationality.DeemedExportNationality;
import dev.portcullis.personnel.nationality.PermanentAndRegular;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A person as compliance officers and auditors see one: no name, and no nationality but the one that matters.
 *
 * @param id opaque id, the same as in SCIM and in events
 * @param version rises by one with each change
 * @param status whether the person works here now
 * @param standing whether a release to the person can be a deemed export
 * @param deemedExportCountry the country that a release would be an export to; absent but for a foreign person
 * @param authorizedUntil the last day up to which the record can be relied on; absent where nothing runs out
 * @param assessedOn the day for which the facts were read
 * @param permanentAndRegular whether the person is a permanent and regular employee (15 CFR 734.20(d)(2)); it matters to releases abroad
 * @param reasons what led to the answer, each with its citation
 * @param questions what must be asked before there can be an answer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection(
        targets = {
            PersonView.class,
            PermanentAndRegular.Answer.class,
            Reason.class,
            PersonState.class,
            CountryCode.class
        })
public record PersonView(
        @Schema(examples = "per-01k9zq0v5m8y3h2t7n4c6w1xrd") String id,
        long version,
        PersonState.Status status,
        PersonState.Standing standing,
        @Nullable CountryCode deemedExportCountry,
        @Nullable LocalDate authorizedUntil,
        LocalDate assessedOn,
        Instant changedAt,
        PermanentAndRegular.Answer permanentAndRegular,
        List<Reason> reasons,
        List<String> questions) {

    static PersonView of(Person person, LocalDate today) {
        Assessment assessment = person.doubts()
                .over(DeemedExportNationality.assess(ExportControlFacts.read(person.attributes()), today));
        return new PersonView(
                person.id(),
                person.version(),
                person.active() && !person.doubts().inactive()
                        ? PersonState.Status.ACTIVE
                        : PersonState.Status.INACTIVE,
                assessment.standing(),
                assessment.deemedExportCountry(),
                assessment.authorizedUntil(),
                today,
                person.changedAt(),
                PermanentAndRegular.of(ExportControlFacts.employment(person.attributes()), today),
                assessment.reasons(),
                assessment.questions());
    }
}
