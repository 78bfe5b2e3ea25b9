package dev.portcullis.classification.master;

/**
 * What the ledger keeps of a product master; its items have entries of their own.
 *
 * @param sha256 digest of the file
 */
public record ImportFact(
        ImportState state, String sha256, int received, int invalid, int applied, int unchanged, int failed) {}
