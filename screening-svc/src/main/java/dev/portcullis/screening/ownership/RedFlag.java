package dev.portcullis.screening.ownership;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What must be found out before anybody relies on an answer.
 *
 * @param code what it is
 * @param detail whom it concerns, by owner ids and shares
 * @param citation where the duty is said
 */
@RegisterForReflection
public record RedFlag(Code code, String detail, String citation) {

    /** Kinds of red flags. */
    @RegisterForReflection
    public enum Code {
        /** The share of a listed owner is not known well enough (Red Flag 29 of Supplement No. 3 to Part 732). */
        UNKNOWN_SHARE,
        /** An owner's name is like a listed one, or its program is not told, and nobody has decided. */
        UNDECIDED_OWNER,
        /** Listed owners hold less than the threshold. */
        LISTED_MINORITY,
        /** Listed owners hold less than the threshold, and with the owners of whom nobody tells it could be reached. */
        REST_UNKNOWN,
        /** A listed party controls without owning enough (OFAC FAQ 398 and 400). */
        LISTED_CONTROL,
        /** The shares in a company add up to more than all of it: some of what was told is wrong. */
        OVER_100,
        /** Sources tell different shares of the same owner; the widest range was taken. */
        SOURCES_DISAGREE
    }
}
