package dev.portcullis.licensing.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.licensing.determination.RedFlag;
import dev.portcullis.licensing.determination.Transaction;
import dev.portcullis.licensing.facts.FactSnapshot;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;

/**
 * Everything that an answer is a function of, so that it can be computed again when the facts have long changed. Kept beside the
 * answer and nowhere else: the state of a person tells a nationality, and is read for replays only.
 *
 * @param program which program and law computed the answer
 * @param transaction what was asked about
 * @param facts the facts as they were known, values and all; their moment is that of the answer
 * @param holds ids of the is-informed letters in force on the day; their words never change and stay in their own table
 * @param flags the red flags that reach the transaction, as they stood
 * @param asOf the day whose law was applied
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Inputs(
        Program program,
        Transaction transaction,
        FactSnapshot facts,
        List<String> holds,
        List<RedFlag> flags,
        LocalDate asOf) {
    /** Bytes that are kept at most: fifty parties with some hundred hits each. */
    public static final int MOST_BYTES = 1 << 20;

    public Inputs {
        holds = holds == null ? List.of() : List.copyOf(holds);
        flags = flags == null ? List.of() : List.copyOf(flags);
    }

    /**
     * What computes answers.
     *
     * @param version the program's version
     * @param law digest of all law files, which tells corrections within an edition apart, too
     */
    @RegisterForReflection
    public record Program(String version, String law) {}
}
