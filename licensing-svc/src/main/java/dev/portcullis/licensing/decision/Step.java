package dev.portcullis.licensing.decision;

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
 * @param values the values that were used, by name
 * @param result what came of it
 * @param explanation the same in words; absent where the result says it all
 * @param citations the provisions
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Step(
        String question,
        Map<String, String> values,
        String result,
        @Nullable String explanation,
        List<String> citations) {
    public Step {
        values = values == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(values));
        citations = citations == null ? List.of() : List.copyOf(citations);
    }
}
