package dev.portcullis.licensing.determination;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One step of the walk through the law, such that a compliance officer can replay it by hand.
 *
 * @param question what was asked
 * @param values the values that were used, by name, each with its source
 * @param result what came of it
 * @param explanation the same in words; absent where the result says it all
 * @param citations the provisions
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Step(
        String question,
        Map<String, String> values,
        Finding result,
        @Nullable String explanation,
        List<String> citations) {
    public Step {
        values = values == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(values));
        citations = citations == null ? List.of() : List.copyOf(citations);
    }

    /** A step that rests on one provision; values of the same name stand side by side. */
    static Step of(String question, List<Used> used, Finding result, String explanation, String citation) {
        Map<String, String> values = new TreeMap<>();
        used.forEach(one -> values.merge(
                one.name(), one.value() + " (" + one.source() + ")", (a, b) -> a.equals(b) ? a : a + "; " + b));
        return new Step(question, values, result, explanation, List.of(citation));
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
    record Used(String name, String value, String source) {}
}
