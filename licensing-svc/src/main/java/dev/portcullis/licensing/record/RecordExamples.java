package dev.portcullis.licensing.record;

/** What the published interface shows. */
final class RecordExamples {
    static final String SHIPMENT = """
            {"answers": {"exportDate": "2026-12-01", "transport": "AIR", "carrier": "LH 455", "port.export": "2720",
              "scheduleB": "8473.30.1180", "value": "240000", "itn": "X20261201123456", "transshipped": "NO", "validatedEndUser": "NO"},
             "events": [{"kind": "REEXPORT_KNOWN", "on": "2027-03-01", "note": "Letter of the consignee"}]}""";
    static final String RECORD = """
            {"releaseId": "rel-01jdv4m3k8q2w5x7z9a1b3c5d7", "version": 2, "determinationId": "det-01jdv4m3k8q2w5x7z9a1b3c5d7",
             "authority": "D1234567", "complete": false,
             "filing": {"need": "REQUIRED", "words": "What needs a license is filed, whatever its value.", "citation": "15 CFR 758.1(b)(2)",
              "questions": [], "elements": [{"key": "licenseCode", "form": "EEI", "block": "30.6(a)(23); 758.1(g)", "label": "License code",
              "status": "FILLED", "value": "C30", "source": "license.code", "citation": "15 CFR 30.6(a)(23); 758.1(g)"}]},
             "invoice": {"need": "REQUIRED", "statement": "These items are controlled by the U.S. Government ...", "eccn": "3A090.a",
              "questions": [], "citations": ["15 CFR 758.6(a)(1)", "15 CFR 758.6(a)(2)"]},
             "shipment": {"answers": {"exportDate": "2026-12-01"}, "events": []}, "basisOn": "2026-12-01", "keepUntil": "2031-12-01",
             "holds": [], "ledgerEntryId": 23, "changedAt": "2026-12-01T09:30:00Z"}""";
    static final String PLACE =
            "{\"releaseId\": \"rel-01jdv4m3k8q2w5x7z9a1b3c5d7\", \"reason\": \"Request of BIS of 2026-11-29\"}";
    static final String REASON = "{\"reason\": \"The inquiry was closed on 2028-01-10\"}";
    static final String HOLD = """
            {"id": "rhd-01jdv4m3k8q2w5x7z9a1b3c5d7", "version": 1, "releaseId": "rel-01jdv4m3k8q2w5x7z9a1b3c5d7", "state": "IN_FORCE",
             "reason": "Request of BIS of 2026-11-29", "placedBy": "7d8f", "placedAt": "2026-11-29T09:30:00Z",
             "changedAt": "2026-11-29T09:30:00Z"}""";

    private RecordExamples() {}
}
