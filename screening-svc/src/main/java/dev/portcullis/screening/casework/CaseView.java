package dev.portcullis.screening.casework;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.screening.casefile.CaseFile;
import dev.portcullis.screening.casefile.CaseStep;
import dev.portcullis.screening.cases.Case;
import dev.portcullis.screening.cases.Decision;
import dev.portcullis.screening.screening.Finding;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case as callers see it.
 *
 * @param id the case's id
 * @param version what If-Match must name
 * @param party the party that it is about
 * @param list the code of the list
 * @param entryId the entry on it
 * @param state where it stands
 * @param profile the version of the matching profile that found the hit
 * @param hit the hit, explained word by word
 * @param openedAt when it was opened, or opened again
 * @param due when it is escalated, while it waits for people
 * @param overdue whether it has waited too long
 * @param escalatedAt when it was escalated
 * @param assignee who is to look at it
 * @param proposal what the first person said
 * @param agreement what the second one said
 * @param clearedUntil the last day of the clearance
 * @param changedAt when the last step was taken
 * @param steps what was done to it, in the order of time; in the answer to a read of the one case only
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CaseView(
        String id,
        long version,
        String party,
        String list,
        String entryId,
        Case.State state,
        String profile,
        Finding.Hit hit,
        Instant openedAt,
        Instant due,
        boolean overdue,
        @Nullable Instant escalatedAt,
        @Nullable String assignee,
        @Nullable Decision proposal,
        @Nullable Decision agreement,
        @Nullable LocalDate clearedUntil,
        Instant changedAt,
        @Nullable List<CaseStep> steps) {

    static CaseView of(CaseFile file, @Nullable List<CaseStep> steps, Instant now) {
        Case stands = file.stands();
        return new CaseView(
                file.id(),
                file.version(),
                stands.pair().party(),
                stands.pair().list(),
                stands.pair().entryId(),
                stands.state(),
                file.profile(),
                file.hit(),
                stands.openedAt(),
                stands.due(),
                stands.isOverdue(now),
                file.escalatedAt(),
                file.assignee(),
                stands.proposal(),
                stands.agreement(),
                stands.clearedUntil(),
                file.changedAt(),
                steps);
    }
}
