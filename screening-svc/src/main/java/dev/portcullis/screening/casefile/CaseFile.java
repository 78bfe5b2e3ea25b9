package dev.portcullis.screening.casefile;

import dev.portcullis.contracts.CaseState;
import dev.portcullis.screening.cases.Case;
import dev.portcullis.screening.screening.Finding;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case with what is kept beside it.
 *
 * @param id opaque id, prefix {@code cas}
 * @param version rises by one with each step
 * @param stands where the question stands
 * @param hit the hit that it is about, as it was found last
 * @param profile the version of the matching profile that found it
 * @param pinned whether people have confirmed it and nobody has cleared it since: the party is then held for as long as the entry stands on
 *     its list, also where its name is changed
 * @param assignee the account of whoever is to look at it; decides nothing
 * @param escalatedAt when it was escalated; absent where it was not
 * @param changedAt when the last step was taken
 */
public record CaseFile(
        String id,
        long version,
        Case stands,
        Finding.Hit hit,
        String profile,
        boolean pinned,
        @Nullable String assignee,
        @Nullable Instant escalatedAt,
        Instant changedAt) {

    /** A new case. */
    static CaseFile opened(String id, Case opened, Finding.Hit hit, String profile, Instant now) {
        return new CaseFile(id, 1, opened, hit, profile, false, null, null, now);
    }

    /** One step later. What waits anew has not been escalated. */
    public CaseFile step(Case next, Instant now) {
        boolean pin = switch (next.state()) {
            case CONFIRMED -> true;
            case CLEARED -> false;
            case OPEN, PROPOSED, GONE -> pinned;
        };
        boolean waitsAnew = !next.due().equals(stands.due());
        return new CaseFile(id, version + 1, next, hit, profile, pin, assignee, waitsAnew ? null : escalatedAt, now);
    }

    /** The same case of sides as they are now, which nobody has looked at yet. */
    CaseFile standing(Case next) {
        return new CaseFile(id, version, next, hit, profile, pinned, assignee, escalatedAt, changedAt);
    }

    /** The same case about the hit as it is now. */
    CaseFile hitting(Finding.Hit now, String by) {
        return new CaseFile(id, version, stands, now, by, pinned, assignee, escalatedAt, changedAt);
    }

    /** One step later with somebody else to look at it. */
    public CaseFile assigned(@Nullable String to, Instant now) {
        return new CaseFile(id, version + 1, stands, hit, profile, pinned, to, escalatedAt, now);
    }

    /** One step later, escalated. */
    public CaseFile escalated(Instant now) {
        return new CaseFile(id, version + 1, stands, hit, profile, pinned, assignee, now, now);
    }

    /** Whether the party is held whatever its name is like. */
    boolean holds() {
        return pinned || stands.state() == Case.State.CONFIRMED;
    }

    /** The case as other systems read it. */
    CaseState toState(CaseState.Cause cause) {
        return new CaseState(
                id,
                version,
                cause,
                stands.pair().party(),
                stands.pair().list(),
                stands.pair().entryId(),
                CaseState.State.valueOf(stands.state().name()),
                stands.openedAt(),
                stands.due(),
                escalatedAt != null,
                stands.clearedUntil(),
                changedAt);
    }
}
