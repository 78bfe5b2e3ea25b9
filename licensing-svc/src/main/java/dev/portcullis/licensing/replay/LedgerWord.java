package dev.portcullis.licensing.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger says of a determination. The ledger cannot be changed unseen, so that its word tells an answer that was altered
 * together with what it was computed from.
 *
 * @param subject the determination's id
 * @param answerSha256 digest of the answer
 * @param inputsSha256 digest of what it was computed from; null where that was not kept
 */
record LedgerWord(
        String subject, String answerSha256, @Nullable String inputsSha256) {

    /** Reads the payload of a ledger entry; null where it says nothing of a determination. */
    static @Nullable LedgerWord of(byte @Nullable [] payload, ObjectMapper json) {
        if (payload == null) {
            return null;
        }
        try {
            JsonNode entry = json.readTree(payload);
            JsonNode fact = entry.path("fact");
            return fact.path("answerSha256").isTextual()
                    ? new LedgerWord(
                            entry.path("subject").asText(),
                            fact.path("answerSha256").asText(),
                            fact.path("inputsSha256").isTextual()
                                    ? fact.path("inputsSha256").asText()
                                    : null)
                    : null;
        } catch (IOException noJson) {
            return null;
        }
    }
}
