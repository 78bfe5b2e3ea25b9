package dev.portcullis.screening.casework;

/** What the published interface shows. */
final class CaseExamples {
    static final String CASE = """
            {"id": "cas-01kapx7d2m0000000000000000", "version": 3, "party": "pty-01kapx7d2m0000000000000000", "list": "EL",
             "entryId": "f83104de", "state": "CLEARED", "profile": "2026-11-29.2",
             "hit": {"list": "EL", "entryId": "f83104de", "listedName": "Cambricon Technologies Corporation Limited",
               "matchedName": "Cambricon Technologies Corporation Limited", "queriedName": "Kambrikon Technologies Corp Ltd",
               "nameKind": "STRONG", "score": 0.9607, "nameScore": 0.9407, "reference": "87 FR 77508", "programs": [],
               "countries": ["CN"], "country": "SAME", "legalForm": "AGREES", "parts": [], "evidence": []},
             "openedAt": "2026-11-29T06:10:00Z", "due": "2026-12-01T06:10:00Z", "overdue": false,
             "proposal": {"by": "7d8f", "at": "2026-11-29T09:00:00Z", "outcome": "NOT_THE_SAME",
               "reasons": ["DIFFERENT_IDENTIFIER"],
               "evidence": ["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"], "until": "2027-11-29"},
             "agreement": {"by": "91c2", "at": "2026-11-29T10:00:00Z", "outcome": "NOT_THE_SAME",
               "reasons": ["DIFFERENT_IDENTIFIER"],
               "evidence": ["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"], "until": "2027-11-29"},
             "clearedUntil": "2027-11-29", "changedAt": "2026-11-29T10:00:00Z"}""";

    static final String PAGE = "{\"items\": [" + CASE + "], \"next\": \"Y2FzLTAxa2FweDdk...\"}";

    static final String DECISION = """
            {"outcome": "NOT_THE_SAME", "reasons": ["DIFFERENT_IDENTIFIER"],
             "evidence": ["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"], "until": "2027-11-29",
             "note": "The extract of the commercial register shows another registration number."}""";

    static final String REASON = """
            {"reason": "The extract of the register is of another company."}""";

    static final String NOTE = """
            {"text": "Asked the agent in Shenzhen for the extract of the register."}""";

    static final String ASSIGNMENT = """
            {"assignee": "screener"}""";

    static final String EVIDENCE = """
            {"sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
             "title": "Extract of the commercial register, 2026-11-28"}""";

    static final String POLICY = """
            {"version": "2026-11-28.1", "toDecide": "PT48H", "clearedFor": "P1Y",
             "reasons": [{"code": "DIFFERENT_IDENTIFIER", "outcome": "NOT_THE_SAME",
               "text": "A document's number is another one than the listed", "evidence": 1}]}""";

    static final String STATISTICS = """
            {"since": "2025-11-29", "figures": [{"profile": "2026-11-29.2", "list": "EL", "hits": 214, "cleared": 190,
              "confirmed": 11, "open": 13, "secondsToDecideMedian": 5400.0, "secondsToDecide95": 93000.0}]}""";

    static final String FIGURES = """
            {"figures": {"review-threshold": 0.9}}""";

    static final String WHAT_IF = """
            {"decided": 201, "truncated": false, "notComparable": 0, "cleared": 190,
             "spared": {"count": 1, "cases": [{"caseId": "cas-01kapx7d2m0000000000000000",
               "party": "pty-01kapx7d2m0000000000000000", "list": "EL", "entryId": "f83104de", "profile": "2026-11-29.2",
               "score": 0.87}]},
             "confirmed": 11, "missed": {"count": 0, "cases": []}}""";

    private CaseExamples() {}
}
