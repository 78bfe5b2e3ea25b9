package dev.portcullis.licensing.determination;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * One step of a determination, as a compliance officer would replay it by hand.
 *
 * @param question what was asked
 * @param used the values that were used
 * @param finding what came out
 * @param explanation why, in a sentence
 * @param citation the provision
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Step(String question, List<Used> used, Finding finding, String explanation, String citation) {
    public Step {
        used = List.copyOf(used);
    }

    /** What a step can find. */
    public enum Finding {
        /** Nothing stands in the way here. */
        PASSES,
        /** A reason for control was held against the transaction and asks for no license. */
        CLEARS,
        LICENSE_REQUIRED,
        /** An exception or another authority lifts what was required. */
        PERMITS,
        PROHIBITED,
        /** A person must look: a fact is missing or too old, or the law leaves it open. */
        REVIEW,
        /** Worth knowing; decides nothing. */
        NOTE
    }

    /**
     * A value that was used.
     *
     * @param name of the value
     * @param value as text
     * @param source where it came from, such as {@code item itm-... version 3}
     */
    public record Used(String name, String value, String source) {}
}
