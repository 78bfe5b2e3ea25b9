package dev.portcullis.classification.mlflow;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tag that somebody changed.
 *
 * @param expected what had been written
 * @param found what was there instead, its first 200 characters; absent where the tag was gone
 * @param at when it was noticed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AlarmView(
        long id,
        String name,
        String version,
        String tag,
        String expected,
        @Nullable String found,
        Instant at) {}
