package dev.portcullis.local.mainjob;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.List;

/**
 * What came of the main job.
 *
 * @param decisions each request to the gate
 * @param changes each fact that was changed, and how soon the gate knew
 * @param audits each ledger that was verified
 */
public record MainJobReport(List<Decision> decisions, List<Change> changes, List<Audit> audits) {
    public MainJobReport {
        decisions = List.copyOf(decisions);
        changes = List.copyOf(changes);
        audits = List.copyOf(audits);
    }

    /**
     * A request to the gate.
     *
     * @param id names it
     * @param item what
     * @param recipient to whom, a counterparty or an employee
     * @param destination where, ISO 3166-1 alpha-2
     * @param activity as the determination's contract names it
     * @param expected the decision that the law asks for
     * @param expectedAuthority what permits by the law; empty where nothing does
     * @param decision the gate's
     * @param authority what permits by the gate; empty where nothing does
     * @param reasons the gate's, in order
     * @param citations the gate's, in order
     * @param why the expectation in one sentence
     * @param citation the provisions behind the expectation
     * @param milliseconds from request to answer
     */
    public record Decision(
            String id,
            String item,
            String recipient,
            String destination,
            String activity,
            String expected,
            String expectedAuthority,
            String decision,
            String authority,
            List<String> reasons,
            List<String> citations,
            String why,
            String citation,
            double milliseconds) {
        public Decision {
            reasons = List.copyOf(reasons);
            citations = List.copyOf(citations);
        }

        /** Whether the gate decided as the law asks, and by the same authority. */
        public boolean asExpected() {
            return decision.equals(expected) && authority.equals(expectedAuthority);
        }
    }

    /**
     * A changed fact.
     *
     * @param what was changed
     * @param before the gate's decision until then
     * @param expected the decision that must follow
     * @param after the gate's decision then
     * @param authority what permits then; empty where nothing does
     * @param milliseconds from the answer of the API that took the change to the gate's first decision that knew it
     * @param allowed the most milliseconds that this may take
     */
    public record Change(
            String what,
            String before,
            String expected,
            String after,
            String authority,
            double milliseconds,
            double allowed) {
        /** Whether the expected decision followed in time. */
        public boolean asExpected() {
            return after.equals(expected) && milliseconds <= allowed;
        }
    }

    /**
     * A verified ledger.
     *
     * @param service whose
     * @param size entries under the checkpoint
     * @param verified whether everything was proved
     * @param detail what was proved, or why not
     */
    public record Audit(String service, long size, boolean verified, String detail) {}

    /** Whether everything came out as it must. */
    public boolean asExpected() {
        return decisions.stream().allMatch(Decision::asExpected)
                && changes.stream().allMatch(Change::asExpected)
                && audits.stream().allMatch(Audit::verified);
    }

    /** For programs. */
    public String json() {
        try {
            return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(this) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A report cannot be written", e);
        }
    }

    /** For people. */
    public String table() {
        return ReportTable.of(this);
    }
}
