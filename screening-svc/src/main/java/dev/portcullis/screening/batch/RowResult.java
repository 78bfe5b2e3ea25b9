package dev.portcullis.screening.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.PartyState;
import dev.portcullis.screening.screening.Finding;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found for a row.
 *
 * @param status the strictest finding; first in the text, so that rows without hits are told from the others without reading on
 * @param line where the row begins in the file, the header counted
 * @param reference the sender's own key
 * @param name the name as it was sent
 * @param editions what it was screened against; the batch tells the lists behind it
 * @param profile the version of the matching profile
 * @param hits what was found, best first, each explained
 * @param cleared what was found, too, and is somebody else as people have decided; none in results from before batches asked
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"status", "line"})
public record RowResult(
        PartyState.Status status,
        int line,
        @Nullable String reference,
        String name,
        @Nullable CountryCode country,
        String editions,
        String profile,
        List<Finding.Hit> hits,
        List<Finding.Cleared> cleared) {
    /** How the text of a row without hits begins. */
    static final String CLEAR = "{\"status\":\"CLEAR\"";

    public RowResult {
        hits = List.copyOf(hits);
        cleared = cleared == null ? List.of() : List.copyOf(cleared);
    }
}
