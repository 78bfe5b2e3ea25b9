package dev.portcullis.screening.ownlist;

import dev.portcullis.contracts.CountryCode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A single entry on one of the company's own lists. A value; each step gives the next one.
 *
 * @param id opaque id, prefix {@code own}: its id on the list
 * @param version rises by one with each step
 * @param content what it says
 * @param state where it stands
 * @param proposedBy the subject of whoever wants the next step, while there is one
 * @param createdAt when it was proposed
 * @param changedAt when the last step was taken
 */
public record OwnEntry(
        String id,
        long version,
        Content content,
        State state,
        @Nullable String proposedBy,
        Instant createdAt,
        Instant changedAt) {

    /** Where an entry stands. */
    @RegisterForReflection
    public enum State {
        /** One person wants it on the list. */
        PROPOSED,
        /** It is on the list from its first day to its last. */
        APPROVED,
        /** On the list, and one person wants it off. */
        WITHDRAWAL_PROPOSED,
        WITHDRAWN,
        /** It never was on the list. */
        REFUSED
    }

    /** The companies' lists. */
    @RegisterForReflection
    public enum OwnList {
        /** Parties that the company has decided not to deal with. */
        OWN,
        /** Parties that an agency has named in a letter. */
        INFORMED
    }

    /**
     * What an entry says.
     *
     * @param list the list
     * @param name the name that is listed
     * @param aliases other names
     * @param countries where it is
     * @param addresses addresses as they are written
     * @param from first day
     * @param until last day; absent where it has none
     * @param reason why, in plain words
     * @param reference of the letter, where an agency has written one
     * @param letterDate of the letter
     */
    @RegisterForReflection
    public record Content(
            OwnList list,
            String name,
            List<String> aliases,
            List<CountryCode> countries,
            List<String> addresses,
            LocalDate from,
            @Nullable LocalDate until,
            String reason,
            @Nullable String reference,
            @Nullable LocalDate letterDate) {
        public Content {
            aliases = List.copyOf(aliases);
            countries = List.copyOf(countries);
            addresses = List.copyOf(addresses);
            if (until != null && until.isBefore(from)) {
                throw new IllegalArgumentException("an entry does not end before it begins");
            }
        }
    }

    /** A step that an entry does not allow. */
    public static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final boolean samePerson;

        RefusedException(boolean samePerson, String message) {
            super(message, null, false, false);
            this.samePerson = samePerson;
        }

        /** Whether another person may do what this one may not. */
        public boolean isSamePerson() {
            return samePerson;
        }
    }

    /** Whether it is on its list on a day. What one person alone wants off is still on. */
    public boolean isInForceOn(LocalDate day) {
        return (state == State.APPROVED || state == State.WITHDRAWAL_PROPOSED)
                && !day.isBefore(content.from)
                && (content.until == null || !day.isAfter(content.until));
    }

    /** The second person agrees to what the first one wants. */
    OwnEntry agreed(String by, Instant now) {
        if (proposedBy == null) {
            throw new RefusedException(false, "Nothing is proposed that could be agreed to.");
        }
        if (proposedBy.equals(by)) {
            throw new RefusedException(true, "Another person than the first must agree.");
        }
        return step(state == State.PROPOSED ? State.APPROVED : State.WITHDRAWN, null, now);
    }

    /** What the first person wants is not to be. */
    OwnEntry refused(Instant now) {
        if (proposedBy == null) {
            throw new RefusedException(false, "Nothing is proposed that could be refused.");
        }
        return step(state == State.PROPOSED ? State.REFUSED : State.APPROVED, null, now);
    }

    /** One person wants it off the list. */
    OwnEntry withdrawalProposed(String by, Instant now) {
        if (state != State.APPROVED) {
            throw new RefusedException(false, "The entry is not on the list.");
        }
        return step(State.WITHDRAWAL_PROPOSED, by, now);
    }

    private OwnEntry step(State next, @Nullable String proposer, Instant now) {
        return new OwnEntry(id, version + 1, content, next, proposer, createdAt, now);
    }
}
