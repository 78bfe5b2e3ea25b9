package dev.portcullis.licensing.application;

import dev.portcullis.platform.document.Paper;

/**
 * An application as it is filed.
 *
 * @param id of the application
 * @param ledgerEntryId the ledger entry of its last change, which names the digest of {@code bodyBytes}
 * @param bodyBytes the application as it is stored
 * @param packageBytes the package: that which was approved, byte for byte, once it was
 * @param approved whether it was; then the ledger entry names the digest of {@code packageBytes} too
 * @param paper the package for people
 */
public record FiledApplication(
        String id, long ledgerEntryId, byte[] bodyBytes, byte[] packageBytes, boolean approved, Paper paper) {}
