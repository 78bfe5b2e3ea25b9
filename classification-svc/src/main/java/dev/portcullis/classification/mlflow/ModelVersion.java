package dev.portcullis.classification.mlflow;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A version of a model as the registry has it.
 *
 * @param source where its files lie, as the registry says
 * @param runId the run that made it
 * @param ready whether its registration has ended
 * @param tags those that begin with {@code export.}
 */
record ModelVersion(
        VersionKey key, @Nullable String source, @Nullable String runId, boolean ready, Map<String, String> tags) {
    ModelVersion {
        tags = Map.copyOf(tags);
    }
}
