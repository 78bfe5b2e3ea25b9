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
        values = values == null ? Map.of() : inOrder(values);
        citations = citations == null ? List.of() : List.copyOf(citations);
    }

    /** A step that rests on one provision; values of the same name stand side by side. */
    static Step of(String question, List<Used> used, Finding result, String explanation, String citation) {
        return new Step(question, values(used), result, explanation, List.of(citation));
    }

    private static Map<String, String> values(List<Used> used) {
        if (used.size() <= 1) {
            return used.isEmpty()
                    ? Map.of()
                    : Map.of(used.get(0).name(), used.get(0).text());
        }
        Map<String, String> values = new TreeMap<>();
        for (Used one : used) {
            values.merge(one.name(), one.text(), (a, b) -> a.equals(b) ? a : a + "; " + b);
        }
        return values;
    }

    /** A copy in the order of the names. One value is in order, and most steps have no more. */
    private static Map<String, String> inOrder(Map<String, String> values) {
        return values.size() <= 1 ? Map.copyOf(values) : Collections.unmodifiableMap(new TreeMap<>(values));
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
    record Used(String name, String value, String source) {
        String text() {
            return value + " (" + source + ")";
        }
    }
}
