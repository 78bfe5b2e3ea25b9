package dev.portcullis.licensing.signal;

/** What ties a thing to a signal; {@code signals/effects.csv} says which ties count for whom. */
public enum Tie {
    /** The signal names its entry, or the entry of what its technology is for. */
    ENTRY,
    /** The signal names no entry but a country or a party, and the item is on an entry. */
    EVERY_ENTRY,
    /** It goes to a country that the signal is aimed at. */
    COUNTRY,
    /** A party to it is in such a country, or has its headquarters or its ultimate parent's there. */
    PARTY_COUNTRY,
    /** A party to it bears a name that the signal names. */
    PARTY,
    /** A step rests on the document. */
    CITATION,
    /** The person is of a country that the signal is aimed at. */
    NATIONALITY
}
