package dev.portcullis.licensing.signal;

/**
 * A tie between a signal and a thing.
 *
 * @param tie what ties them
 * @param words the entry, country, party's id or provision; of a person nothing that tells a country
 * @param effect what changes for the thing
 */
record Touch(Tie tie, String words, String effect) {}
