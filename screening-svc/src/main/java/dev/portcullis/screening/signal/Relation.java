package dev.portcullis.screening.signal;

/** What ties a kept party to a signal. */
public enum Relation {
    /** The party is in a country that the signal is aimed at. */
    COUNTRY,
    /** Its headquarters are there. */
    HEADQUARTERS,
    /** Those of its ultimate parent are there. */
    PARENT,
    /** Its name, or another that it goes by, is like one that the signal names. */
    NAMED,
    /** By the rules on ownership, the listed parties that own it make of it something else than before. */
    OWNED
}
