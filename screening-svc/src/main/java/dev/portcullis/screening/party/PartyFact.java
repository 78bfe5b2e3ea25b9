package dev.portcullis.screening.party;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.screening.ownership.Ownership;
import dev.portcullis.screening.screening.Finding;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger keeps of a party's version for ever: no name, which may be a person's.
 *
 * @param cause why there is a new version
 * @param country where the party is
 * @param active whether it may be dealt with
 * @param status the screening's status; absent where no list was loaded
 * @param edition the edition that was searched
 * @param profile the version of the matching profile
 * @param hits the entries that were found and count, as {@code list/entry}
 * @param cleared the entries that were found and are somebody else, with who says so, as {@code list/entry case}; absent where there is none
 * @param ownership what each rule on ownership found, as {@code OFAC-50 CERTAIN}; absent where nobody has told an owner
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record PartyFact(
        Cause cause,
        String country,
        boolean active,
        @Nullable String status,
        @Nullable String edition,
        @Nullable String profile,
        List<String> hits,
        @Nullable List<String> cleared,
        @Nullable List<String> ownership) {

    /** Why a party got a new version. */
    @RegisterForReflection
    enum Cause {
        REGISTERED,
        CHANGED,
        LIST_EDITION,
        /** People have decided whether it is a listed party, a decision has run out, or was taken back. */
        DECISION,
        /** Somebody told its owners, or a stake began or ended. */
        OWNERSHIP
    }

    static PartyFact of(Party party, Cause cause) {
        Finding screening = party.screening();
        Ownership ownership = party.ownership();
        return new PartyFact(
                cause,
                party.details().country().value(),
                party.details().active(),
                screening == null ? null : screening.status().name(),
                party.screenedEdition(),
                screening == null ? null : screening.profile(),
                screening == null
                        ? List.of()
                        : screening.hits().stream()
                                .map(hit -> hit.list() + "/" + hit.entryId())
                                .toList(),
                screening == null || screening.cleared().isEmpty()
                        ? null
                        : screening.cleared().stream()
                                .map(one -> one.hit().list() + "/" + one.hit().entryId() + " "
                                        + one.by().id())
                                .toList(),
                ownership == null
                        ? null
                        : ownership.findings().stream()
                                .map(found -> found.rule() + " " + found.degree())
                                .toList());
    }
}
