package dev.portcullis.classification.imports;

import java.time.LocalDate;

/**
 * What the ledger keeps of an import for ever.
 *
 * @param issueDate the issue date of the text
 * @param digest SHA-256 of the file, in hexadecimal
 * @param entries the number of entries
 * @param shrinkAccepted whether the officer let a loss pass that would otherwise be refused
 */
public record ImportFact(LocalDate issueDate, String digest, int entries, boolean shrinkAccepted) {}
