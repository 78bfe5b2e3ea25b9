package dev.portcullis.licensing.application;

/** What the published interface shows. */
final class ApplicationExamples {
    static final String BEGIN = "{\"determinationId\": \"det-01jdv4m3k8q2w5x7z9a1b3c5d7\"}";
    static final String DRAFT = """
            {"answers": {"18.address": "1 Science Park Road, Hangzhou", "21": "Inference of a speech model in the consignee's own data center",
              "22.e": "8", "22.f": "units", "22.g": "30000", "22.h": "240000", "22.i": "NVIDIA", "23": "240000", "25": "J. Doe"},
             "documents": [{"kind": "TECHNICAL_SPECIFICATION", "name": "H100 datasheet",
              "sha256": "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b", "submitted": true}]}""";
    static final String APPROVAL = "{\"note\": \"Checked against the purchase order\"}";
    static final String MOVE = """
            {"move": "SUBMIT", "on": "2026-11-29", "applicationNumber": "Z123456", "workItem": "2026-11-29-0001"}""";
    static final String VIEW = """
            {"application": {"id": "app-01jdv4m3k8q2w5x7z9a1b3c5d7", "version": 4, "determinationId": "det-01jdv4m3k8q2w5x7z9a1b3c5d7",
              "purpose": "LICENSE", "state": "SUBMITTED", "round": 1, "draftedOn": "2026-11-28", "answers": {"22.e": "8"}, "documents": [],
              "applicationNumber": "Z123456", "registeredOn": "2026-11-29", "daysWaited": 0,
              "packageSha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
              "steps": [{"step": "SUBMIT", "on": "2026-11-29", "by": "7d8f", "at": "2026-11-29T09:30:00Z"}]},
             "due": [{"kind": "DECISION", "day": "2027-02-27", "basis": "LAW", "words": "BIS resolves the application by this day.",
              "citation": "15 CFR 750.4(a)(1)"}], "overdue": false, "questions": [], "ledgerEntryId": 21,
             "changedAt": "2026-11-29T09:30:00Z"}""";
    static final String PACKAGE = """
            {"applicationId": "app-01jdv4m3k8q2w5x7z9a1b3c5d7", "round": 1, "determinationId": "det-01jdv4m3k8q2w5x7z9a1b3c5d7",
             "purpose": "LICENSE", "edition": "15 CFR 748 Supp. 1 and 2", "itemFacts": "itm-01jdv4m3k8q2w5x7z9a1b3c5d7 version 3",
             "blocks": [{"key": "22.a", "form": "BIS-748P", "block": "22(a)", "label": "ECCN with paragraph", "status": "FILLED",
              "value": "3A090.a.1", "source": "item.classification", "citation": "15 CFR 748 Supp. 1, Block 22(a)"},
              {"key": "22.i", "form": "BIS-748P", "block": "22(i)", "label": "Manufacturer", "status": "MISSING",
              "question": "Who makes the item?", "citation": "15 CFR 748 Supp. 1, Block 22(i)"}],
             "documents": [{"kind": "PRC_END_USER_STATEMENT", "title": "PRC End-User Statement", "status": "MISSING", "before": "EXPORT",
              "digests": [], "question": "Obtain it through the importer.", "citation": "15 CFR 748.10(a); 748.9(e)"}],
             "attached": [], "letter": ["Letter of explanation, draft of 2026-11-28"], "specification": ["Classification: 3A090.a.1"]}""";
    static final String FIELDS = """
            [{"key": "22.i", "form": "BIS-748P", "block": "22(i)", "label": "Manufacturer", "optional": false, "kind": "LINE", "oneOf": [],
              "question": "Who makes the item?", "citation": "15 CFR 748 Supp. 1, Block 22(i)"}]""";

    private ApplicationExamples() {}
}
