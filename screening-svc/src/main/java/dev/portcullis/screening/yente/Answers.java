package dev.portcullis.screening.yente;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers in yente's form: {@code yente/data/common.py} of the repository opensanctions/yente. */
final class Answers {
    private Answers() {}

    /** How many there are. */
    @RegisterForReflection
    public record Total(int value, String relation) {
        static Total of(int value) {
            return new Total(value, "eq");
        }
    }

    /** What an example is like. */
    @RegisterForReflection
    public record Matches(int status, List<Entity> results, Total total, Example query) {}

    /** What a feature of a score is. */
    @RegisterForReflection
    public record Feature(String description, double coefficient, String url) {}

    /** The answer to examples. */
    @RegisterForReflection
    public record Matched(Map<String, Matches> responses, Map<String, Feature> matcher, int limit) {}

    /** The answer to a text. */
    @RegisterForReflection
    public record Found(int limit, int offset, Total total, List<Entity> results, Map<String, Object> facets) {}

    /** A data set: a list, or all of them. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Dataset(
            String name,
            String title,
            @Nullable String summary,
            boolean load,
            String version,
            @JsonProperty("index_version") String indexVersion,
            @JsonProperty("index_current") boolean indexCurrent,
            List<String> children) {}

    /** The data sets. */
    @RegisterForReflection
    public record Catalog(
            List<Dataset> datasets,
            List<String> current,
            List<String> outdated,
            @JsonProperty("index_stale") boolean indexStale) {}

    /** A way to score. */
    @RegisterForReflection
    public record Algorithm(String name, String description, Map<String, Feature> features) {}

    /** The ways to score: one. */
    @RegisterForReflection
    public record Algorithms(
            List<Algorithm> algorithms,
            String best,
            @JsonProperty("default") String standard) {}
}
