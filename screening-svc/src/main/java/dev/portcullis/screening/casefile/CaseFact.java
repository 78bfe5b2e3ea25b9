package dev.portcullis.screening.casefile;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.contracts.CaseState;
import dev.portcullis.platform.digest.Sha256;
import dev.portcullis.screening.cases.Case;
import dev.portcullis.screening.cases.Decision;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger keeps of a step for ever: no name and no words, which may speak of a person.
 *
 * @param cause what was done
 * @param state where the case stands after it
 * @param party the party's id
 * @param list the code of the list
 * @param entryId the entry's id on it
 * @param by the subject of the person who did it; absent where the service did
 * @param outcome what the person said
 * @param reasons codes of the policy
 * @param evidence digests of documents
 * @param until the last day of the clearance that holds after it
 * @param profile the version of the matching profile that found the hit
 * @param score its score
 * @param noteDigest SHA-256 of the person's words, in hexadecimal
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record CaseFact(
        CaseState.Cause cause,
        Case.State state,
        String party,
        String list,
        String entryId,
        @Nullable String by,
        Case.@Nullable Outcome outcome,
        List<String> reasons,
        List<String> evidence,
        @Nullable LocalDate until,
        String profile,
        double score,
        @Nullable String noteDigest) {

    static CaseFact of(CaseFile file, CaseStep step) {
        Decision decision = step.said().decision();
        CaseStep.Person by = step.by();
        String note = step.said().note();
        return new CaseFact(
                step.cause(),
                step.state(),
                file.stands().pair().party(),
                file.stands().pair().list(),
                file.stands().pair().entryId(),
                by == null ? null : by.subject(),
                decision == null ? null : decision.outcome(),
                decision == null ? List.of() : decision.reasons(),
                decision == null ? step.said().evidence() : decision.evidence(),
                file.stands().clearedUntil(),
                file.profile(),
                file.hit().score(),
                note == null ? null : Sha256.of(note));
    }
}
