package dev.portcullis.licensing.usage;

/** Examples of the operations' bodies. */
final class UsageExamples {
    static final String USE = """
            {"activity": "EXPORT", "itemId": "itm-01jdv4m3k8q2w5x7z9a1b3c5d7", "eccn": "3A090", "destination": "AE",
             "parties": [{"partyId": "pty-01jdv4m3k8q2w5x7z9a1b3c5d7", "role": "ULTIMATE_CONSIGNEE"}],
             "parts": [{"licenseNumber": "D1234567", "quantity": 8, "value": {"amount": "240000", "currency": "USD"}},
                       {"licenseNumber": "D7654321", "line": 2, "quantity": 4}]}""";
    static final String MOVEMENT = """
            {"licenseId": "lic-01jdv4m3k8q2w5x7z9a1b3c5d7", "licenseNumber": "D1234567", "number": 3, "version": 4, "line": 1,
             "kind": "DRAW", "reference": "SO-4711-10", "part": 0, "unit": "C62", "currency": "USD", "quantity": 8,
             "value": 240000, "quantityAssigned": 0, "valueAssigned": 0, "quantityDrawnAfter": 16, "valueDrawnAfter": 480000,
             "quantityAssignedAfter": 0, "valueAssignedAfter": 0, "by": "1b7c7bd2-5c8b-4d0e-9b3e-3e9b0a5d3c11",
             "at": "2026-11-29T09:30:00Z", "ledgerEntryId": 18}""";
    static final String USED = "{\"reference\": \"SO-4711-10\", \"movements\": [" + MOVEMENT + "]}";
    static final String BATCH = "{\"draws\": [{\"reference\": \"SO-4711-10\", \"use\": " + USE + "}]}";
    static final String RESULTS =
            "{\"results\": [{\"reference\": \"SO-4711-10\", \"status\": 201, \"movements\": [" + MOVEMENT + "]}]}";
    static final String RETURN = """
            {"reference": "RMA-12", "reason": "Two units came back unopened.",
             "parts": [{"licenseNumber": "D1234567", "quantity": 2, "value": {"amount": "60000", "currency": "USD"}}]}""";
    static final String ASSIGNMENT = """
            {"reference": "SO-4711", "state": "OPEN", "request": """ + USE + """
            , "reserved": [{"licenseNumber": "D1234567", "line": 1, "quantity": 8, "value": 240000}], "holds": true,
             "considered": [], "checkedAt": "2026-11-29T09:30:00Z", "movements": []}""";
    static final String ADJUSTMENT = """
            {"line": 1, "quantity": 12, "value": {"amount": "360000", "currency": "USD"}, "lower": false,
             "reason": "Shipped from the old system before the move, list of 2026-11-01."}""";
    static final String ADJUSTED = """
            {"licenseId": "lic-01jdv4m3k8q2w5x7z9a1b3c5d7", "number": 1, "state": "PROPOSED", "line": 1, "quantity": 12,
             "value": 360000, "reason": "Shipped from the old system before the move, list of 2026-11-01.",
             "proposedBy": "1b7c7bd2-5c8b-4d0e-9b3e-3e9b0a5d3c11", "proposedAt": "2026-11-29T09:30:00Z"}""";

    private UsageExamples() {}
}
