package dev.portcullis.contracts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where the question stands whether a party is a listed one, on {@value Topics#CASES}, owned by screening-svc. The topic is a stream: a record
 * comes with each step of a case and stays for as long as the topic keeps it.
 *
 * <p>A case is news for people. What it permits travels with the party, on {@value Topics#PARTIES}, and nowhere else.
 *
 * @param id opaque id of the case, the record's key
 * @param version rises by one with each step
 * @param cause the step
 * @param party the party's id
 * @param list the code of the list
 * @param entryId the entry's id on it
 * @param state where it stands after the step
 * @param openedAt when it was opened, or opened again
 * @param due when it is escalated, where it waits for people
 * @param escalated whether it has waited too long
 * @param clearedUntil the last day of its clearance, where it has one
 * @param changedAt when the step was taken
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CaseState(
        String id,
        long version,
        Cause cause,
        String party,
        String list,
        String entryId,
        State state,
        Instant openedAt,
        Instant due,
        boolean escalated,
        @Nullable LocalDate clearedUntil,
        Instant changedAt) {

    public CaseState {
        Require.text(id, "id");
        Require.version(version);
        Require.present(cause, "cause");
        Require.text(party, "party");
        Require.text(list, "list");
        Require.text(entryId, "entryId");
        Require.present(state, "state");
        Require.present(openedAt, "openedAt");
        Require.present(due, "due");
        Require.present(changedAt, "changedAt");
    }

    /** Where a case stands. */
    public enum State {
        /** Nobody has said anything yet. */
        OPEN,
        /** One person has said something that another one has to agree to. */
        PROPOSED,
        /** Two people say that the party is somebody else. */
        CLEARED,
        /** Two people say that the party is the listed one. */
        CONFIRMED,
        /** The party is not like the entry any more, or the entry is gone: nothing is to be decided. */
        GONE
    }

    /** What became of a case. */
    public enum Cause {
        OPENED,
        /** A side has changed, the clearance has run out, or a person took the decision back. */
        REOPENED,
        PROPOSED,
        SENT_BACK,
        DECIDED,
        GONE,
        ESCALATED,
        ASSIGNED,
        NOTED,
        /** A document was tied to it. */
        EVIDENCE
    }
}
